/** Slices of a restore: empty what is replaced, load the backup, take the erased out again, open the door (SYN6). */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { BackupRow } from '../../../shared/protocol/backup.ts';
import { audit } from '../people/audit.ts';
import { BACKUP_TABLES, namesOf } from '../privacy/backupTables.ts';
import { addressHash } from '../leads/addressHash.ts';
import { eraseOne } from '../privacy/erase.ts';
import { isErased } from '../privacy/erasedKeys.ts';
import { leadExists } from '../leads/identity.ts';
import { insertRaw } from '../insertMany.ts';
import type { Job, JobKind, Step } from './jobs.ts';
import { refold } from '../leads/refold.ts';
import { clear } from '../privacy/restore.ts';
import { beginKeeping } from '../reports/unkept.ts';
import * as schema from '../schema.ts';
import { headOf, takeSeq, type Work } from '../work.ts';

interface Input {
  readonly by: string;
  readonly from: string;
  readonly head: number;
  readonly epoch: string;
}

type Cursor =
  | { readonly phase: 'load'; readonly n: number }
  | { readonly phase: 'keys' | 'erased'; readonly after: number }
  | { readonly phase: 'moving' | 'open' };

const KEYS_AT_ONCE = 1_000;
const LEADS_AT_ONCE = 20;

export const restoreBackup: JobKind<Input, Cursor> = {
  // Half way it is no state at all.
  cancellable: false,
  step(work: Work, job: Job<Input, Cursor>): Step<Cursor> {
    const { cursor } = job;
    work.ground.forget();
    const go = (next: Cursor, more = 0): Step<Cursor> => ({
      cursor: next,
      done: job.done + more,
      finished: false,
    });
    if (cursor === null) {
      empty(work, job.input.by);
      return go({ phase: 'load', n: -1 });
    }
    switch (cursor.phase) {
      case 'load': {
        const loaded = loadPart(work, cursor.n);
        return loaded ? go({ phase: 'load', n: loaded.n }, loaded.rows) : go({ phase: 'keys', after: -1 });
      }
      case 'keys': {
        const after = lookAtKeys(work, cursor.after);
        return go(after === null ? { phase: 'erased', after: -1 } : { phase: 'keys', after });
      }
      case 'erased': {
        const after = takeOutErased(work, cursor.after);
        return go(after === null ? { phase: 'moving' } : { phase: 'erased', after });
      }
      case 'moving':
        return go({ phase: foldMoving(work, job.input.head) ? 'moving' : 'open' });
      case 'open':
        open(work, job);
        return { cursor, done: job.done, finished: true, result: { epoch: job.input.epoch } };
    }
  },
};

/** The member who restores stays a member, whoever the backup knows. */
function empty(work: Work, by: string): void {
  for (const name of namesOf('replace', 'drop')) {
    const rest = name === 'members' ? sql` where id <> ${by}` : sql``;
    work.db.run(sql`delete from ${sql.identifier(name)}${rest}`);
  }
  work.db.run(sql`delete from jobs where kind <> 'restore'`);
}

function loadPart(work: Work, after: number): { n: number; rows: number } | undefined {
  const { restoreParts } = schema;
  const part = work.db
    .select()
    .from(restoreParts)
    .where(gt(restoreParts.n, after))
    .orderBy(asc(restoreParts.n))
    // Without it every part that is left would be read to give the first.
    .limit(1)
    .get();
  if (!part) return undefined;
  const rows = part.lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as BackupRow]));
  for (const [key, alike] of Map.groupBy(rows, ({ table, row }) => `${table} ${Object.keys(row).join()}`)) {
    const [first] = alike;
    if (first) load(work, first.table, Object.keys(first.row), alike);
    else throw new Error(`nothing under ${key}`);
  }
  work.db.delete(restoreParts).where(eq(restoreParts.n, part.n)).run();
  return { n: part.n, rows: rows.length };
}

function load(work: Work, table: string, columns: readonly string[], rows: readonly BackupRow[]): void {
  if (table === 'workspace') {
    const [first] = rows;
    const { name, language, created_at: createdAt } = first?.row ?? {};
    work.db.run(sql`update workspace set name = ${name}, language = ${language}, created_at = ${createdAt}`);
    return;
  }
  const use = Object.entries(BACKUP_TABLES).find(([name]) => name === table)?.[1];
  if (use !== 'replace' && use !== 'merge') return;
  const values = rows.map(({ row }) => columns.map((column) => row[column]));
  insertRaw(work, table, columns, values, use === 'merge' ? 'ignore' : 'replace');
}

/** Hashes of addresses are made anew where the backup comes from another workspace. @returns where to go on */
function lookAtKeys(work: Work, after: number): number | null {
  const rows = work.db.all<{ place: number; key: string; hash: number | null }>(
    sql`select rowid as place, key, hash from lead_keys where rowid > ${after} order by rowid limit ${KEYS_AT_ONCE}`,
  );
  for (const { place, key, hash } of rows) {
    const wanted = addressHash(work, key);
    if (wanted !== hash) work.db.run(sql`update lead_keys set hash = ${wanted} where rowid = ${place}`);
  }
  return rows.at(-1)?.place ?? null;
}

/** By id and by every key, as the ledger has them (PRI4). @returns where to go on */
function takeOutErased(work: Work, after: number): number | null {
  const gone = work.db
    .select({ id: schema.erasures.leadId })
    .from(schema.erasures)
    .innerJoin(schema.facts, eq(schema.facts.leadId, schema.erasures.leadId))
    .limit(LEADS_AT_ONCE)
    .all();
  for (const { id } of gone) eraseOne(work, null, id);
  if (gone.length > 0) return after;
  const rows = work.db.all<{ place: number; key: string; id: string }>(
    sql`select rowid as place, key, lead_id as id from lead_keys where rowid > ${after} order by rowid limit ${KEYS_AT_ONCE}`,
  );
  for (const { key, id } of rows) if (isErased(work, [key]) && leadExists(work, id)) eraseOne(work, null, id);
  return rows.at(-1)?.place ?? null;
}

/** Leads that changed while the backup was being read. @returns whether there was one */
function foldMoving(work: Work, head: number): boolean {
  const { leads } = schema;
  const moving = work.db
    .select({ id: leads.id })
    .from(leads)
    .where(and(gt(leads.seq, head), sql`${leads.evaluatedAt} < ${work.now}`))
    .limit(LEADS_AT_ONCE)
    .all();
  for (const { id } of moving) refold(work, id);
  return moving.length > 0;
}

function open(work: Work, { input }: Job<Input, Cursor>): void {
  beginKeeping(work);
  const old = work.ground.workspace();
  const { epochs } = schema;
  for (const epoch of new Set([old?.epoch ?? input.from, input.from]))
    work.db.insert(epochs).values({ epoch, endedAt: work.now }).onConflictDoNothing().run();
  const newest = work.db.get<{ seq: number | null }>(sql`select max(seq) as seq from (
    select max(seq) as seq from facts union all select max(seq) from leads union all select max(seq) from definitions)`);
  const behind = Math.max(0, (newest?.seq ?? 0) - headOf(work.db));
  const seq = takeSeq(work, behind + 1) + behind;
  work.db.update(schema.workspace).set({ epoch: input.epoch, roomSeq: seq }).run();
  clear(work);
  audit(work, { memberId: input.by }, 'workspace.opened', input.epoch);
}
