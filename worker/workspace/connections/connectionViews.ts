/** What an admin sees of a connection: never its tokens. */
import type { ConnectionView } from '../../../shared/protocol/connections.ts';
import { countLetters } from './connectionLetters.ts';
import type { ConnectionRow } from './connectionRows.ts';
import type { Work } from '../work.ts';

export function viewOf(work: Work, row: ConnectionRow): ConnectionView {
  const { id, vendor, label, state, settings, mapping, createdAt, createdBy, connectedAt } = row;
  const { ranAt, nextAt, problem, counts, account } = row;
  return {
    id,
    vendor,
    label,
    state,
    settings,
    account: account === null ? null : { id: account.id, name: account.name },
    mapping,
    createdAt,
    createdBy,
    connectedAt,
    ranAt,
    nextAt,
    problem,
    counts,
    ...countLetters(work, id),
    hookUrl: hookUrlOf(work, row),
  };
}

/** Both ids in it authorise nothing: what comes there has to be signed by the vendor (ACC1, ACC5). */
export function hookUrlOf(work: Work, { id, origin }: Pick<ConnectionRow, 'id' | 'origin'>): string {
  return `${origin}/connections/${work.ground.workspace()?.id ?? ''}/${id}`;
}
