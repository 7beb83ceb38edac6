/** One line of the bench: ours beside a peer's or a limit, measured in the same run, on the same machine. */
export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** The peer or the limit, with its version. */
  readonly against: string;
  readonly theirs: number;
  /** ours / theirs: where the unit is a weight or a time below 1 is better, where it is a speed above 1. */
  readonly ratio: number;
}

export function row(name: string, unit: string, ours: number, against: string, theirs: number): BenchRow {
  const rounded = (value: number) => Number(value.toPrecision(4));
  return { name, unit, ours: rounded(ours), against, theirs: rounded(theirs), ratio: rounded(ours / theirs) };
}

/** The middle of repeated measurements: one slow run on a shared machine does not decide. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
