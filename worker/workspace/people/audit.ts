/**
 * Who did what to the workspace: written in the transaction of the act itself, so that neither exists
 * without the other. Ids only: whoever reads it looks names up as they are now.
 */
import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { AuditAction, AuditEntry, AuditQuery } from '../../../shared/protocol/audit.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

/**
 * @param who null for the workspace itself, or whoever runs the deployment
 * @param subject id of the thing
 * @param detail ids, numbers and words of ours; never a name, an address or a note
 */
export function audit(
  work: Work,
  who: Pick<Who, 'memberId'> | null,
  action: AuditAction,
  subject: string,
  detail: Readonly<Record<string, Scalar>> = {},
): void {
  work.db
    .insert(schema.audit)
    .values({ at: work.now, by: who?.memberId ?? null, action, subject, detail })
    .run();
}

const Place = z.int().min(0);
const MOST = 100;

/** Newest first. `action` is a whole one (`member.added`) or the thing alone (`member`). */
export function listAudit(
  work: Work,
  _who: Who,
  { action, member, subject, from, to, cursor, limit = MOST }: AuditQuery,
): Outcome<{ entries: readonly AuditEntry[]; cursor: string | null }> {
  const before = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  const { audit: table } = schema;
  const rows = work.db
    .select()
    .from(table)
    .where(
      and(
        before === undefined ? undefined : lt(table.seq, before),
        actionIs(action),
        member === undefined ? undefined : eq(table.by, member),
        subject === undefined ? undefined : eq(table.subject, subject),
        from === undefined ? undefined : gte(table.at, from),
        to === undefined ? undefined : lt(table.at, to),
      ),
    )
    .orderBy(desc(table.seq))
    .limit(limit + 1)
    .all();
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  const next = rows.length > limit && last ? writePlace(last.seq) : null;
  return done({ entries: entries.map(({ seq: _, ...entry }) => entry), cursor: next });
}

function actionIs(action: string | undefined): SQL | undefined {
  const { audit: table } = schema;
  if (action === undefined) return undefined;
  if (action.includes('.')) return eq(table.action, action);
  // `/` follows `.` in the order of text.
  return and(gte(table.action, `${action}.`), lt(table.action, `${action}/`));
}
