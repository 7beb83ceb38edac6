/** A colleague's lead: its stage and whose it is, so that nobody writes over them, and nothing else (ACC3). */
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { CardClose } from './CardClose.tsx';
import type { ForeignView } from '../foreignView.ts';

interface Props {
  readonly view: ForeignView;
  readonly messages: Catalog;
  readonly onClose?: (() => void) | null | undefined;
}

export function CardForeign({ view, messages, onClose }: Props) {
  const words = cardWords(messages.language).foreign;
  const title = view.owner === null ? words.nobody : words.title(view.owner);
  return (
    <main class="card message" aria-label={title}>
      <section class="part">
        <h1 class="question">{title}</h1>
        <dl class="pairs">
          <dt>{words.stage}</dt>
          <dd>{view.stage}</dd>
        </dl>
        {view.touch && <p class="entry">{words.touch(view.touch.when, view.touch.who)}</p>}
        {view.owner !== null && <p class="hint">{words.hint(view.owner)}</p>}
      </section>
      <CardClose messages={messages} onClose={onClose} />
    </main>
  );
}
