/** How it went: one click per outcome. Escape goes back one step, not out of the card. */
import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../shared/messages/catalog.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import { Icon } from '../../shared/ui/Icon.tsx';

interface Props {
  readonly channel: CardView['channels'][number];
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onChoose: (outcome: Outcome) => void;
  readonly onBack: () => void;
}

export function OutcomeChooser({ channel, busy, messages, onChoose, onBack }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onBack();
  };
  return (
    <div class="chooser" role="group" aria-labelledby="log-title" onKeyDown={onKeyDown}>
      {channel.refused && (
        <p class="notice late" role="alert">
          {messages.card.refusedChannel(channel.label)}
        </p>
      )}
      <div class="actions two" aria-busy={busy}>
        {channel.outcomes.map(({ outcome, label }, place) => (
          <button
            key={outcome}
            type="button"
            ref={place === 0 ? first : undefined}
            disabled={busy}
            onClick={() => onChoose(outcome)}
          >
            {label}
          </button>
        ))}
      </div>
      <button type="button" class="link" onClick={onBack}>
        <Icon name="back" /> {messages.card.back}
      </button>
      {busy && <p class="hint">{messages.card.saving}</p>}
    </div>
  );
}
