/** Leads given back for nurturing: how many came back, how long that took, and which were won then. */
import { DAY_MS } from '../../../shared/time.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Panel } from '../ui/Panel.tsx';
import { Table } from '../ui/Table.tsx';
import { Count } from './Count.tsx';
import { ExportButton } from './ExportButton.tsx';
import type { Part } from './part.ts';
import { anyOf, Worth } from './Worth.tsx';

export function RecycledPanel({ figures, version, scope, words }: Part) {
  const { format } = useSession();
  const said = words.returned;
  const labelOf = (by: string, of: string | null) => {
    if (by === 'all') return said.all;
    if (of === null) return words.without;
    return version.definitions.sources.find(({ id }) => id === of)?.label ?? of;
  };
  const daysOf = (ms: number | null) =>
    ms === null ? '–' : format.plural(Math.round((ms / DAY_MS) * 10) / 10, said.days);
  return (
    <Panel
      class="wide-6"
      title={said.title}
      about={said.about}
      actions={<ExportButton report="recycled" scope={scope} title={said.title} words={words} />}
    >
      {figures.recycled.length === 0 ? (
        <p class="soft">{said.nothing}</p>
      ) : (
        <Table
          label={said.title}
          columns={[
            said.source,
            { n: said.recycled },
            { n: said.cameBack },
            { n: said.away },
            { n: said.won },
          ]}
        >
          {figures.recycled.map(({ by, of, cameBack, won, away }) => (
            <tr key={`${by} ${of}`} data-recycled={by === 'all' ? 'all' : `source ${of ?? ''}`}>
              <th scope="row">{labelOf(by, of)}</th>
              <td class="n" data-of="recycled">
                <Count n={cameBack.n} to={leadsBehind('recycled', [['recycled', by, of]], scope)} />
              </td>
              <td class="n" data-of="came-back">
                <Worth
                  share={cameBack}
                  to={leadsBehind('recycled', [['recycled', by, of]], scope, anyOf(cameBack))}
                />
              </td>
              <td class="n" data-of="away">
                {daysOf(away.median)}
              </td>
              <td class="n" data-of="won">
                <Worth share={won} to={leadsBehind('recycled', [['back', by, of]], scope)} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
