/** Promises kept by person, within each one's own hours; for those who may read it (TGT5). */
import { leadsBehind } from '../api/reports.ts';
import { useQuery } from '../api/hooks.ts';
import { members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { percent, toneOf } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Part } from './part.ts';

export function PeoplePanel({ figures, version, scope, words }: Part) {
  const { me, language, format } = useSession();
  const people = useQuery(members).value?.members ?? [];
  const said = words.people;
  const goal = version.definitions.goals.find(({ metric }) => metric === 'first_response');
  const target = goal ? goal.target / 100 : null;
  const nameOf = (person: string) => people.find(({ id }) => id === person)?.name ?? person;
  const rows = figures.people.toSorted((a, b) => nameOf(a.person).localeCompare(nameOf(b.person), language));
  return (
    <Panel class="wide-4" title={said.title} about={said.about}>
      {rows.length === 0 ? (
        <p class="soft">{me.role === 'manager' || me.role === 'sdr' ? said.nobody : said.closed}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{said.person}</th>
              <th scope="col" colSpan={2}>
                {said.inTime}
              </th>
              <th scope="col" class="n">
                n
              </th>
              <th scope="col" class="n">
                {said.attempts}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, inTime, policies, attempts }) => (
              <tr key={person} data-person={person}>
                <th scope="row">{nameOf(person)}</th>
                <td class="meter">
                  <Bar share={inTime.share} tone={toneOf(inTime.share, inTime.n, target)} />
                </td>
                <td class="n">
                  <a
                    href={leadsBehind(
                      'compliance',
                      policies.map((policy) => ['person', policy, person]),
                      scope,
                    )}
                  >
                    {percent(language, inTime.share)}
                  </a>
                </td>
                <td class="n">{format.number(inTime.n)}</td>
                <td class="n">
                  {attempts ? (
                    <a href={leadsBehind('attempts', [['handoffs', 'owner', person]], scope)}>
                      {format.number(Math.round(attempts.mean * 10) / 10)}
                    </a>
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
