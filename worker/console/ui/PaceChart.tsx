/** How something grows against what was agreed, by open days: drawn, and as a table that opens its leads. */
import type { Format } from '../../../shared/messages/format.ts';
import type { PaceDay } from '../../../shared/target/pace.ts';
import { Chart } from './Chart.tsx';
import type * as Marks from './plot.ts';

interface Props {
  /** What it shows, in a sentence. */
  readonly label: string;
  readonly days: readonly PaceDay[];
  /** For the whole period, in the unit of the days; null = none. */
  readonly target: number | null;
  /** Where this pace leads to. */
  readonly projected: number | null;
  /** Last date of the period. */
  readonly end: string | undefined;
  readonly format: Format;
  /** An amount as it is read. */
  readonly said: (amount: number) => string;
  readonly heads: Readonly<Record<'date' | 'actual' | 'agreed' | 'expected', string>>;
  /** Where what was made through a date is listed. */
  readonly to: (on: string) => string;
}

const HEIGHT = 210;
const LEAST = 4;

export function PaceChart({ label, days, target, projected, end, format, said, heads, to }: Props) {
  const isRunning = end !== undefined && (days.at(-1)?.on ?? end) < end;
  const draw = (plot: typeof Marks, width: number) => {
    const points = days.map(({ on, actual, expected }) => ({ at: new Date(on), n: actual, expected }));
    const last = points.at(-1);
    const over = end === undefined ? undefined : new Date(end);
    const ahead = target !== null && last && over && last.at < over;
    const agreed = target === null ? [] : points.map(({ at, expected }) => ({ at, n: expected }));
    if (ahead) agreed.push({ at: over, n: target });
    const leads = ahead && projected !== null ? [last, { at: over, n: projected }] : [];
    const most = Math.max(LEAST, ...[...points, ...agreed, ...leads].map(({ n }) => n));
    return plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 44,
      marginRight: 12,
      x: { type: 'utc', label: null },
      y: { label: null, nice: true, zero: true, domain: [0, most] },
      marks: [
        plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
        plot.axisY({ ticks: 4, tickSize: 0, tickFormat: said }),
        plot.axisX({
          ticks: Math.max(2, Math.floor(width / 120)),
          tickSize: 0,
          tickFormat: (at: Date) => format.date(at.getTime(), 0),
        }),
        plot.lineY(agreed, { x: 'at', y: 'n', stroke: 'var(--edge)', strokeDasharray: '4 4' }),
        plot.lineY(leads, { x: 'at', y: 'n', stroke: 'var(--ink)', strokeDasharray: '2 4' }),
        plot.lineY(points, { x: 'at', y: 'n', stroke: 'var(--ink)', strokeWidth: 2.5 }),
        plot.dot(last ? [last] : [], { x: 'at', y: 'n', r: 4, fill: 'var(--ink)' }),
      ],
    });
  };
  return (
    <Chart label={label} draw={draw} of={[days, target, projected, end, format]}>
      <thead>
        <tr>
          <th scope="col">{heads.date}</th>
          <th scope="col" class="n">
            {heads.actual}
          </th>
          {target === null ? null : (
            <th scope="col" class="n">
              {heads.agreed}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {days.map(({ on, actual, expected }) => (
          <tr key={on} data-on={on}>
            <th scope="row">{format.date(Date.parse(on), 0)}</th>
            <td class="n">
              <a href={to(on)}>{said(actual)}</a>
            </td>
            {target === null ? null : <td class="n">{said(expected)}</td>}
          </tr>
        ))}
        {isRunning && target !== null && projected !== null ? (
          <tr data-projected>
            <th scope="row">
              {format.date(Date.parse(end), 0)} <small>{heads.expected}</small>
            </th>
            <td class="n">{said(projected)}</td>
            <td class="n">{said(target)}</td>
          </tr>
        ) : null}
      </tbody>
    </Chart>
  );
}
