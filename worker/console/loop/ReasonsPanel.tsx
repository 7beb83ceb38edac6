/** Why leads came back: by reason, which kind of return, and how much of it was contested. */
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Table } from '../ui/Table.tsx';
import { ContestedCells } from './ContestedCells.tsx';
import { Count } from './Count.tsx';
import { ExportButton } from './ExportButton.tsx';
import { returnsOf } from './figures.ts';
import type { Part } from './part.ts';

export function ReasonsPanel({ figures, version, scope, words }: Part) {
  const said = words.reasons;
  const { reasons } = figures;
  const { format } = useSession();
  const most = Math.max(1, ...reasons.map(returnsOf));
  const labelOf = (reason: string | null) =>
    reason === null
      ? words.without
      : (version.definitions.handoff.reasons.find(({ id }) => id === reason)?.label ?? reason);
  return (
    <Panel
      class="wide-7"
      title={said.title}
      about={said.about}
      actions={<ExportButton report="dispositions" scope={scope} title={said.title} words={words} />}
    >
      {reasons.length === 0 ? (
        <p class="soft">{said.nothing}</p>
      ) : (
        <Table
          label={said.title}
          columns={[
            said.reason,
            null,
            { n: words.answers.recycled },
            { n: words.answers.disqualified },
            { n: said.contested },
            { n: said.overturned },
          ]}
        >
          {reasons.map(({ of, answers, contested, overturned }) => {
            const cell = (what: string, ...rest: string[]) => [what, 'reason', of, ...rest];
            return (
              <tr key={of ?? ''} data-reason={of ?? ''}>
                <th scope="row">{labelOf(of)}</th>
                <td class="meter" title={format.number(returnsOf({ answers }))}>
                  <Bar share={returnsOf({ answers }) / most} />
                </td>
                <td class="n" data-of="recycled">
                  <Count
                    n={answers.recycled}
                    to={leadsBehind('dispositions', [cell('answer', 'recycled')], scope)}
                  />
                </td>
                <td class="n" data-of="disqualified">
                  <Count
                    n={answers.disqualified}
                    to={leadsBehind('dispositions', [cell('answer', 'disqualified')], scope)}
                  />
                </td>
                <ContestedCells contested={contested} overturned={overturned} cell={cell} scope={scope} />
              </tr>
            );
          })}
        </Table>
      )}
    </Panel>
  );
}
