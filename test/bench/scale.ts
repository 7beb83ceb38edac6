/**
 * `npm run bench -- scale [leg…]`: workspaces of 1,000, 10,000 and 100,000 leads on real workerd, what they cost
 * and how that grows, beside Hono on Node with node:sqlite; then many reps who sync at once. By leg, so that each
 * can be looked at alone; with `--data` the workspaces are kept and not imported again.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { bundleWorker } from '../support/worker.ts';
import { peerName } from './peerName.ts';
import { startHonoOnNode } from './peerServer.ts';
import { cpu } from './processCost.ts';
import { reporting } from './reporting.ts';
import { simulateReps } from './reps.ts';
import { type BenchRow, row } from './row.ts';
import { type Figure, importing, lookingAgain, lookingUp, previewing, pulling } from './scaleLegs.ts';
import { FACTS_EACH, openScale, type ScaleWorkspace } from './scaleWorkspace.ts';
import { signIn } from '../support/api.ts';

/** Of every size, the smallest first. */
const LEGS: Readonly<Record<string, (place: ScaleWorkspace) => Promise<readonly Figure[]>>> = {
  import: async (place) => importing(place),
  pull: pulling,
  lookup: lookingUp,
  preview: previewing,
  publish: lookingAgain,
};
/** Of the largest alone, but for the peer. */
const OTHERS = ['reports', 'hono', 'reps'];

type Print = (rows: readonly BenchRow[]) => void;

export async function scale(args: readonly string[], print: Print): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      leads: { type: 'string', default: '1000,10000,100000' },
      reps: { type: 'string', default: '500' },
      minutes: { type: 'string', default: '10' },
      pace: { type: 'string', default: '60' },
      data: { type: 'string' },
    },
  });
  const known = [...Object.keys(LEGS), ...OTHERS];
  const unknown = positionals.filter((leg) => !known.includes(leg));
  if (unknown.length > 0)
    throw new Error(`no such leg: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const legs = positionals.length > 0 ? positionals : known;
  const sizes = values.leads.split(',').map(Number);
  const reps = Number(values.reps);
  const data = values.data ?? mkdtempSync(join(tmpdir(), 'combinado-scale-'));
  const open = (leads: number) => {
    const dir = join(data, String(leads));
    mkdirSync(dir, { recursive: true });
    return openScale({ dir, bundle: bundleWorker(), leads, reps });
  };
  try {
    if (legs.some((leg) => leg in LEGS)) await grow(legs, sizes, open, print);
    if (legs.includes('hono')) await growPeer(sizes, data, print);
    const largest = Math.max(...sizes);
    if (legs.includes('reports'))
      await withPlace(open(largest), async (place) => print(await reports(place)));
    if (legs.includes('reps')) {
      const [forMs, paceMs] = [Number(values.minutes) * MINUTE_MS, Number(values.pace) * SECOND_MS];
      await withPlace(open(largest), async (place) => print(await simulateReps(place, { forMs, paceMs })));
    }
  } finally {
    if (values.data === undefined) rmSync(data, { recursive: true, force: true });
  }
}

async function withPlace(opening: Promise<ScaleWorkspace>, act: (place: ScaleWorkspace) => Promise<void>) {
  const place = await opening;
  await act(place).finally(() => place.worker.stop());
}

async function grow(
  legs: readonly string[],
  sizes: readonly number[],
  open: (leads: number) => Promise<ScaleWorkspace>,
  print: Print,
): Promise<void> {
  const smallest = new Map<string, number>();
  const rowOf = (leads: number, { name, unit, value, limit }: Figure) => {
    const key = `${name.replace(/, \d+ facts$/, '')} ${unit}`;
    if (!smallest.has(key)) smallest.set(key, value);
    const [against, theirs] = limit ?? [`the same of ${sizes[0]}`, smallest.get(key) ?? Number.NaN];
    return row(`${name}, ${leads} leads`, unit, value, against, theirs);
  };
  for (const leads of sizes)
    await withPlace(open(leads), async (place) => {
      for (const leg of legs) print((await LEGS[leg]?.(place))?.map((figure) => rowOf(leads, figure)) ?? []);
    });
}

async function reports(place: ScaleWorkspace): Promise<readonly BenchRow[]> {
  const admin = place.api(place.admin);
  return reporting(await signIn(admin, place.manager), admin, place.leads);
}

const ROWS_AT_ONCE = 500;

/** As many rows as the import has facts, one table, nothing folded and nothing decided. */
async function growPeer(sizes: readonly number[], data: string, print: Print): Promise<void> {
  const speeds: number[] = [];
  for (const leads of sizes) {
    const dir = mkdtempSync(join(data, 'hono-'));
    const peer = await startHonoOnNode(dir);
    try {
      const rows = leads * FACTS_EACH;
      const [used, begun] = [cpu(peer.pid), performance.now()];
      for (let kept = 0; kept < rows; kept += ROWS_AT_ONCE) await peer.insert(ROWS_AT_ONCE);
      const [speed, name] = [rows / (cpu(peer.pid) - used), `${peerName('hono')} on Node: ${rows} rows`];
      speeds.push(speed);
      const first = `the same of ${(sizes[0] ?? 0) * FACTS_EACH}`;
      const perSecond = rows / ((performance.now() - begun) / SECOND_MS);
      print([
        row(name, 'rows/cpu-s', speed, first, speeds[0] ?? Number.NaN),
        row(name, 'rows/s', perSecond, first, Number.NaN),
      ]);
    } finally {
      await peer.stop();
      rmSync(dir, { recursive: true, force: true });
    }
  }
}
