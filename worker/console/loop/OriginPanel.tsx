/** What each source or campaign brought: how much sales took of it, how far it came, what came back. */
import { useAddress } from '../address.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Chart } from '../ui/Chart.tsx';
import { Choice } from '../ui/Choice.tsx';
import { percent } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Table } from '../ui/Table.tsx';
import type * as Marks from '../ui/plot.ts';
import { ContestedCells } from './ContestedCells.tsx';
import { Count } from './Count.tsx';
import { ExportButton } from './ExportButton.tsx';
import { type Figures, type Origin, ORIGINS } from './figures.ts';
import { drawIntervals } from './intervals.ts';
import type { Part } from './part.ts';
import { stageNames } from './stageNames.ts';
import { Worth } from './Worth.tsx';

/** More lines than this are for the table alone. */
const DRAWN = 8;

export function OriginPanels(part: Part) {
  const { figures, version, words } = part;
  const { query } = useAddress();
  const by = ORIGINS.find((one) => one === query['by']) ?? 'source';
  const labelOf = (of: string | null) => {
    if (of === null) return words.without;
    const named = by === 'source' ? version.definitions.sources : [];
    return named.find(({ id }) => id === of)?.label ?? of;
  };
  const rows = figures.origins[by];
  return (
    <>
      <OriginTable {...part} by={by} rows={rows} labelOf={labelOf} />
      <Acceptance {...part} by={by} rows={rows} labelOf={labelOf} />
    </>
  );
}

interface Props extends Part {
  readonly by: Origin;
  readonly rows: Figures['origins'][Origin];
  readonly labelOf: (of: string | null) => string;
}

function OriginTable({ by, rows, labelOf, version, scope, words }: Props) {
  const { set } = useAddress();
  const said = words.origin;
  const [from, to] = stageNames(version.definitions);
  const title = said.title[by];
  return (
    <Panel
      class="wide-7"
      title={title}
      about={said.about}
      actions={
        <>
          <Choice
            label={said.by}
            value={by}
            options={ORIGINS.map((id) => ({ id, label: said.kinds[id] }))}
            onPick={(next) => set({ by: next === 'source' ? null : next })}
          />
          <ExportButton report="quality" scope={scope} title={title} words={words} />
        </>
      }
    >
      {rows.length === 0 ? (
        <p class="soft">{said.nothing}</p>
      ) : (
        <Table
          label={title}
          columns={[
            said.kinds[by],
            { n: said.handedOver },
            { n: said.accepted },
            { n: said.qualified(from, to) },
            { n: said.returned },
            { n: said.contested },
            { n: said.overturned },
          ]}
        >
          {rows.map(({ of, accepted, qualified, returned, contested, overturned }) => {
            const behind = (what: string) => leadsBehind('quality', [[what, by, of]], scope);
            const answers = (what: string, ...rest: string[]) => [what, by, of, ...rest];
            return (
              <tr key={of ?? ''} data-origin={of ?? ''}>
                <th scope="row">{labelOf(of)}</th>
                <td class="n" data-of="handed-over">
                  <Count n={qualified.n} to={behind('qualified')} />
                </td>
                <td class="n" data-of="accepted">
                  <Worth share={accepted} to={behind('accepted')} />
                </td>
                <td class="n" data-of="qualified">
                  <Worth share={qualified} to={behind('qualified')} />
                </td>
                <td class="n" data-of="returned">
                  <Count
                    n={returned}
                    to={leadsBehind(
                      'dispositions',
                      [answers('answer', 'recycled'), answers('answer', 'disqualified')],
                      scope,
                    )}
                  />
                </td>
                <ContestedCells contested={contested} overturned={overturned} cell={answers} scope={scope} />
              </tr>
            );
          })}
        </Table>
      )}
    </Panel>
  );
}

function Acceptance({ by, rows, labelOf, scope, words }: Props) {
  const { language, format } = useSession();
  const said = words.chart;
  const worth = rows.filter(({ accepted }) => accepted.n > 0);
  const drawn = worth.slice(0, DRAWN).map(({ of, accepted }) => ({ name: labelOf(of), share: accepted }));
  const draw = (plot: typeof Marks, width: number) => drawIntervals(plot, width, drawn, format);
  const spoken = drawn.map(({ name, share }) =>
    said.label(
      name,
      percent(language, share.share),
      percent(language, share.low),
      percent(language, share.high),
      format.number(share.n),
    ),
  );
  return (
    <Panel class="wide-5" title={said.title} about={said.about}>
      {worth.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <Chart label={`${said.title}. ${spoken.join('; ')}`} draw={draw} of={[worth, by, format]}>
          <thead>
            <tr>
              <th scope="col">{words.origin.kinds[by]}</th>
              <th scope="col" class="n">
                {said.share}
              </th>
              <th scope="col" class="n">
                {said.interval}
              </th>
            </tr>
          </thead>
          <tbody>
            {worth.map(({ of, accepted }) => (
              <tr key={of ?? ''}>
                <th scope="row">{labelOf(of)}</th>
                <td class="n">
                  <Worth share={accepted} to={leadsBehind('quality', [['accepted', by, of]], scope)} />
                </td>
                <td class="n">
                  {words.effect.interval(percent(language, accepted.low), percent(language, accepted.high))}
                </td>
              </tr>
            ))}
          </tbody>
        </Chart>
      )}
    </Panel>
  );
}
