/** Where leads get lost between the teams, by source, with the next step. */
import { leadsBehind } from '../api/reports.ts';
import { CrmSystems } from '../ui/CrmSystems.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Table } from '../ui/Table.tsx';
import { Count } from './Count.tsx';
import { ExportButton } from './ExportButton.tsx';
import type { Part } from './part.ts';

export function LeaksPanel({ figures, version, scope, words }: Part) {
  const said = words.leaks;
  const labelOf = (source: string | null) =>
    source === null
      ? words.without
      : (version.definitions.sources.find(({ id }) => id === source)?.label ?? source);
  return (
    <Panel
      class="wide-6"
      title={said.title}
      about={said.about}
      actions={<ExportButton report="leaks" scope={scope} title={said.title} words={words} />}
    >
      {figures.leaks.length === 0 ? (
        <p class="soft">{said.nothing}</p>
      ) : (
        <Table label={said.title} columns={[said.leak, { n: said.leads }, said.bySource]}>
          {figures.leaks.map(({ leak, n, sources }) => (
            <tr key={leak} data-leak={leak}>
              <th scope="row">
                {said.names[leak]}
                <small class="soft">{said.next[leak]}</small>
              </th>
              <td class="n" data-of="all">
                <Count n={n} to={leadsBehind('leaks', [[leak]], scope)} />
              </td>
              <td>
                <div class="counts">
                  {sources.map(({ source, n: own }) => (
                    <span key={source ?? ''} data-source={source ?? ''}>
                      {labelOf(source)} <Count n={own} to={leadsBehind('leaks', [[leak, source]], scope)} />
                    </span>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <CrmSystems systems={figures.systems} />
    </Panel>
  );
}
