/** Each side's goals in the period that holds now: what there is, what was agreed, and the pace (TGT3). */
import type { Side } from '../../../shared/lead/vocabulary.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { GoalResult } from '../../../shared/target/goals.ts';
import { isMetric } from '../../../shared/target/metrics.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { offsetMsAt } from '../ui/dates.ts';
import { Panel } from '../ui/Panel.tsx';
import { Scroll } from '../ui/Scroll.tsx';
import { BySource } from './BySource.tsx';
import type { Shown } from './part.ts';
import { Standing } from './Standing.tsx';
import { doneOf, saidActual, saidTarget } from './goal.ts';

const SIDES: readonly Side[] = ['marketing', 'sales', 'neutral'];

export function Goals(part: Shown) {
  const { figures, words } = part;
  if (figures.goals.length === 0)
    return (
      <section class="panel wide empty">
        <h2>{words.empty.title}</h2>
        <p>{words.empty.text}</p>
        <a class="button" href="#what-if">
          {words.empty.act}
        </a>
      </section>
    );
  return (
    <>
      {SIDES.map((side) => {
        const goals = figures.goals.filter((goal) => goal.side === side);
        // Goals of both teams together are rare; each team's own absence is worth a word.
        if (side === 'neutral' && goals.length === 0) return null;
        return <OfSide key={side} {...part} side={side} goals={goals} />;
      })}
    </>
  );
}

interface Props extends Shown {
  readonly side: Side;
  readonly goals: readonly GoalResult[];
}

function OfSide({ side, goals, ...part }: Props) {
  const { words } = part;
  const said = words.goals;
  return (
    <Panel class={side === 'neutral' ? 'wide' : 'wide-6'} title={words.sides[side]}>
      {goals.length === 0 ? (
        <p class="soft">{said.none}</p>
      ) : (
        <>
          <Scroll label={words.sides[side]}>
            <table class="goals">
              <thead>
                <tr>
                  <th scope="col">{said.goal}</th>
                  <th scope="col">
                    <span class="unseen">{said.share}</span>
                  </th>
                  <th scope="col" class="n">
                    {said.now}
                  </th>
                  <th scope="col" class="n">
                    {said.target}
                  </th>
                  <th scope="col">{said.standing}</th>
                </tr>
              </thead>
              <tbody>
                {goals.map((goal) => (
                  <Goal key={goal.id} {...part} goal={goal} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <BySource {...part} goals={goals} />
        </>
      )}
    </Panel>
  );
}

function Goal({ goal, ...part }: Shown & { readonly goal: GoalResult }) {
  const { language, format } = useSession();
  const { version, words, metrics, nameOf, money } = part;
  const said = words.goals;
  const calendar = workspaceCalendarOf(version);
  const dayOf = (at: number) => format.date(at, offsetMsAt(calendar, at));
  const { period, accountable, metric } = goal;
  const speech = { language, format, money };
  return (
    <tr data-goal={goal.id}>
      <th scope="row">
        {isMetric(metric) ? metrics[metric] : metric}
        <small>{said.dates(dayOf(period.start), dayOf(period.end - 1))}</small>
        {accountable === null ? null : <small>{said.answers(nameOf(accountable))}</small>}
      </th>
      <td class="meter">
        <Bar share={doneOf(goal)} />
      </td>
      <td class="n">
        {goal.kind === 'unknown_metric' ? (
          '–'
        ) : (
          <a href={leadsBehind('goals', [[goal.id, 'all']], {})}>{saidActual(goal, speech)}</a>
        )}
      </td>
      <td class="n">{saidTarget(goal, speech)}</td>
      <td>
        <Standing goal={goal} words={words} speech={speech} />
      </td>
    </tr>
  );
}
