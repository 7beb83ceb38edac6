/** By which agreement this was counted and who signed it; what waits to be sent and since when it is fresh (DEF5, SYN7). */
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Icon } from '../Icon.tsx';
import { syncWords } from '../syncWords.ts';

interface Props {
  readonly view: CardView;
  readonly now: number;
  readonly online: boolean;
  readonly messages: Catalog;
}

export function CardFoot({ view, now, online, messages }: Props) {
  const words = cardWords(messages.language).sync;
  const refused = view.rejected.length;
  return (
    <footer class="foot">
      {view.signatures.length > 0 ? (
        <details class="signed">
          <summary>{view.version}</summary>
          <ul aria-label={words.signatures}>
            {view.signatures.map((signature) => (
              <li key={signature}>{signature}</li>
            ))}
          </ul>
        </details>
      ) : (
        <span>{view.version}</span>
      )}
      <span class={view.pending > 0 || !online ? 'waiting' : ''}>
        {(view.pending > 0 || !online) && <Icon name="pending" size={11} />}{' '}
        {[
          refused > 0 ? words.refused(refused) : '',
          online ? '' : words.offline,
          syncWords(view, now, messages),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </footer>
  );
}
