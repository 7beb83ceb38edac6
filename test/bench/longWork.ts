/**
 * Long work over every lead (DEF2, DEF3): what a preview and a look at all of them take of the worker's
 * processor, and how long a small read waits meanwhile, beside the same read when nothing runs.
 */
import * as z from 'zod';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { type Api, request } from '../support/api.ts';
import { cpu } from './processCost.ts';

const IDLE_READS = 1_500;

const Job = z.object({ state: z.string(), failure: z.string().nullable() });
export const Started = z.object({ job: z.string() });

export interface Spent {
  readonly cpuSeconds: number;
  readonly seconds: number;
}

export interface LookedAt extends Spent {
  /** Of a small read, ms: half of them, and all but one in a hundred. */
  readonly idle: { readonly median: number; readonly p99: number };
  readonly busy: { readonly median: number; readonly p99: number };
}

/** @param publish makes a version, and answers the job that looks at every lead again */
export async function lookedAtAgain(
  admin: Api,
  pid: number,
  publish: () => Promise<string>,
): Promise<LookedAt> {
  const idle = await readWhile(admin, (reads) => reads < IDLE_READS);
  const [used, begun] = [cpu(pid), performance.now()];
  const busy = await readUntilDone(admin, await publish());
  return { ...spent(pid, used, begun), idle: sharesOf(idle), busy: sharesOf(busy) };
}

/** The draft with these definitions tried on every lead. */
export async function previewed(admin: Api, pid: number, definitions: Definitions): Promise<Spent> {
  await request(admin, 'PUT /v1/definitions/draft', { body: { definitions } });
  const [used, begun] = [cpu(pid), performance.now()];
  const choices = { leads: 'moveBack', clocks: 'running' };
  const asked = await request(admin, 'POST /v1/definitions/draft/preview', { body: { choices } });
  await follow(admin, Started.parse(asked).job);
  return spent(pid, used, begun);
}

function spent(pid: number, used: number, begun: number): Spent {
  return { cpuSeconds: cpu(pid) - used, seconds: (performance.now() - begun) / 1_000 };
}

/** The same agreement with another name, and perhaps other points for the stage before the hand-off. */
export function titled(definitions: Definitions, title: string, atLeast?: number): Definitions {
  const mql = (stage: Definitions['stages'][number]) =>
    stage.id === 'mql' && atLeast !== undefined
      ? { ...stage, criteria: { score: true as const, atLeast } }
      : stage;
  return { ...definitions, title, stages: definitions.stages.map(mql) };
}

async function stateOf(admin: Api, id: string): Promise<string> {
  const job = Job.parse(await request(admin, `GET /v1/jobs/${id}`));
  if (job.state === 'failed') throw new Error(job.failure ?? 'failed');
  return job.state;
}

export async function follow(admin: Api, id: string): Promise<void> {
  while ((await stateOf(admin, id)) === 'running') await new Promise((next) => setTimeout(next, 250));
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
      state = await stateOf(admin, id);
    }
  })();
  const times = await readWhile(admin, () => state === 'running');
  await asking;
  return times;
}

function sharesOf(times: readonly number[]) {
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** The time so large a share of them is no longer than. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
