/**
 * What a pull of the one lead that changed costs while the workspace grows a hundred times (SYN4): an
 * sdr's and an admin's. The other leads are copies of one, put into the stopped worker's database.
 */
import { DatabaseSync } from 'node:sqlite';
import type { PullResponse } from '../../shared/protocol/sync.ts';
import { type Api, request } from '../support/api.ts';
import { databaseIn } from '../support/seedLeads.ts';
import { type BenchRow, median, row } from './row.ts';

/** Leads in the workspace; the first is what the others are held against. */
export const SIZES = [10_000, 100_000, 1_000_000];
const PULLS = 30;
/** As many leads of a company, and one of ten with the sdr who pulls. */
const [COMPANY, OWNED] = [5, 10];

export interface Measured {
  readonly leads: number;
  readonly who: string;
  /** A processor second. */
  readonly pulls: number;
}

export function flatness(measured: readonly Measured[]): BenchRow[] {
  const [first = 0] = SIZES;
  return measured.flatMap(({ leads, who, pulls }) => {
    const small = measured.find((one) => one.leads === first && one.who === who);
    if (leads === first || small === undefined) return [];
    const name = `delta pull of an ${who}, ${leads} leads`;
    return row(name, 'pulls/cpu-s', pulls, `the same of ${first}`, small.pulls);
  });
}

/**
 * @param change something happens to a lead in view
 * @param cpu processor seconds the worker has used so far
 */
export async function pullsOf(api: Api, change: () => Promise<unknown>, cpu: () => number): Promise<number> {
  let cursor = await headOf(api);
  const speeds: number[] = [];
  for (let count = 0; count < PULLS; count += 1) {
    await change();
    const before = cpu();
    const page = (await request(api, `GET /v1/sync/pull?cursor=${cursor}`)) as PullResponse;
    speeds.push(1 / (cpu() - before));
    if (page.leads.length !== 1 || page.more) throw new Error(`${page.leads.length} leads came, not one`);
    ({ cursor } = page);
  }
  return median(speeds);
}

/** A device that holds everything there is: its first cursor, moved to the workspace's head. */
async function headOf(api: Api): Promise<string> {
  const { cursor } = (await request(api, 'GET /v1/sync/pull')) as PullResponse;
  const read = JSON.parse(decodeURIComponent(Buffer.from(cursor, 'base64url').toString())) as {
    gone: number;
  };
  const { within: _, ...rest } = read as { gone: number; within?: unknown };
  const moved = { ...rest, base: read.gone, at: read.gone };
  return Buffer.from(encodeURIComponent(JSON.stringify(moved))).toString('base64url');
}

/** @param dir where the stopped worker keeps its objects */
export function growTo(dir: string, leads: number, mine: string, others: string): void {
  const db = new DatabaseSync(databaseIn(dir));
  const have = Number(db.prepare('select count(*) as n from leads').get()?.['n']);
  const columns = db
    .prepare('select name from pragma_table_info(?)')
    .all('leads')
    .map(({ name }) => String(name));
  const id = `'copy-' || printf('%07d', n)`;
  const place = `(select head from workspace) + n - ${have}`;
  const told: Readonly<Record<string, string>> = {
    id,
    seq: place,
    owner_seq: place,
    owner: `iif(n % ${OWNED} = 0, '${mine}', '${others}')`,
    account: `'company-' || (n / ${COMPANY}) || '.example'`,
    search: `'copy ' || n`,
  };
  const values = columns.map((name) => told[name] ?? `"${name}"`).join(', ');
  const counting = `with recursive counting(n) as (select ${have + 1} union all select n + 1 from counting where n < ${leads})`;
  db.exec('begin');
  db.exec(`${counting} insert into leads (${columns.join(', ')}) select ${values}
    from counting, (select * from leads where owner is not null limit 1)`);
  db.exec(`${counting} insert into facts select ${place}, 'fact-' || n, ${id}, at, recorded_at, actor, observer, kind, body
    from counting, (select * from facts where kind = 'lead.captured' limit 1)`);
  // Kept for reports as well, or the worker would be making that up while it is measured.
  db.exec(`${counting} insert into lead_reports select ${id}, evaluated_at, valid_until, known_version, generation, room_seq, body
    from counting, (select * from lead_reports limit 1)`);
  db.exec(`update workspace set head = head + ${leads - have}`);
  db.exec('commit');
  db.close();
}
