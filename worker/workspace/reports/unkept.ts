/**
 * After an update or a restore nothing is kept of the leads for reports yet: it is made up for by and by,
 * so that whoever looks first need not wait for it (TGT4).
 */
import { count, sql } from 'drizzle-orm';
import { logError } from '../../log.ts';
import type { Chore } from '../jobs/chore.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Database, Work } from '../work.ts';
import { foldAll } from './reportLeads.ts';
import { keepManyForReports } from './reportKept.ts';

const SLICE = 100;

/** The last lead looked at; null when every lead is kept. Asked once while the object lives. */
const places = new WeakMap<Database, { after: string | null }>();

export const unkeptLeads: Chore = {
  name: 'leads not kept for reports yet',
  nextAt: (work) => (placeOf(work).after === null ? null : work.now),
  run: (work) => work.transact(() => keepSome(work)),
};

/** Everything kept was thrown away. */
export function beginKeeping({ db }: Pick<Work, 'db'>): void {
  places.delete(db);
}

function placeOf({ db }: Work): { after: string | null } {
  const known = places.get(db);
  if (known) return known;
  const [leads] = db.select({ n: count() }).from(schema.leads).all();
  const [kept] = db.select({ n: count() }).from(schema.leadReports).all();
  const place = { after: (leads?.n ?? 0) > (kept?.n ?? 0) ? '' : null };
  places.set(db, place);
  return place;
}

function keepSome(work: Work): void {
  const place = placeOf(work);
  const ids = work.db
    .all<{ id: string }>(
      sql`select id from leads where id > ${place.after ?? ''}
          and not exists (select 1 from lead_reports where lead_id = leads.id) order by id limit ${SLICE}`,
    )
    .map(({ id }) => id);
  place.after = ids.length < SLICE ? null : (ids.at(-1) ?? null);
  try {
    keepManyForReports(work, [...foldAll(work, ids, work.now).values()]);
  } catch (error) {
    // One of them cannot be folded: whoever reads a report is told, and the others are kept then.
    logError('leads not kept for reports', traceOf(error));
  }
}
