/** An address nobody knows: it becomes a lead only by this explicit click, outside marketing's targets (OVR7). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';

export interface NewLead {
  readonly name?: string | undefined;
  readonly company?: string | undefined;
}

interface Props {
  /** As it was named: an e-mail or a phone. */
  readonly address: string;
  /** The role may add leads, and nothing lies over the form. */
  readonly mayAdd: boolean;
  readonly busy: boolean;
  readonly problem: string | null;
  /** What was recorded; the form is over then. */
  readonly done: string | null;
  readonly messages: Catalog;
  readonly onAdd: (lead: NewLead) => void;
}

export function StrangerForm({ address, mayAdd, busy, problem, done, messages, onAdd }: Props) {
  const words = cardWords(messages.language).stranger;
  const [name, setName] = useState('');
  const [company, setCompany] = useState('');
  return (
    <section class="part" aria-labelledby="stranger-title">
      <h2 id="stranger-title">{words.title}</h2>
      <p class="address">{address}</p>
      {done === null && <p class="hint">{mayAdd ? words.hint : words.mayNot}</p>}
      {mayAdd && done === null && (
        <form
          class="chooser"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) onAdd({ name: name.trim() || undefined, company: company.trim() || undefined });
          }}
        >
          <Line label={words.name} value={name} onValue={setName} />
          <Line label={words.company} value={company} onValue={setCompany} />
          <p class="entry">{words.source}</p>
          <div class="actions one">
            <button type="submit" class="primary" disabled={busy}>
              {busy ? messages.card.saving : words.add}
            </button>
          </div>
        </form>
      )}
      <p role="status">{done}</p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
}

function Line({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        maxLength={200}
        autocomplete="off"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
