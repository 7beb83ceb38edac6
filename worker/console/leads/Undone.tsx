/** What could not be done to many: each reason with its leads, to be looked at or selected again. */
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import { useSession } from '../session.ts';
import type { Picked, Selection } from './picked.ts';

export interface NotDone {
  readonly lead: Picked;
  /** In the reader's language; empty when the worker said none. */
  readonly why: string;
}

interface Props {
  readonly notDone: readonly NotDone[];
  readonly words: LeadsWords;
  /** Address of a lead's card. */
  readonly to: (leadId: string) => string;
  readonly onSelect: (selection: Selection) => void;
  readonly onClose: () => void;
}

/** Leads named for each reason; the others are selected with them. */
const NAMED = 10;

export function Undone({ notDone, words: { deeds }, to, onSelect, onClose }: Props) {
  const { format, words, messages } = useSession();
  const reasons = [...Map.groupBy(notDone, ({ why }) => why)].toSorted(([, a], [, b]) => b.length - a.length);
  return (
    <section class="panel undone" aria-label={deeds.notDone}>
      <h2>{deeds.notDone}</h2>
      <ul>
        {reasons.map(([why, ones]) => (
          <li key={why}>
            <p>
              <b>{format.plural(ones.length, deeds.leads)}</b>: {why === '' ? words.failures.broken : why}
            </p>
            <p>
              {ones.slice(0, NAMED).map(({ lead: { id, name, company } }, place) => (
                <span key={id}>
                  {place > 0 ? ' · ' : null}
                  <a href={to(id)}>{name ?? company ?? messages.words.unnamed}</a>
                </span>
              ))}
              {ones.length > NAMED ? ` · ${deeds.more(format.number(ones.length - NAMED))}` : null}
            </p>
            <button type="button" onClick={() => onSelect(new Map(ones.map(({ lead }) => [lead.id, lead])))}>
              {format.plural(ones.length, deeds.selectThese)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={onClose}>
        {deeds.hide}
      </button>
    </section>
  );
}
