/**
 * Long work over every lead (DEF2, DEF3): how long a preview and a look at all of them take of the
 * worker's processor, and how long a small read waits meanwhile, beside the same read when nothing runs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { type Api, request, setUp } from '../support/api.ts';
import { bundleWorker, startWorker } from '../support/worker.ts';
import { type BenchRow, row } from './row.ts';
import { seedLeads } from '../support/seedLeads.ts';

/** `BENCH_LEADS=100000` for the figures of a large workspace. */
const LEADS = Number(process.env['BENCH_LEADS'] ?? 5_000);
const IDLE_READS = 1_500;
const TICKS = 100;

const Job = z.object({
  state: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  failure: z.string().nullable(),
});
const Started = z.object({ job: z.string() });

export async function answering(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'combinado-answering-'));
  const bundle = bundleWorker();
  const vars = { SETUP_TOKEN: 'bench', COMBINADO_RATE: '1000000000' };
  const start = () => startWorker({ dir, bundle, vars, log: (line) => process.stderr.write(`${line}\n`) });
  let running = await start();
  try {
    const made = await setUp(running.origin, 'bench', {
      workspace: 'Bench',
      language: 'en',
      admin: { name: 'Ada' },
    });
    await running.stop();
    const facts = seedLeads(dir, { count: LEADS, owners: [made.memberId], now: Date.now() });
    running = await start();
    const admin: Api = { origin: running.origin, token: made.token };
    const { pid } = running;
    // The seeded leads are decided here for the first time; what is measured comes after.
    await follow(admin, await publish(admin, 'First'));

    const idle = await readWhile(admin, (reads) => reads < IDLE_READS);
    let used = cpu(pid);
    const again = await publish(admin, 'Second');
    const busy = await readUntilDone(admin, again);
    const [seconds, size] = [cpu(pid) - used, `${LEADS} leads, ${facts} facts`];

    used = cpu(pid);
    await request(admin, 'PUT /v1/definitions/draft', { body: { definitions: titled('Third', 55) } });
    const choices = { leads: 'moveBack', clocks: 'running' };
    const asked = await request(admin, 'POST /v1/definitions/draft/preview', { body: { choices } });
    await follow(admin, Started.parse(asked).job);
    return [
      row(
        `small read while ${LEADS} leads are looked at again, p99`,
        'ms',
        at(busy, 0.99),
        'the same read, idle, p99',
        at(idle, 0.99),
      ),
      row(
        `small read while ${LEADS} leads are looked at again, median`,
        'ms',
        at(busy, 0.5),
        'the same read, idle, median',
        at(idle, 0.5),
      ),
      row('every lead looked at again', 'cpu-s', seconds, size, Number.NaN),
      row('preview of a draft', 'cpu-s', cpu(pid) - used, size, Number.NaN),
    ];
  } finally {
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function titled(title: string, atLeast?: number) {
  const { stages } = STARTERS.en;
  const mql = (stage: (typeof stages)[number]) =>
    stage.id === 'mql' && atLeast !== undefined ? { ...stage, criteria: { score: true, atLeast } } : stage;
  return { ...STARTERS.en, title, stages: stages.map(mql) };
}

async function publish(admin: Api, title: string): Promise<string> {
  const body = { definitions: titled(title), note: '' };
  return Started.parse(await request(admin, 'POST /v1/definitions', { body })).job;
}

async function jobOf(admin: Api, id: string) {
  const job = Job.parse(await request(admin, `GET /v1/jobs/${id}`));
  if (job.state === 'failed') throw new Error(job.failure ?? 'failed');
  return job;
}

async function follow(admin: Api, id: string): Promise<void> {
  while ((await jobOf(admin, id)).state === 'running') await new Promise((next) => setTimeout(next, 250));
}

/** Reads one after another, with the pauses of people; ms each. */
async function readWhile(admin: Api, goesOn: (reads: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn(times.length)) {
    const before = performance.now();
    await request(admin, 'GET /v1/me');
    times.push(performance.now() - before);
    await new Promise((next) => setTimeout(next, 3));
  }
  return times;
}

async function readUntilDone(admin: Api, id: string): Promise<number[]> {
  let state = 'running';
  const asking = (async () => {
    while (state === 'running') {
      await new Promise((next) => setTimeout(next, 500));
      ({ state } = await jobOf(admin, id));
    }
  })();
  const times = await readWhile(admin, () => state === 'running');
  await asking;
  return times;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Processor seconds the process has used, user and system. */
function cpu(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
