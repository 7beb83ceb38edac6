/** What sales answered in the period, and why leads came back. */
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Part } from './part.ts';

const LISTED = 6;

export function ReturnsPanel({ figures, version, scope, words }: Part) {
  const { format } = useSession();
  const said = words.returns;
  const { answers, returns } = figures;
  const returned = (answers?.answers.recycled ?? 0) + (answers?.answers.disqualified ?? 0);
  const most = returns[0]?.n ?? 0;
  const labelOf = (reason: string | null) =>
    reason === null
      ? said.noReason
      : (version.definitions.handoff.reasons.find(({ id }) => id === reason)?.label ?? reason);
  const counts = [
    {
      name: 'accepted',
      n: answers?.answers.accepted ?? 0,
      forms: said.accepted,
      cells: [['answer', 'all', null, 'accepted']],
    },
    {
      name: 'returned',
      n: returned,
      forms: said.returned,
      cells: [
        ['answer', 'all', null, 'recycled'],
        ['answer', 'all', null, 'disqualified'],
      ],
    },
    {
      name: 'contested',
      n: answers?.contested.hits ?? 0,
      forms: said.contested,
      cells: [['return', 'all', null]],
      hit: true,
    },
    {
      name: 'overturned',
      n: answers?.overturned.hits ?? 0,
      forms: said.overturned,
      cells: [['decided', 'all', null]],
      hit: true,
    },
  ];
  return (
    <Panel
      class="wide-4"
      title={said.title}
      about={
        <span class="counts">
          {counts.map(({ name, n, forms, cells, hit }) => (
            <a key={name} data-count={name} href={leadsBehind('dispositions', cells, scope, hit)}>
              {format.plural(n, forms)}
            </a>
          ))}
        </span>
      }
    >
      {returns.length === 0 ? (
        <p class="soft">{said.nothing}</p>
      ) : (
        <table>
          <thead class="unseen">
            <tr>
              <th scope="col">{said.reason}</th>
              <td />
              <th scope="col">{said.leads}</th>
            </tr>
          </thead>
          <tbody>
            {returns.slice(0, LISTED).map(({ reason, n }) => (
              <tr key={reason ?? ''} data-reason={reason ?? ''}>
                <th scope="row">{labelOf(reason)}</th>
                <td class="meter">
                  <Bar share={most === 0 ? 0 : n / most} />
                </td>
                <td class="n">
                  <a
                    href={leadsBehind(
                      'dispositions',
                      [
                        ['answer', 'reason', reason, 'recycled'],
                        ['answer', 'reason', reason, 'disqualified'],
                      ],
                      scope,
                    )}
                  >
                    {format.number(n)}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
