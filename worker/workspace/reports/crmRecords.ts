/** What the connected systems know of leads, for the report of leaks (TGT4): counted, and listed by the page. */
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Vendor } from '../../../shared/protocol/connections.ts';
import type {
  CrmRecord,
  CrmRecordsQuery,
  CrmRecordsResponse,
  CrmSystem,
} from '../../../shared/protocol/crmRecords.ts';
import type { CrmRecords, LeftCount } from '../../../shared/target/leaks.ts';
import { connectorOf } from '../../connectors/registry.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { prepared } from '../agreement/prepared.ts';
import { UNNAMED } from '../connections/connectionLeft.ts';
import { idsOf } from '../leads/merged.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const { connectionLeft, connectionRecords, connections } = schema;
const DEFAULT_PAGE = 50;
/** Marketing automation holds people before they are anybody's to sell to: a lead may well not be there. */
const NO_CRM: ReadonlySet<Vendor> = new Set(['rdmarketing']);

/** CRMs that were read to their end: of another nobody can say yet what is not in it. */
export function readCrms(work: Work): readonly string[] {
  return work.db
    .select({ id: connections.id, vendor: connections.vendor, ranAt: connections.ranAt })
    .from(connections)
    .orderBy(asc(connections.id))
    .all()
    .flatMap(({ id, vendor, ranAt }) => (ranAt === null || NO_CRM.has(vendor) ? [] : [id]));
}

/** @param crms as `readCrms` told; @param isWhole no part of the leads is asked for, to which no such record belongs */
export function crmRecords(work: Work, crms: readonly string[], isWhole: boolean): CrmRecords {
  const among = JSON.stringify(crms);
  const has = (leadId: string) =>
    selectThere(work).get({ leads: JSON.stringify(idsOf(work, leadId)), among }) !== undefined;
  return { has: crms.length === 0 ? undefined : has, left: isWhole ? leftCounts(work) : [] };
}

const selectThere = prepared((db) =>
  db
    .select({ leadId: connectionRecords.leadId })
    .from(connectionRecords)
    .where(
      sql`lead_id in (select value from json_each(${sql.placeholder('leads')}))
          and connection_id in (select value from json_each(${sql.placeholder('among')})) and fact_id is null`,
    )
    .limit(1)
    .prepare(),
);

function leftCounts(work: Work): readonly LeftCount[] {
  const { connectionId: system, why } = connectionLeft;
  return work.db
    .select({ system, why, n: count() })
    .from(connectionLeft)
    .groupBy(system, why)
    .orderBy(asc(system), asc(why))
    .all();
}

/** Every system somebody agreed to read, with what of it is here and what is not. */
export function crmSystems(work: Work): readonly CrmSystem[] {
  const left = Map.groupBy(leftCounts(work), ({ system }) => system);
  const { connectionId, factId } = connectionRecords;
  const here = work.db
    .select({ id: connectionId, n: count() })
    .from(connectionRecords)
    .where(isNull(factId))
    .groupBy(connectionId)
    .all();
  return work.db
    .select()
    .from(connections)
    .orderBy(asc(connections.createdAt), asc(connections.id))
    .all()
    .filter(({ mapping }) => mapping !== null)
    .map(({ id, vendor, label, state, ranAt }) => ({
      id,
      vendor,
      label,
      state,
      readAt: ranAt,
      here: here.find((one) => one.id === id)?.n ?? 0,
      left: (left.get(id) ?? []).map(({ why, n }) => ({ why, n })).toSorted((a, b) => b.n - a.n),
    }));
}

const Place = z.tuple([z.string(), z.string(), z.string()]);

/** In the order of their ids. */
export function listCrmRecords(
  work: Work,
  _who: Who,
  { system, why, cursor, limit = DEFAULT_PAGE }: CrmRecordsQuery,
): Outcome<CrmRecordsResponse> {
  const after = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && after === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the first.');
  const { connectionId, object, recordId } = connectionLeft;
  const rows = work.db
    .select()
    .from(connectionLeft)
    .where(
      and(
        system === undefined ? undefined : eq(connectionId, system),
        why === undefined ? undefined : eq(connectionLeft.why, why),
        after === undefined
          ? undefined
          : sql`(${connectionId}, ${object}, ${recordId}) > (${after[0]}, ${after[1]}, ${after[2]})`,
      ),
    )
    .orderBy(asc(connectionId), asc(object), asc(recordId))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? [last.connectionId, last.object, last.recordId] : null;
  return done({ records: recordsIn(work, page), cursor: next && writePlace(next) });
}

function recordsIn(work: Work, rows: readonly (typeof connectionLeft.$inferSelect)[]): readonly CrmRecord[] {
  const ids = [...new Set(rows.map(({ connectionId }) => connectionId))];
  const systems = work.db.select().from(connections).where(inArray(connections.id, ids)).all();
  return rows.flatMap(({ connectionId, object, recordId, why, at }): CrmRecord[] => {
    const system = systems.find(({ id }) => id === connectionId);
    if (!system) return [];
    const record = UNNAMED.includes(why) ? null : recordId;
    const { vendor, account } = system;
    const pageOf = connectorOf(vendor)?.pageOf;
    const url =
      record === null || account === null ? null : (pageOf?.(account, { object, id: record }) ?? null);
    return [{ system: connectionId, vendor, object, record, url, why, at }];
  });
}
