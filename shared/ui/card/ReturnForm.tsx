/** Returning or disqualifying a lead needs one of the agreed reasons; a return may name a day (HOF3). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Ask } from './Ask.tsx';

export interface Returned {
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly returnOn?: string | undefined;
  /** Left out: the usual one. */
  readonly toStage?: string | undefined;
  readonly comment?: string | undefined;
}

interface Props {
  readonly answer: 'recycled' | 'disqualified';
  readonly reasons: CardView['reasons'];
  /** Where it may go, the usual stage last. */
  readonly stages: CardView['returnTo'];
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onReturn: (returned: Returned) => void;
  readonly onBack: () => void;
}

/** The reason is what is clicked, and the click is the answer: day and comment come before it. */
export function ReturnForm({ answer, reasons, stages, busy, messages, onReturn, onBack }: Props) {
  const words = cardWords(messages.language);
  const [returnOn, setReturnOn] = useState('');
  const [comment, setComment] = useState('');
  const usual = stages.at(-1)?.id;
  const [toStage, setToStage] = useState(usual);
  const details = {
    ...(toStage === usual ? {} : { toStage }),
    returnOn: returnOn || undefined,
    comment: comment.trim() || undefined,
  };
  return (
    <Ask askedBy="log-title" busy={busy} messages={messages} onBack={onBack}>
      {answer === 'recycled' && (
        <div class="fields">
          <label class="field">
            {messages.card.returnOn}
            <input type="date" value={returnOn} onInput={(event) => setReturnOn(event.currentTarget.value)} />
          </label>
          {stages.length > 1 && (
            <label class="field">
              {words.toStage}
              <select value={toStage} onChange={(event) => setToStage(event.currentTarget.value)}>
                {stages.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      <label class="field">
        {words.note}
        <textarea
          rows={2}
          maxLength={2_000}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </label>
      <ul class="reasons">
        {reasons
          .filter((reason) => reason.answer === answer)
          .map(({ id, label, blocked }) => (
            <li key={id}>
              <button
                type="button"
                disabled={busy || blocked !== null}
                aria-describedby={blocked === null ? undefined : `owed-${id}`}
                onClick={() => onReturn({ reason: id, ...details })}
              >
                {label}
              </button>
              {blocked !== null && (
                <span id={`owed-${id}`} class="hint">
                  {blocked}
                </span>
              )}
            </li>
          ))}
      </ul>
    </Ask>
  );
}
