/**
 * The worker on workerd, over HTTP (SYN): what a push costs beside a request that does nothing, a batch
 * beside a bare insert, and a delta pull in a workspace ten times as large. Speeds are per second of the
 * worker's own processor time, so that what else the machine does is not counted.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { v7 as uuidv7 } from 'uuid';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { PullResponse } from '../../shared/protocol/sync.ts';
import { request, signIn, type Api } from '../support/api.ts';
import { startWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';
import { startBareWorker } from './bareWorker.ts';
import { type BenchRow, median, row } from './row.ts';

const SETUP_TOKEN = 'bench';
const ROUNDS = 5;
const REQUESTS = 20;
const BATCH = 50;
/** `BENCH_LEADS=100000` for the large workspace; its tenth is measured on the way. */
const LEADS = Number(process.env['BENCH_LEADS'] ?? 5_000);
const FIRST_PULL = 5_000;
/** Clock ticks a second, as `/proc` counts. */
const TICKS = 100;

export async function worker(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'combinado-bench-'));
  const running = await startWorker({
    dir,
    vars: { SETUP_TOKEN, COMBINADO_RATE: '1000000000' },
    log: () => undefined,
  });
  const bare = await startBareWorker(join(dir, 'bare'));
  try {
    const { origin, pid } = running;
    const founding = { origin, setupToken: SETUP_TOKEN, name: 'Bench', language: 'en' as const };
    const { admin, members } = await foundWorkspace({ ...founding, definitions: STARTERS.en });
    const rep = await signIn(admin, members.ana);
    const rows: BenchRow[] = [];

    const some = await addLeads(admin, Math.min(200, LEADS), members.ana);
    const device = await openDevice(rep);
    const nothing = () => request(rep, 'GET /v1/me');
    const one = () => device.push(some, 1);
    const speeds = await byTurns(pid, { nothing, one });
    rows.push(
      row('push of one attempt', 'requests/cpu-s', speeds.one, 'GET /v1/me, same worker', speeds.nothing),
    );

    const batch = await speedOf(pid, () => device.push(some, BATCH));
    const insert = await speedOf(bare.pid, () => bare.insert(BATCH));
    rows.push(
      row(
        `push of ${BATCH} attempts`,
        'commands/cpu-s',
        batch * BATCH,
        'bare INSERT … json_each in an object',
        insert * BATCH,
      ),
    );

    await addLeads(admin, LEADS / 10 - some.length, members.bruno);
    const small = await deltaPull(pid, rep, device, some);
    await addLeads(admin, LEADS - LEADS / 10, members.bruno);
    const large = await deltaPull(pid, rep, device, some);
    rows.push(row(`delta pull of ${LEADS} leads`, 'pulls/cpu-s', large, `the same of ${LEADS / 10}`, small));
    rows.push(...(await firstPull(await signIn(admin, members.bruno))));
    return rows;
  } finally {
    await running.stop();
    await bare.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Processor seconds the process has used, user and system. */
function cpu(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

type Doing = () => Promise<unknown>;

async function speedOf(pid: number, doing: Doing): Promise<number> {
  return (await byTurns(pid, { doing })).doing;
}

/** Requests per processor second, medians, each doing by turns after all are warm. */
async function byTurns<K extends string>(
  pid: number,
  doings: Readonly<Record<K, Doing>>,
): Promise<Record<K, number>> {
  const names = Object.keys(doings) as K[];
  const speeds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const before = cpu(pid);
      for (let count = 0; count < REQUESTS; count += 1) await doings[name]();
      // A tick is 10 ms: a round is longer than that by design, and never taken for nothing.
      if (round > 0) speeds[name].push(REQUESTS / Math.max(cpu(pid) - before, 1 / TICKS));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(speeds[name])])) as Record<K, number>;
}

let added = 0;
async function addLeads(admin: Api, count: number, owner: string): Promise<string[]> {
  const ids: string[] = [];
  for (let left = count; left > 0; left -= 250) {
    const leads = Array.from({ length: Math.min(left, 250) }, () => {
      added += 1;
      return {
        emails: [`bench${added}@example.org`],
        fields: { name: `Bench ${added}`, company: 'Bench' },
        owner,
      };
    });
    const answer = (await request(admin, 'POST /v1/leads', { body: { leads } })) as {
      results: { id: string }[];
    };
    ids.push(...answer.results.map(({ id }) => id));
  }
  return ids;
}

async function openDevice(api: Api) {
  const clientId = uuidv7();
  const { epoch } = PullResponse.parse(await request(api, `GET /v1/sync/pull?clientId=${clientId}`));
  let n = 0;
  return {
    clientId,
    async push(leads: readonly string[], count: number): Promise<void> {
      const commands = Array.from({ length: count }, () => {
        n += 1;
        const leadId = leads[n % leads.length];
        const body = { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
        return { n, id: uuidv7(), kind: 'attempt.log', body, at: Date.now() };
      });
      const answer = await request(api, 'POST /v1/sync/push', { body: { epoch, clientId, commands } });
      const { results } = answer as { results: { result: string }[] };
      if (results.some(({ result }) => result !== 'applied')) throw new Error(JSON.stringify(answer));
    },
  };
}

/** One lead changed since the cursor. */
async function deltaPull(
  pid: number,
  rep: Api,
  device: Awaited<ReturnType<typeof openDevice>>,
  leads: readonly string[],
): Promise<number> {
  let cursor = await toHead(rep);
  const pulled: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let used = 0;
    for (let count = 0; count < REQUESTS / 2; count += 1) {
      await device.push(leads, 1);
      const before = cpu(pid);
      for (let again = 0; again < 3; again += 1) {
        const answer = (await request(rep, `GET /v1/sync/pull?cursor=${cursor}`)) as PullResponse;
        if (again === 2) cursor = answer.cursor;
      }
      used += cpu(pid) - before;
    }
    pulled.push(((REQUESTS / 2) * 3) / Math.max(used, 1 / TICKS));
  }
  return median(pulled);
}

async function toHead(api: Api): Promise<string> {
  let cursor = '';
  for (;;) {
    const query = cursor === '' ? '' : `?cursor=${cursor}`;
    const page = (await request(api, `GET /v1/sync/pull${query}`)) as PullResponse;
    cursor = page.cursor;
    if (!page.more) return cursor;
  }
}

async function firstPull(api: Api): Promise<BenchRow[]> {
  const started = performance.now();
  let [bytes, leads, cursor, firstMs] = [0, 0, '', 0];
  for (let more = true; more && leads < FIRST_PULL;) {
    const query = cursor === '' ? '' : `?cursor=${cursor}`;
    const page = (await request(api, `GET /v1/sync/pull${query}`)) as PullResponse;
    bytes += gzipSync(JSON.stringify(page)).length;
    leads += page.leads.length;
    if (firstMs === 0 && leads > 0) firstMs = performance.now() - started;
    ({ cursor, more } = page);
  }
  return [
    row(`first pull of ${leads} leads`, 'bytes gzip/lead', bytes / leads, 'all of it', bytes),
    row(
      `first pull of ${leads} leads`,
      'ms to the first lead',
      firstMs,
      'to the last',
      performance.now() - started,
    ),
  ];
}
