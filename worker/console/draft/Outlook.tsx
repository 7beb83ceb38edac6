/** What a preview found: who would move, whose deadlines would, how scores lie, what it asks of people. */
import type { PreviewResult } from '../../../shared/protocol/definitions.ts';
import { addressOf } from '../address.ts';
import { useSession } from '../session.ts';
import { Chart } from '../ui/Chart.tsx';
import type * as Marks from '../ui/plot.ts';
import type { DraftProps } from './Draft.tsx';

interface Props extends DraftProps {
  readonly result: PreviewResult;
  /** The job it is the result of. */
  readonly job: string;
}

type Mark = readonly string[];
type Tone = 'ok' | 'risk' | 'late';
type Tile = readonly [n: number, label: string, tone: Tone, mark?: Mark];

export function Outlook({ result, job, words, version }: Props) {
  const { format } = useSession();
  const { preview: said } = words;
  const shortOf = (stage: string) =>
    version.definitions.stages.find(({ id }) => id === stage)?.short ?? stage;
  const { earlier, later, begun, ended } = result.deadlines;
  const tiles: readonly Tile[] = [
    ...result.stages.map(({ stage, before, after }): Tile => {
      const isMore = after >= before;
      const label = isMore ? said.enter(shortOf(stage)) : said.leave(shortOf(stage));
      return [after - before, label, isMore ? 'ok' : 'late'];
    }),
    [earlier.n, said.earlier, 'risk', ['shift', 'earlier']],
    [later.n, said.later, 'ok', ['shift', 'later']],
    [begun.n, said.begun, 'risk', ['begun']],
    [ended.n, said.ended, 'ok', ['ended']],
    [result.late.n, said.late, 'late', ['late']],
  ];
  const leadsOf = (mark: Mark) => addressOf('/console/leads', { preview: job, cell: JSON.stringify(mark) });
  const moving = result.moves.reduce((sum, { n }) => sum + n, 0);
  const shown = tiles.filter(([n]) => n !== 0);
  const { before, after, makes } = result.load;
  const rate = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <div class="stack">
      {shown.length === 0 ? <p>{said.nothing}</p> : null}
      <ul class="tiles">
        {shown.map(([n, label, tone, mark]) => {
          const figure = <b class={`tone-${tone}`}>{n < 0 ? format.signed(n) : format.number(n)}</b>;
          return (
            <li key={label}>
              {mark === undefined ? figure : <a href={leadsOf(mark)}>{figure}</a>} {label}
            </li>
          );
        })}
      </ul>
      {result.leads > 0 ? <Scores result={result} words={words} /> : null}
      {result.moves.length > 0 ? (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{said.from}</th>
                <th scope="col">{said.to}</th>
                <th scope="col" class="n">
                  {said.leads}
                </th>
              </tr>
            </thead>
            <tbody>
              {result.moves.map(({ from, to, n }) => (
                <tr key={`${from} ${to}`}>
                  <td>{from === '' ? said.nobody : shortOf(from)}</td>
                  <td>{shortOf(to)}</td>
                  <td class="n">
                    <a href={leadsOf(['move', from, to])}>{format.number(n)}</a>
                  </td>
                </tr>
              ))}
            </tbody>
            {result.moves.length > 1 ? (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {said.allMoves}
                  </th>
                  <td class="n">
                    <a href={leadsOf(['move'])}>{format.number(moving)}</a>
                  </td>
                </tr>
              </tfoot>
            ) : null}
          </table>
        </div>
      ) : null}
      <p class="minor">
        {said.load(rate(before.asks), rate(after.asks), makes === null ? null : rate(makes))}
      </p>
    </div>
  );
}

const HEIGHT = 200;

function Scores({ result: { scores }, words: { preview: said } }: Pick<Props, 'result' | 'words'>) {
  const { format } = useSession();
  const draw = (plot: typeof Marks, width: number) =>
    plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 40,
      x: { label: said.points },
      y: { label: null, ticks: 3, tickFormat: (n: number) => format.number(n) },
      marks: [
        plot.gridY({ ticks: 3, stroke: 'var(--line)', strokeOpacity: 1 }),
        plot.rectY(scores, { x1: 'from', x2: 'to', y: 'before', fill: 'var(--line)' }),
        plot.lineY(scores, {
          x: ({ from, to }: (typeof scores)[number]) => (from + to) / 2,
          y: 'after',
          stroke: 'var(--done)',
          strokeWidth: 2.5,
        }),
        plot.ruleY([0], { stroke: 'var(--edge)' }),
      ],
    });
  return (
    <Chart label={said.scores} draw={draw} of={[scores, format]}>
      <thead>
        <tr>
          <th scope="col">{said.points}</th>
          <th scope="col" class="n">
            {said.before}
          </th>
          <th scope="col" class="n">
            {said.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ from, to, before, after }) => (
          <tr key={from}>
            <th scope="row">
              {from}–{to}
            </th>
            <td class="n">{format.number(before)}</td>
            <td class="n">{format.number(after)}</td>
          </tr>
        ))}
      </tbody>
    </Chart>
  );
}
