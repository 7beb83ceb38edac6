/** Returning or disqualifying a lead needs one of the agreed reasons; a return may name a day (HOF3). */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Icon } from '../Icon.tsx';

export interface Returned {
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly returnOn?: string | undefined;
}

interface Props {
  readonly answer: 'recycled' | 'disqualified';
  readonly reasons: CardView['reasons'];
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onReturn: (returned: Returned) => void;
  readonly onBack: () => void;
}

export function ReturnForm({ answer, reasons, busy, messages, onReturn, onBack }: Props) {
  const [returnOn, setReturnOn] = useState('');
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onBack();
  };
  return (
    <div class="chooser" role="group" aria-labelledby="log-title" onKeyDown={onKeyDown} ref={first}>
      {answer === 'recycled' && (
        <label class="field">
          {messages.card.returnOn}
          <input type="date" value={returnOn} onInput={(event) => setReturnOn(event.currentTarget.value)} />
        </label>
      )}
      <ul class="reasons">
        {reasons
          .filter((reason) => reason.answer === answer)
          .map(({ id, label, blocked }) => (
            <li key={id}>
              <button
                type="button"
                disabled={busy || blocked !== null}
                aria-describedby={blocked === null ? undefined : `owed-${id}`}
                onClick={() => onReturn({ reason: id, returnOn: returnOn || undefined })}
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
      <button type="button" class="link" onClick={onBack}>
        <Icon name="back" /> {messages.card.back}
      </button>
      {busy && <p class="hint">{messages.card.saving}</p>}
    </div>
  );
}
