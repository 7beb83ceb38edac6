/**
 * The worker on workerd, over HTTP (SYN): what a push costs beside a request that does nothing, a batch
 * beside a bare insert, and a delta pull in a workspace a hundred times as large. Speeds are per second of the
 * worker's own processor time, so that what else the machine does is not counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { request, signIn, type Api } from '../support/api.ts';
import { bundleWorker, startWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';
import { startBareWorker } from './bareWorker.ts';
import { flatness, growTo, type Measured, pullsOf, SIZES } from './deltaPull.ts';
import { firstPull } from './firstPull.ts';
import { foldingAlone } from './folding.ts';
import { peerName } from './peerName.ts';
import { startHonoOnNode } from './peerServer.ts';
import { cpu } from './processCost.ts';
import { openDevice } from './pushing.ts';
import { type BenchRow, median, row } from './row.ts';

const SETUP_TOKEN = 'bench';
const ROUNDS = 5;
const REQUESTS = 20;
const BATCH = 50;
/** What somebody's first pull brings. */
const LEADS = 5_000;
const NODE_PEER = `${peerName('hono')} on Node with node:sqlite`;

export async function worker(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'combinado-bench-'));
  const vars = { SETUP_TOKEN, COMBINADO_RATE: '1000000000' };
  const options = { dir, vars, bundle: bundleWorker(), log: () => undefined };
  let running = await startWorker(options);
  const bare = await startBareWorker(join(dir, 'bare'));
  const node = await startHonoOnNode(join(dir, 'node'));
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

    const batch = (await speedOf(pid, () => device.push(some, BATCH))) * BATCH;
    const insert = (await speedOf(bare.pid, () => bare.insert(BATCH))) * BATCH;
    const onNode = (await speedOf(node.pid, () => node.insert(BATCH))) * BATCH;
    const name = `push of ${BATCH} attempts`;
    rows.push(
      row(name, 'commands/cpu-s', batch, 'bare INSERT … json_each in an object', insert),
      row(name, 'commands/cpu-s', batch, `INSERT … json_each, ${NODE_PEER}`, onNode),
      row(`bare INSERT of ${BATCH} rows in an object`, 'rows/cpu-s', insert, NODE_PEER, onNode),
      // Where the limit is: an attempt is not a row but a lead looked at anew, and that alone costs this.
      row(
        name,
        'commands/cpu-s',
        batch,
        'fold and decide of as many leads, no database, no HTTP',
        foldingAlone(),
      ),
    );

    await addLeads(admin, LEADS - some.length, members.bruno);
    rows.push(...(await firstPullRows(await signIn(admin, members.bruno))));
    const measured: Measured[] = [];
    for (const leads of SIZES) {
      await running.stop();
      growTo(dir, leads, members.ana, members.bruno);
      running = await startWorker(options);
      const at = (api: Api): Api => ({ ...api, origin: running.origin });
      const phone = await openDevice(at(rep));
      for (const [who, api] of [
        ['sdr', rep],
        ['admin', admin],
      ] as const) {
        const change = () => phone.push(some, 1);
        const pulls = await pullsOf(at(api), change, () => cpu(running.pid));
        measured.push({ leads, who, pulls });
      }
    }
    rows.push(...flatness(measured));
    return rows;
  } finally {
    await running.stop();
    await bare.stop();
    await node.stop();
    rmSync(dir, { recursive: true, force: true });
  }
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
      if (round > 0) speeds[name].push(REQUESTS / (cpu(pid) - before));
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

async function firstPullRows(api: Api): Promise<BenchRow[]> {
  const { leads, bytes, firstMs, lastMs } = await firstPull(api);
  const name = `first pull of ${leads} leads`;
  return [
    row(name, 'bytes gzip/lead', bytes / leads, 'all of it', bytes),
    row(name, 'ms to the first lead', firstMs, 'to the last', lastMs),
  ];
}
