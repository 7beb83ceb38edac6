/** Each target of each side, period by period: agreed, achieved, and where it stands. */
import { SIDES } from '../../../shared/lead/vocabulary.ts';
import type { Achieved } from '../../../shared/target/achieved.ts';
import { ENOUGH } from '../../../shared/target/share.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Scroll } from '../ui/Scroll.tsx';
import { metricWords } from './about.ts';
import { amountIn } from './agenda.ts';
import { Chapter, type PackPart } from './Chapter.tsx';

export function GoalsReached({ figures, ground }: PackPart) {
  const { words } = ground;
  const said = words.pack;
  const sides = SIDES.filter((side) => figures.achieved.some((one) => one.side === side));
  return (
    <Chapter id="goals" title={said.contents.goals}>
      {sides.length === 0 ? <p class="soft">{said.goals.none}</p> : null}
      {sides.map((side) => (
        <Scroll key={side} label={words.sides[side]}>
          <table>
            <caption>{words.sides[side]}</caption>
            <thead>
              <tr>
                <th scope="col">{said.goals.goal}</th>
                <th scope="col">{said.goals.period}</th>
                <th scope="col" class="n">
                  {said.goals.actual}
                </th>
                <th scope="col" class="n">
                  {said.goals.target}
                </th>
                <th scope="col">{said.goals.standing}</th>
              </tr>
            </thead>
            <tbody>
              {figures.achieved
                .filter((one) => one.side === side)
                .map((one) => (
                  <GoalRow key={`${one.goal} ${one.from}`} achieved={one} ground={ground} />
                ))}
            </tbody>
          </table>
        </Scroll>
      ))}
    </Chapter>
  );
}

function GoalRow({ achieved, ground }: { readonly achieved: Achieved } & Pick<PackPart, 'ground'>) {
  const { format } = useSession();
  const { words, telling, version, dayOf } = ground;
  const { goal, metric, kind, from, to, actual, target, n, running, reached } = achieved;
  const said = words.pack.goals;
  const amount = amountIn(kind, format, version.definitions.currency);
  const standing =
    reached === null
      ? actual === null
        ? said.unknown
        : said.midway
      : running
        ? reached
          ? said.running
          : said.behind
        : reached
          ? said.reached
          : said.missed;
  // Colour only where there are enough to judge by (TGT5).
  const judged = reached !== null && (kind !== 'share' || n >= ENOUGH);
  return (
    <tr data-goal={`${goal} ${from}`}>
      <th scope="row">{metricWords(metric, telling)}</th>
      <td>{words.dates(dayOf(from), dayOf(to))}</td>
      <td class="n">
        <a href={leadsBehind('achieved', [[goal, from]], { from, to })}>
          {actual === null ? '–' : amount(actual)}
        </a>
        {kind === 'share' ? <small>{words.n(format.number(n))}</small> : null}
      </td>
      <td class="n">{amount(target)}</td>
      <td class={judged ? (reached ? 'tone-ok' : 'tone-late') : ''}>{standing}</td>
    </tr>
  );
}
