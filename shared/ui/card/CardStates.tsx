/** The card where there is no lead to draw: loading, expired, signed out, broken, or a question which lead is meant. */
import type { ComponentChildren } from 'preact';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { CardClose } from './CardClose.tsx';

/** Drawn in the first frame, the same height as what follows so that nothing jumps. */
export function CardSkeleton({ messages }: { messages: Catalog }) {
  return (
    <main class="card skeleton" aria-busy="true" aria-label={messages.card.loading}>
      <h1 class="unseen">{messages.card.loading}</h1>
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

/** What every state without a lead may need: words, and the way out where the card can be closed. */
interface Bare {
  readonly messages: Catalog;
  readonly onClose?: (() => void) | null | undefined;
}

interface MessageProps extends Bare {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ComponentChildren;
}

/** A sentence, what it means, and a way on. */
function Message({ title, hint, messages, onClose, children }: MessageProps) {
  return (
    <main class="card message" aria-label={title}>
      <div class="part" role="status">
        <h1 class="question">{title}</h1>
        {hint && <p class="hint">{hint}</p>}
        {children}
      </div>
      <CardClose messages={messages} onClose={onClose} />
    </main>
  );
}

export function CardGone(bare: Bare) {
  return <Message {...bare} title={bare.messages.card.gone} />;
}

/** Access ended while the card stood there: what was logged is kept (PRI3). */
export function CardSignedOut({ onOptions, ...bare }: Bare & { readonly onOptions: (() => void) | null }) {
  const words = cardWords(bare.messages.language).states;
  return (
    <Message {...bare} title={words.signedOut} hint={words.signedOutHint}>
      {onOptions && (
        <div class="actions one">
          <button type="button" class="primary" onClick={onOptions}>
            {words.openOptions}
          </button>
        </div>
      )}
    </Message>
  );
}

/** The background answered with nothing: it may be starting, or the copy may be broken. */
export function CardFailed({ onAgain, ...bare }: Bare & { readonly onAgain: () => void }) {
  const words = cardWords(bare.messages.language).states;
  return (
    <Message {...bare} title={words.failed} hint={words.failedHint}>
      <div class="actions one">
        <button type="button" onClick={onAgain}>
          {words.again}
        </button>
      </div>
    </Message>
  );
}

/** One of several leads an address may mean. */
export interface Choice {
  readonly leadId: string;
  readonly name: string;
}

interface ChooseProps extends Bare {
  readonly choices: readonly Choice[];
  readonly onPick: (leadId: string) => void;
}

/** Nothing guesses which of two leads is meant (IDN2). */
export function CardChoose({ choices, messages, onPick, onClose }: ChooseProps) {
  return (
    <main class="card message">
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
      <CardClose messages={messages} onClose={onClose} />
    </main>
  );
}
