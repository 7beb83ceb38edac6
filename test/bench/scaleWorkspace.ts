/**
 * A workspace of many leads, each with ten facts, as a company that moves in has it: founded, signed by both
 * sides, everything imported through the API. Kept in a folder, so that it need not be imported again.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { ImportView } from '../../shared/protocol/imports.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { type Api, request, setUp, signIn } from '../support/api.ts';
import { databaseIn, SOURCES } from '../support/seedLeads.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';
import { sign } from '../support/workspace.ts';
import { cpu, memory } from './processCost.ts';

/** One captures it, one gives it an owner. */
const [SIGNALS_EACH, TRIES_EACH] = [7, 1];
export const FACTS_EACH = 2 + SIGNALS_EACH + TRIES_EACH;
/** Of one member, as the largest share anybody has; the others have the rest in turn. */
const SHARE = 20;
/** Leads of a rep, some. */
const LEADS_EACH = 200;
/** An admin may invite 200 an hour. */
const INVITES_EACH = 150;
const SIGNALS = ['pricing_viewed', 'content_downloaded', 'email_clicked', 'webinar_attended'] as const;

const Person = z.object({ id: z.string(), token: z.string() });
const Kept = z.object({
  admin: z.string(),
  manager: z.string(),
  marketer: z.string(),
  /** Who has one lead in twenty. */
  ana: Person,
  reps: z.array(Person),
  imported: z.object({
    seconds: z.number(),
    cpuSeconds: z.number(),
    facts: z.int(),
    memoryMb: z.number(),
    databaseBytes: z.int(),
  }),
});
type Kept = z.infer<typeof Kept>;

export interface ScaleWorkspace extends Kept {
  readonly leads: number;
  readonly worker: RunningWorker;
  readonly dir: string;
  /** By the token of whoever asks. */
  readonly api: (token: string) => Api;
}

export interface Wanted {
  readonly dir: string;
  readonly bundle: string;
  readonly leads: number;
  readonly reps: number;
}

/** Its worker is the caller's to stop. */
export async function openScale({ dir, bundle, leads, reps }: Wanted): Promise<ScaleWorkspace> {
  const vars = { SETUP_TOKEN: 'scale', COMBINADO_RATE: '1000000000' };
  const worker = await startWorker({ dir, bundle, vars, log: (line) => process.stderr.write(`${line}\n`) });
  const api = (token: string) => ({ origin: worker.origin, token });
  const file = join(dir, 'scale.json');
  try {
    if (!existsSync(file)) {
      const most = Math.max(1, Math.min(reps, Math.floor(leads / LEADS_EACH)));
      writeFileSync(file, JSON.stringify(await found(worker, dir, leads, most)));
    }
    return { ...Kept.parse(JSON.parse(readFileSync(file, 'utf8'))), leads, worker, dir, api };
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

const Created = z.object({ id: z.string() });

async function found(worker: RunningWorker, dir: string, leads: number, count: number): Promise<Kept> {
  const { origin } = worker;
  const first = { workspace: 'Scale', language: 'en' as const, admin: { name: 'Ada' } };
  const made = await setUp(origin, 'scale', { ...first, definitions: STARTERS.en });
  const admin: Api = { origin, token: made.token };
  const add = async (body: object) => Created.parse(await request(admin, 'POST /v1/members', { body })).id;
  const manager = await add({ name: 'Marcos', side: 'sales', role: 'manager' });
  const team = { id: 'sales', label: 'Sales', side: 'sales', manager };
  await request(admin, 'POST /v1/teams', { body: team });
  const marketer = await add({ name: 'Monica', side: 'marketing', role: 'marketer' });
  await sign(admin, STARTERS.en, { manager, marketer });

  const seller = (name: string) => add({ name, side: 'sales', role: 'sdr', team: 'sales' });
  const ana = await seller('Ana');
  const reps: z.infer<typeof Person>[] = [];
  let inviter = admin;
  for (let place = 0; place < count; place += 1) {
    if (place > 0 && place % INVITES_EACH === 0) {
      const helper = await add({ name: `Admin ${place}`, side: 'sales', role: 'admin' });
      inviter = await signIn(admin, helper);
    }
    const id = await seller(`Rep ${place}`);
    reps.push({ id, token: (await signIn(inviter, id)).token });
  }
  const people = { ana: { id: ana, token: (await signIn(admin, ana)).token }, reps };
  const owners = people.reps.map(({ id }) => id);
  const imported = await importLeads(worker, admin, linesOf(leads, ana, owners));
  const databaseBytes = sizeOf(databaseIn(dir));
  return { admin: made.token, manager, marketer, ...people, imported: { ...imported, databaseBytes } };
}

const DONE = new Set(['done', 'failed', 'cancelled']);

/** Until the last row is applied. */
async function importLeads({ pid }: RunningWorker, admin: Api, lines: Generator<string>) {
  const [used, begun] = [cpu(pid), performance.now()];
  const headers = { Authorization: `Bearer ${admin.token}`, 'Content-Type': 'application/x-ndjson' };
  const body = streamed(lines);
  const asked: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const sent = await fetch(`${admin.origin}/v1/imports`, asked);
  let view = ImportView.parse(await sent.json());
  let told = performance.now();
  while (!DONE.has(view.state)) {
    await new Promise((next) => setTimeout(next, 500));
    view = ImportView.parse(await request(admin, `GET /v1/imports/${view.id}`));
    if (performance.now() - told < 10_000) continue;
    told = performance.now();
    process.stderr.write(`imported ${view.created} of ${view.rows}\n`);
  }
  const { facts, failed } = view;
  if (view.state !== 'done' || failed > 0)
    throw new Error(`the import ended ${view.state}, ${failed} failed`);
  const seconds = (performance.now() - begun) / 1_000;
  return { seconds, cpuSeconds: cpu(pid) - used, facts, memoryMb: memory(pid).most };
}

/** Lines at once, as a file is read. */
const LOT = 200;

function streamed(lines: Generator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const lot: string[] = [];
      for (let next = lines.next(); !next.done; next = lines.next()) {
        lot.push(next.value);
        if (lot.length === LOT) break;
      }
      if (lot.length === 0) controller.close();
      else controller.enqueue(encoder.encode(`${lot.join('\n')}\n`));
    },
  });
}

/** The same lines for the same count. */
function* linesOf(count: number, ana: string, owners: readonly string[]): Generator<string> {
  const now = Date.now();
  for (let lead = 0; lead < count; lead += 1) {
    const at = now - (2 + (lead % 80)) * DAY_MS;
    const owner = lead % SHARE === 0 ? ana : owners[lead % owners.length];
    const signals = Array.from({ length: SIGNALS_EACH }, (_, place) => {
      return { signal: SIGNALS[(lead + place) % SIGNALS.length], at: at + place * HOUR_MS };
    });
    const fields = {
      name: `Lead ${lead}`,
      company: `Company ${lead % 9_000}`,
      employees: (lead * 37) % 900,
      role: lead % 3 === 0 ? 'sales' : 'it',
      industry: lead % 2 === 0 ? 'health' : 'retail',
    };
    const attempts = [{ channel: 'email', outcome: 'sent', at: at + DAY_MS }];
    const emails = [`lead${lead}@company${lead % 9_000}.example`];
    yield JSON.stringify({
      emails,
      fields,
      source: SOURCES[lead % SOURCES.length],
      at,
      owner,
      signals,
      attempts,
    });
  }
}

/** With what is written and not yet in its place. */
function sizeOf(database: string): number {
  return [database, `${database}-wal`].reduce(
    (sum, file) => sum + (existsSync(file) ? statSync(file).size : 0),
    0,
  );
}
