/** How it went: one click per outcome, at an earlier day and hour where one is stated (ATT6). */
import { useState } from 'preact/hooks';
import type { Outcome } from '../../lead/vocabulary.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Ask } from './Ask.tsx';

/** A stated time lies at most this many days back (ATT6). */
const DAYS_BACK = 7;

interface Props {
  readonly channel: CardView['channels'][number];
  /** Id of the words that ask how it went. */
  readonly askedBy: string;
  readonly busy: boolean;
  readonly messages: Catalog;
  /** `at` in epoch ms when an earlier time was stated. */
  readonly onChoose: (outcome: Outcome, at?: number) => void;
  readonly onBack: () => void;
}

export function OutcomeChooser({ channel, askedBy, busy, messages, onChoose, onBack }: Props) {
  const words = cardWords(messages.language);
  const [on, setOn] = useState('');
  const [hour, setHour] = useState('');
  const now = new Date();
  const at = hour ? instantOf(on || dateOf(now), hour) : undefined;
  const late = at !== undefined && at > now.getTime();
  // A day without its hour would be logged as now.
  const unclear = late || (on !== '' && hour === '');
  return (
    <Ask askedBy={askedBy} busy={busy} messages={messages} onBack={onBack}>
      {channel.refused && (
        <p class="notice late" role="alert">
          {messages.card.refusedChannel(channel.label)}
        </p>
      )}
      <div class="actions two" aria-busy={busy}>
        {channel.outcomes.map(({ outcome, label }) => (
          <button
            key={outcome}
            type="button"
            disabled={busy || unclear}
            onClick={() => onChoose(outcome, at)}
          >
            {label}
          </button>
        ))}
      </div>
      <fieldset class="earlier">
        <legend>{words.earlier}</legend>
        <input
          type="date"
          aria-label={words.day}
          value={on}
          min={dateOf(new Date(now.getTime() - DAYS_BACK * 86_400_000))}
          max={dateOf(now)}
          onInput={(event) => setOn(event.currentTarget.value)}
        />
        <input
          type="time"
          aria-label={words.hour}
          aria-invalid={unclear}
          value={hour}
          onInput={(event) => setHour(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {late ? words.laterThanNow : hour || on ? words.earlierHint : ''}
        </p>
      </fieldset>
    </Ask>
  );
}

/** `YYYY-MM-DD` by this device's own clock: people state a time by the clock they look at. */
function dateOf(day: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function instantOf(on: string, hour: string): number {
  return new Date(`${on}T${hour}`).getTime();
}
