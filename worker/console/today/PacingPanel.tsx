/** How what marketing delivers grows against what was agreed, by open days. */
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Chart } from '../ui/Chart.tsx';
import { Panel } from '../ui/Panel.tsx';
import type * as Marks from '../ui/plot.ts';
import type { Part } from './part.ts';

const HEIGHT = 210;

export function PacingPanel({ figures, version, scope, words, target }: Part) {
  const { format } = useSession();
  const { pacing, days } = figures;
  const { stages, handoff } = version.definitions;
  const stage = stages.find(({ id }) => id === handoff.stage)?.short ?? handoff.stage;
  const said = words.pacing;
  const dayOf = (on: string) => format.date(Date.parse(on), 0);
  const behind = pacing && target !== null ? format.signed(pacing.actual - pacing.expected) : null;
  const label = said.now(format.number(pacing?.actual ?? 0), behind);

  const draw = (plot: typeof Marks, width: number) => {
    const points = days.map(({ on, actual, expected }) => ({ at: new Date(on), actual, expected }));
    const last = points.at(-1);
    const end = scope.to === undefined ? undefined : new Date(scope.to);
    const hasTarget = target !== null && pacing !== undefined;
    const ahead = hasTarget && last && end && last.at < end;
    const agreed = hasTarget ? points.map(({ at, expected }) => ({ at, n: expected })) : [];
    if (ahead) agreed.push({ at: end, n: target });
    const projected =
      ahead && pacing.projected !== null
        ? [
            { at: last.at, n: last.actual },
            { at: end, n: pacing.projected },
          ]
        : [];
    return plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 44,
      marginRight: 12,
      x: { type: 'utc', label: null },
      y: {
        label: null,
        nice: true,
        zero: true,
        domain: [
          0,
          Math.max(
            4,
            ...[points, agreed, projected].flat().map((point) => ('n' in point ? point.n : point.actual)),
          ),
        ],
      },
      marks: [
        plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
        plot.axisY({ ticks: 4, tickSize: 0, tickFormat: (n: number) => format.number(n) }),
        plot.axisX({
          ticks: Math.max(2, Math.floor(width / 120)),
          tickSize: 0,
          tickFormat: (at: Date) => format.date(at.getTime(), 0),
        }),
        plot.lineY(agreed, { x: 'at', y: 'n', stroke: 'var(--edge)', strokeDasharray: '4 4' }),
        plot.lineY(projected, { x: 'at', y: 'n', stroke: 'var(--ink)', strokeDasharray: '2 4' }),
        plot.lineY(points, { x: 'at', y: 'actual', stroke: 'var(--ink)', strokeWidth: 2.5 }),
        plot.dot(last ? [last] : [], { x: 'at', y: 'actual', r: 4, fill: 'var(--ink)' }),
      ],
    });
  };

  return (
    <Panel
      class="wide-7"
      title={said.title(stage)}
      about={`${label} · ${target === null ? said.noTarget : said.about}`}
    >
      <Chart label={`${said.title(stage)}: ${label}`} draw={draw} of={[days, pacing, target, format]}>
        <thead>
          <tr>
            <th scope="col">{said.date}</th>
            <th scope="col" class="n">
              {said.actual}
            </th>
            {target === null ? null : (
              <th scope="col" class="n">
                {said.agreed}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {days.map(({ on, actual, expected }) => (
            <tr key={on}>
              <th scope="row">{dayOf(on)}</th>
              <td class="n">
                <a href={leadsBehind('pacing', [['on', on]], scope)}>{format.number(actual)}</a>
              </td>
              {target === null ? null : <td class="n">{format.number(expected)}</td>}
            </tr>
          ))}
        </tbody>
      </Chart>
    </Panel>
  );
}
