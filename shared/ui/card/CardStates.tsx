/** The card before there is a card: its shape while loading, a way on when it expired, a question when two leads share an address. */
import type { Catalog } from '../../messages/catalog.ts';

/** Drawn in the first frame, the same height as what follows so that nothing jumps. */
export function CardSkeleton({ messages }: { messages: Catalog }) {
  return (
    <main class="card skeleton" aria-busy="true" aria-label={messages.card.loading}>
      <div class="part">
        <div class="who">
          <i class="avatar" />
          <div class="about">
            <i class="line wide" />
            <i class="line" />
          </div>
        </div>
        <i class="line full" />
      </div>
      <div class="part">
        <i class="line short" />
        <i class="line full" />
        <i class="line full" />
      </div>
      <div class="part">
        <i class="line short" />
        <i class="line full" />
        <i class="line wide" />
      </div>
    </main>
  );
}

export function CardGone({ messages }: { messages: Catalog }) {
  return (
    <main class="card">
      <div class="part" role="status">
        <h1 class="question">{messages.card.gone}</h1>
      </div>
    </main>
  );
}

/** One of several leads an address may mean. */
export interface Choice {
  readonly leadId: string;
  readonly name: string;
}

interface ChooseProps {
  readonly choices: readonly Choice[];
  readonly messages: Catalog;
  readonly onPick: (leadId: string) => void;
}

/** Nothing guesses which of two leads is meant (IDN2). */
export function CardChoose({ choices, messages, onPick }: ChooseProps) {
  return (
    <main class="card">
      <section class="part" aria-labelledby="choose-title">
        <h1 id="choose-title" class="question">
          {messages.card.choose}
        </h1>
        <div class="actions one">
          {choices.map(({ leadId, name }) => (
            <button key={leadId} type="button" onClick={() => onPick(leadId)}>
              {name}
            </button>
          ))}
        </div>
      </section>
    </main>
  );
}
