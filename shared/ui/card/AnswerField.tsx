/** A missing answer given where it is missing (PRD5): a field by the type of what is asked, saved by Enter. */
import { useState } from 'preact/hooks';
import type { Scalar } from '../../lead/facts.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardAsk } from '../cardView.ts';
import { answerIn } from './answerIn.ts';

interface Props {
  readonly ask: CardAsk;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onSet: (field: string, value: Scalar) => void;
}

export function AnswerField(props: Props) {
  const { ask } = props;
  if (ask.type === 'boolean') return <YesNo {...props} />;
  return ask.type === 'several' ? <Several {...props} /> : <Typed {...props} />;
}

/** Either answer is one click. */
function YesNo({ ask, busy, messages, onSet }: Props) {
  return (
    <span class="answer" role="group" aria-label={messages.card.answer(ask.question)}>
      {[true, false].map((value) => (
        <button
          key={String(value)}
          type="button"
          class="small"
          disabled={busy}
          onClick={() => onSet(ask.field, value)}
        >
          {value ? messages.words.yes : messages.words.no}
        </button>
      ))}
    </span>
  );
}

function Several({ ask, busy, messages, onSet }: Props) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { several } = cardWords(messages.language);
  return (
    <form
      class="answer several"
      aria-label={messages.card.answer(ask.question)}
      onSubmit={(event) => {
        event.preventDefault();
        if (picked.length > 0 && !busy) onSet(ask.field, picked.join(', '));
      }}
    >
      <fieldset>
        <legend class="unseen">
          {ask.question} {several}
        </legend>
        {ask.choices.map(({ id, label }) => (
          <label key={id} class="tick">
            <input
              type="checkbox"
              checked={picked.includes(id)}
              onChange={(event) =>
                setPicked(
                  event.currentTarget.checked ? [...picked, id] : picked.filter((other) => other !== id),
                )
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      {picked.length > 0 && (
        <button type="submit" class="small" disabled={busy}>
          {messages.card.save}
        </button>
      )}
    </form>
  );
}

function Typed({ ask, busy, messages, onSet }: Props) {
  const [draft, setDraft] = useState('');
  const value = answerIn(ask.type, draft, messages.format.decimal);
  const shared = {
    'aria-label': messages.card.answer(ask.question),
    value: draft,
    onInput: (event: { currentTarget: { value: string } }) => setDraft(event.currentTarget.value),
  };
  const counts = ask.type === 'number' || ask.type === 'money';
  return (
    <form
      class="answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null && !busy) onSet(ask.field, value);
      }}
    >
      {ask.type === 'choice' ? (
        <select {...shared}>
          <option value="">{messages.card.choice}</option>
          {ask.choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      ) : ask.type === 'date' ? (
        <input {...shared} type="date" />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={counts ? 'decimal' : 'text'}
          placeholder={[ask.sign, messages.card.ask].filter(Boolean).join(' ')}
          aria-invalid={draft !== '' && value === null}
          autocomplete="off"
        />
      )}
      {draft !== '' && (
        <button type="submit" class="small" disabled={value === null || busy}>
          {messages.card.save}
        </button>
      )}
    </form>
  );
}
