/** First responses in time, week by week, against what was agreed. */
import { useSession } from '../session.ts';
import { Chart } from '../ui/Chart.tsx';
import { percent } from '../ui/numbers.ts';
import type * as Marks from '../ui/plot.ts';
import { Chapter, type PackPart } from './Chapter.tsx';
import { goalFor } from './packFigures.ts';

const HEIGHT = 200;

export function Weeks({ figures, ground }: PackPart) {
  const { language, format } = useSession();
  const { words, version, dayOf } = ground;
  const said = words.pack;
  const { weeks } = figures;
  const goal = goalFor('first_response', version.definitions);
  const label = said.weeks.label(said.firstResponse);
  const draw = (plot: typeof Marks, width: number) => {
    const points = weeks.map(({ on, share }) => ({ at: format.date(Date.parse(on), 0), share: share ?? 0 }));
    return plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 48,
      marginRight: 8,
      x: { type: 'band', label: null, domain: points.map(({ at }) => at), padding: 0.35 },
      y: { label: null, domain: [0, 1] },
      marks: [
        plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
        plot.axisY({ ticks: 4, tickSize: 0, tickFormat: (share: number) => percent(language, share) }),
        plot.axisX({ tickSize: 0 }),
        plot.rectY(points, { x1: 'at', y: 'share', fill: 'var(--ink-2)' }),
        plot.ruleY(goal === null ? [] : [goal], { stroke: 'var(--ink)', strokeDasharray: '4 4' }),
      ],
    });
  };
  return (
    <Chapter id="weeks" title={said.contents.weeks} about={said.weeks.about}>
      {weeks.length === 0 ? (
        <p class="soft">{said.weeks.none}</p>
      ) : (
        <Chart label={label} draw={draw} of={[weeks, goal, format]}>
          <thead>
            <tr>
              <th scope="col">{said.weeks.week}</th>
              <th scope="col" class="n">
                {said.weeks.inTime}
              </th>
              <th scope="col" class="n">
                {said.weeks.of}
              </th>
              {goal === null ? null : (
                <th scope="col" class="n">
                  {said.goals.target}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ on, share, n }) => (
              <tr key={on} data-week={on}>
                <th scope="row">{dayOf(on)}</th>
                <td class="n">{percent(language, share)}</td>
                <td class="n">{format.number(n)}</td>
                {goal === null ? null : <td class="n">{percent(language, goal)}</td>}
              </tr>
            ))}
          </tbody>
        </Chart>
      )}
    </Chapter>
  );
}
