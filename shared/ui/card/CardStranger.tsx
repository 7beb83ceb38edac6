/** An address nobody knows: it becomes a lead only by this explicit click, outside marketing's targets (OVR7). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card.ts';
import type { Catalog } from '../../messages/catalog.ts';

export interface NewLead {
  readonly name?: string | undefined;
  readonly company?: string | undefined;
}

interface Props {
  /** As the page names them: an e-mail or a phone. */
  readonly address: string;
  /** The role may add leads, and nothing lies over the card. */
  readonly mayAdd: boolean;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly messages: Catalog;
  readonly onAdd: (lead: NewLead) => void;
}

export function CardStranger({ address, mayAdd, busy, problem, messages, onAdd }: Props) {
  const words = cardWords(messages.language).stranger;
  const [name, setName] = useState('');
  const [company, setCompany] = useState('');
  return (
    <main class="card" aria-label={words.title}>
      <section class="part">
        <h1 class="question">{words.title}</h1>
        <p class="address">{address}</p>
        <p class="hint">{mayAdd ? words.hint : words.mayNot}</p>
        {mayAdd && (
          <form
            class="chooser"
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) onAdd({ name: name.trim() || undefined, company: company.trim() || undefined });
            }}
          >
            <label class="field">
              {words.name}
              <input
                type="text"
                maxLength={200}
                autocomplete="off"
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            </label>
            <label class="field">
              {words.company}
              <input
                type="text"
                maxLength={200}
                autocomplete="off"
                value={company}
                onInput={(event) => setCompany(event.currentTarget.value)}
              />
            </label>
            <p class="entry">{words.source}</p>
            <div class="actions one">
              <button type="submit" class="primary" disabled={busy}>
                {busy ? messages.card.saving : words.add}
              </button>
            </div>
          </form>
        )}
        <p role="alert" class="problem">
          {problem}
        </p>
      </section>
    </main>
  );
}
