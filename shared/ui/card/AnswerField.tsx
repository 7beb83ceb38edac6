/** A missing answer given where it is missing (PRD5): typed by the field's own type, saved by Enter. */
import { useState } from 'preact/hooks';
import type { Catalog } from '../../messages/catalog.ts';
import type { Scalar } from '../../lead/facts.ts';
import type { CardCriterion } from '../cardView.ts';

type Asked = NonNullable<CardCriterion['ask']>;

interface Props {
  readonly ask: Asked;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onSet: (field: string, value: Scalar) => void;
}

export function AnswerField({ ask, busy, messages, onSet }: Props) {
  const [draft, setDraft] = useState('');
  const value = parse(ask.type, draft, messages.format.decimal);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (value !== null && !busy) onSet(ask.field, value);
  };
  const shared = {
    'aria-label': messages.card.answer(ask.question),
    value: draft,
    onInput: (event: { currentTarget: { value: string } }) => setDraft(event.currentTarget.value),
  };
  return (
    <form class="answer" onSubmit={submit}>
      {ask.type === 'choice' || ask.type === 'boolean' ? (
        <select {...shared}>
          <option value="">{messages.card.choice}</option>
          {choicesOf(ask, messages).map(({ id, label }) => (
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
          inputMode={ask.type === 'number' ? 'decimal' : 'text'}
          placeholder={messages.card.ask}
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

function choicesOf({ type, choices }: Asked, { words }: Catalog): Asked['choices'] {
  if (type !== 'boolean') return choices;
  return [
    { id: 'true', label: words.yes },
    { id: 'false', label: words.no },
  ];
}

/** Null while the draft is no value of its type. Numbers are read with the language's own decimal sign. */
function parse(type: Asked['type'], draft: string, decimal: string): Scalar | null {
  const text = draft.trim();
  if (!text) return null;
  if (type === 'boolean') return text === 'true';
  if (type !== 'number') return text;
  // A currency sign may stand before it: "R$ 50.000,00".
  const digits = /^[^\d-]{0,4}(-?\d[\d.,\s]*)$/.exec(text)?.[1];
  if (digits === undefined) return null;
  const grouping = decimal === ',' ? /[.\s]/g : /[,\s]/g;
  const number = Number(digits.replaceAll(grouping, '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
