/** Snoozing needs a day and one of the agreed reasons, so often and so long as the agreement lets (CLK5). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardMay } from '../cardView.ts';
import { Ask } from './Ask.tsx';

interface Props {
  readonly snooze: NonNullable<CardMay['snooze']>;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onSnooze: (untilOn: string, reason: string) => void;
  readonly onBack: () => void;
  /** Id of the words that ask; the card's own part unless said. */
  readonly askedBy?: string | undefined;
}

export function SnoozeForm({ snooze, busy, messages, onSnooze, onBack, askedBy = 'log-title' }: Props) {
  const words = cardWords(messages.language).snooze;
  const [untilOn, setUntilOn] = useState('');
  return (
    <Ask askedBy={askedBy} busy={busy} messages={messages} onBack={onBack}>
      <label class="field">
        {words.until}
        <input
          type="date"
          required
          value={untilOn}
          min={snooze.from}
          max={snooze.to ?? undefined}
          onInput={(event) => setUntilOn(event.currentTarget.value)}
        />
      </label>
      {untilOn === '' && <p class="hint">{words.choose}</p>}
      <ul class="reasons" aria-label={words.reason}>
        {snooze.reasons.map(({ id, label }) => (
          <li key={id}>
            <button
              type="button"
              disabled={busy || untilOn === '' || snooze.left === 0}
              onClick={() => onSnooze(untilOn, id)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">
        {words.left(snooze.left)}. {words.keeps}
      </p>
    </Ask>
  );
}
