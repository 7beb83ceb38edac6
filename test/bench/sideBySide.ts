/** Two ways of doing one thing, timed by turns so that a busy machine slows both alike. */
import { median } from './row.ts';

/** Does it once and returns something that depends on all of it, so that nothing is optimized away. */
export type Doing = () => unknown;

/** Longer than the grain of the thread clock, some milliseconds. */
const ROUNDS = 31;
/** Until both are compiled as far as they will be. */
const WARM_MS = 700;
const ROUND_MS = 30;

export interface Speeds {
  /** Calls per second, medians. */
  readonly ours: number;
  readonly theirs: number;
}

export async function sideBySide(ours: Doing, theirs: Doing): Promise<Speeds> {
  await warm(ours);
  await warm(theirs);
  const calls = { ours: await callsPerRound(ours), theirs: await callsPerRound(theirs) };
  const speeds = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    speeds.ours.push(await speed(ours, calls.ours));
    speeds.theirs.push(await speed(theirs, calls.theirs));
  }
  return { ours: median(speeds.ours), theirs: median(speeds.theirs) };
}

async function warm(doing: Doing): Promise<void> {
  const until = performance.now() + WARM_MS;
  while (performance.now() < until) await speed(doing, 10);
}

async function callsPerRound(doing: Doing): Promise<number> {
  for (let calls = 1; ; calls *= 2) {
    if (calls / (await speed(doing, calls)) > ROUND_MS / 1_000) return calls;
  }
}

/** Calls per second of this thread's own time: what else the machine does is not counted. */
async function speed(doing: Doing, calls: number): Promise<number> {
  const start = process.threadCpuUsage();
  for (let call = 0; call < calls; call += 1) {
    const done = doing();
    if (done instanceof Promise) await done;
  }
  const { user, system } = process.threadCpuUsage(start);
  return calls / (Math.max(1, user + system) / 1_000_000);
}
