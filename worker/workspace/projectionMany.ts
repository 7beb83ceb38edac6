/**
 * What is kept of leads that had a row already, of many at once: a statement per table costs less than
 * one per lead (SYN1). The same as `keepProjection` of each that nobody else took over.
 */
import { getTableColumns, sql } from 'drizzle-orm';
import { identityKeys } from '../../shared/lead/identity.ts';
import { earliest } from '../../shared/time.ts';
import { prepared } from './agreement/prepared.ts';
import { columnName, insertMany } from './insertMany.ts';
import { accountTouched } from './leads/accounts.ts';
import type { LeadRow } from './leads/leadRow.ts';
import { keepKeys } from './leads/leadKeys.ts';
import { changedColumns, INSTANTS, notBeforeNow, rowAfter } from './projection.ts';
import { type Folded, keepManyForReports } from './reports/reportKept.ts';
import * as schema from './schema.ts';
import type { Work } from './work.ts';

export interface KnownProjection extends Folded {
  readonly before: LeadRow;
  /** Place of its newest fact. */
  readonly newest: number;
  readonly dueAt: number | null;
}

/** @param known each lead once, its owner as before */
export function keepKnownProjections(work: Work, known: readonly KnownProjection[]): void {
  if (known.length === 0) return;
  keepManyForReports(work, known, 'known');
  const all = known.map((one) => {
    const row = rowAfter(work, one.state, one.before, one.newest);
    return { ...one, row, columns: changedColumns(one.before, row) };
  });
  for (const alike of Map.groupBy(all, ({ columns }) => columns.join()).values())
    updateAlike(
      work,
      alike[0]?.columns ?? [],
      alike.map(({ row }) => row),
    );
  const changed = all.filter(({ columns }) => columns.some((name) => !INSTANTS.has(name)));
  keepAllKeys(work, changed);
  keepDues(work, all);
  for (const { before, row, columns } of all)
    if (columns.some((name) => name === 'knownVersion' || !INSTANTS.has(name)))
      accountTouched(work, before, row);
}

const TABLE = getTableColumns(schema.leads);

/** Rows that changed in the same columns. */
function updateAlike(work: Work, columns: readonly (keyof LeadRow)[], rows: readonly LeadRow[]): void {
  if (columns.length === 0) return;
  const stored = (row: LeadRow, name: keyof LeadRow) =>
    row[name] === null ? null : TABLE[name].mapToDriverValue(row[name]);
  const json = JSON.stringify(rows.map((row) => [row.id, ...columns.map((name) => stored(row, name))]));
  const set = sql.join(
    columns.map(
      (name, index) =>
        sql`${sql.identifier(columnName(name, TABLE[name].name))} = value ->> ${sql.raw(String(index + 1))}`,
    ),
    sql`, `,
  );
  work.db.run(sql`update leads set ${set} from json_each(${json}) where leads.id = value ->> 0`);
}

/** As a rule they are what they were; reading them all at once says so. */
function keepAllKeys(work: Work, changed: readonly Pick<KnownProjection, 'state'>[]): void {
  const ids = JSON.stringify(changed.map(({ state }) => state.leadId));
  const kept = Map.groupBy(selectKeys(work).all({ ids }), ({ leadId }) => leadId);
  for (const { state } of changed) {
    const keys = (kept.get(state.leadId) ?? []).map(({ key }) => key);
    if (keys.toSorted().join('\n') !== identityKeys(state).join('\n')) keepKeys(work, state);
  }
}

const selectKeys = prepared((db) => {
  const { key, leadId } = schema.leadKeys;
  return db
    .select({ key, leadId })
    .from(schema.leadKeys)
    .where(sql`${leadId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare();
});

function keepDues(work: Work, all: readonly KnownProjection[]): void {
  const dues = all.map(({ state, dueAt }) => ({
    leadId: state.leadId,
    wakeAt: earliest([state.validUntil, dueAt]),
  }));
  const over = dues.flatMap(({ leadId, wakeAt }) => (wakeAt === null ? [leadId] : []));
  deleteDues(work).run({ ids: JSON.stringify(over) });
  const waiting = dues.flatMap(({ leadId, wakeAt }) =>
    wakeAt === null ? [] : [{ leadId, dueAt: notBeforeNow(work, wakeAt) }],
  );
  insertMany(work, schema.clocks, waiting, 'replace');
}

const deleteDues = prepared((db) =>
  db
    .delete(schema.clocks)
    .where(sql`${schema.clocks.leadId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);
