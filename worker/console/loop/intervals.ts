/** Draws shares with the intervals they lie in, a line each, its name above it. */
import type { Format } from '../../../shared/messages/format.ts';
import type { Share } from '../../../shared/target/share.ts';
import { percent } from '../ui/numbers.ts';
import type * as Marks from '../ui/plot.ts';

export interface Drawn {
  /** Lines that share a name stand together. */
  readonly name: string;
  readonly share: Share;
  /** What is compared with: drawn lighter. */
  readonly isBefore?: boolean | undefined;
}

const ROW = 44;
const AXIS = 28;

export function drawIntervals(
  plot: typeof Marks,
  width: number,
  drawn: readonly Drawn[],
  format: Format,
): Element {
  const names = [...new Set(drawn.map(({ name }) => name))];
  const lines = drawn.map(({ name, share, isBefore = false }) => ({
    // Counted downwards, so that the first stands on top.
    y: names.indexOf(name) + (isBefore ? 0.02 : drawn.some((one) => one.isBefore) ? 0.22 : 0.12),
    low: share.low,
    high: share.high,
    share: share.share ?? 0,
    stroke: isBefore ? 'var(--edge)' : 'var(--ink)',
  }));
  const heads = names.map((name, place) => ({ name, y: place - 0.28 }));
  return plot.plot({
    width,
    height: names.length * ROW + AXIS,
    marginLeft: 8,
    marginRight: 16,
    marginTop: 4,
    marginBottom: AXIS,
    x: { domain: [0, 1], label: null },
    y: { domain: [names.length - 0.4, -0.6], axis: null },
    marks: [
      plot.ruleX([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--line)' }),
      plot.axisX({
        ticks: [0, 0.25, 0.5, 0.75, 1],
        tickSize: 0,
        tickFormat: (at: number) => percent(format.language, at),
      }),
      plot.ruleY(lines, { y: 'y', x1: 'low', x2: 'high', stroke: 'stroke', strokeWidth: 3 }),
      plot.dot(lines, { y: 'y', x: 'share', r: 5, fill: 'stroke' }),
      plot.text(heads, { y: 'y', x: 0, text: 'name', textAnchor: 'start', dx: 4, fill: 'var(--ink-2)' }),
    ],
  });
}
