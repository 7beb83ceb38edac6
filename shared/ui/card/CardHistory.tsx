/** What happened, newest first, a page at a time; what is not sent yet says so (SYN7). */
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardHistory as History } from '../cardView.ts';
import { Icon } from '../Icon.tsx';
import { Part } from '../Part.tsx';

interface Props {
  readonly history: History;
  readonly messages: Catalog;
  /** Null where there is no more to be had. */
  readonly onMore: (() => void) | null;
}

export function CardHistory({ history, messages, onMore }: Props) {
  const words = cardWords(messages.language).history;
  const { format, card } = messages;
  const { lines, total } = history;
  return (
    <Part id="history" title={words.title} aside={format.number(total)} folded>
      <ul class="history">
        {lines.map(({ id, when, text, pending, withdrawn }) => (
          <li key={id}>
            <span class="when">{when}</span>
            <span>
              {withdrawn ? <s>{text}</s> : text}
              {withdrawn && ` · ${card.withdrawn}`}
              {pending && (
                <span class="pending">
                  {' '}
                  <Icon name="pending" size={11} /> {card.pending}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {lines.length < total && onMore && (
        <p class="more-history">
          <button type="button" class="link" onClick={onMore}>
            {words.more}
          </button>
          <span class="hint" role="status">
            {words.shown(format.number(lines.length), format.number(total))}
          </span>
        </p>
      )}
    </Part>
  );
}
