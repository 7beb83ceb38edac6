/**
 * Which seeds long runs have been through, so that they add up: `LONG=1` goes on after the last range
 * recorded in `test/seeds.csv` and records its own; an ordinary run meets the same seeds every time.
 */
import { appendFileSync, readFileSync } from 'node:fs';

const LEDGER = new URL('../seeds.csv', import.meta.url);
const isLong = process.env['LONG'] !== undefined;

export interface SeedRange {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

/** `SEEDS=17` or `SEEDS=1000-1999` says which instead, to look at a failure again. */
export function seedsOf(
  name: string,
  counts: { readonly ordinary: number; readonly long: number },
): SeedRange {
  const asked = /^(\d+)(?:-(\d+))?$/.exec(process.env['SEEDS'] ?? '');
  if (asked) return { from: Number(asked[1]), to: Number(asked[2] ?? asked[1]) };
  if (!isLong) return { from: 1, to: Number(process.env['RUNS'] ?? counts.ordinary) };
  const from = counts.ordinary + 1;
  const done = readFileSync(LEDGER, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith(`${name},`) ? [Number(line.split(',')[2])] : []));
  const next = Math.max(from, ...done.map((to) => to + 1));
  return { from: next, to: next + Number(process.env['RUNS'] ?? counts.long) - 1 };
}

/** To be called when all of them held. */
export function recordSeeds(name: string, { from, to }: SeedRange): void {
  if (!isLong || process.env['SEEDS'] !== undefined) return;
  appendFileSync(LEDGER, `${name},${from},${to},${new Date().toISOString().slice(0, 10)}\n`);
}
