/** How it went: one click per outcome. Escape goes back one step, not out of the card. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../../lead/vocabulary.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Icon } from '../Icon.tsx';

interface Props {
  readonly channel: CardView['channels'][number];
  /** Id of the words that ask how it went. */
  readonly askedBy: string;
  readonly busy: boolean;
  readonly messages: Catalog;
  /** `at` in epoch ms when an earlier hour of today was stated (ATT6). */
  readonly onChoose: (outcome: Outcome, at?: number) => void;
  readonly onBack: () => void;
}

export function OutcomeChooser({ channel, askedBy, busy, messages, onChoose, onBack }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const [hour, setHour] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onBack();
  };
  return (
    <div class="chooser" role="group" aria-labelledby={askedBy} onKeyDown={onKeyDown}>
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
            onClick={() => onChoose(outcome, hour ? todayAt(hour) : undefined)}
          >
            {label}
          </button>
        ))}
      </div>
      <label class="field earlier">
        {messages.card.earlier}
        <input type="time" value={hour} onInput={(event) => setHour(event.currentTarget.value)} />
      </label>
      <button type="button" class="link" onClick={onBack}>
        <Icon name="back" /> {messages.card.back}
      </button>
      {busy && <p class="hint">{messages.card.saving}</p>}
    </div>
  );
}

/** An hour on this device's own clock, `HH:MM`, as an instant of today. */
function todayAt(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return new Date().setHours(hours, minutes, 0, 0);
}
