/** The others of the company and which personas are covered: one view of the account (IDN4). */
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardAccount as Account } from '../cardView.ts';
import { Part } from '../Part.tsx';

interface Props {
  readonly account: Account;
  readonly messages: Catalog;
  /** Null where no other card can be opened. */
  readonly onOpen: ((leadId: string) => void) | null;
}

export function CardAccount({ account, messages, onOpen }: Props) {
  const words = cardWords(messages.language).account;
  const { format } = messages;
  return (
    <Part id="account" title={account.company ? words.title(account.company) : words.plain}>
      <ul class="mates">
        {account.people.map(({ leadId, name, about, open }) => (
          <li key={leadId}>
            {open && onOpen ? (
              <button type="button" class="link" aria-label={words.open(name)} onClick={() => onOpen(leadId)}>
                {name}
              </button>
            ) : (
              <span class="name">{name}</span>
            )}
            <span class="value">{about}</span>
          </li>
        ))}
        {account.more > 0 && <li class="hint">{words.more(account.more)}</li>}
      </ul>
      <dl class="pairs">
        <dt>{words.covered}</dt>
        <dd>{account.covered.length > 0 ? format.list(account.covered) : words.none}</dd>
        {account.missing.length > 0 && (
          <>
            <dt>{words.missing}</dt>
            <dd>{format.list(account.missing)}</dd>
          </>
        )}
      </dl>
    </Part>
  );
}
