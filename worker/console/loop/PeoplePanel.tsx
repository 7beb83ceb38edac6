/** What each person answered; for those who may read it (TGT5). */
import { leadsBehind } from '../api/reports.ts';
import { useQuery } from '../api/hooks.ts';
import { members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Panel } from '../ui/Panel.tsx';
import { Table } from '../ui/Table.tsx';
import { Count } from './Count.tsx';
import type { Part } from './part.ts';
import { Worth } from './Worth.tsx';

const ANSWERS = ['accepted', 'recycled', 'disqualified'] as const;

export function PeoplePanel({ figures, scope, words }: Part) {
  const { me, language } = useSession();
  const people = useQuery(members).value?.members ?? [];
  const said = words.people;
  const nameOf = (person: string) => people.find(({ id }) => id === person)?.name ?? person;
  const rows = figures.people.toSorted((a, b) =>
    nameOf(a.of ?? '').localeCompare(nameOf(b.of ?? ''), language),
  );
  const reads = me.role === 'manager' || me.role === 'sdr';
  return (
    <Panel class="wide-5" title={said.title} about={said.about}>
      {rows.length === 0 ? (
        <p class="soft">{reads ? said.nothing : said.closed}</p>
      ) : (
        <Table
          label={said.title}
          columns={[
            said.person,
            ...ANSWERS.map((answer) => ({ n: words.answers[answer] })),
            { n: said.accepted },
          ]}
        >
          {rows.map(({ of, answers, accepted }) => (
            <tr key={of} data-person={of}>
              <th scope="row">{nameOf(of ?? '')}</th>
              {ANSWERS.map((answer) => (
                <td key={answer} class="n" data-of={answer}>
                  <Count
                    n={answers[answer]}
                    to={leadsBehind('dispositions', [['answer', 'person', of, answer]], scope)}
                  />
                </td>
              ))}
              <td class="n" data-of="share">
                <Worth share={accepted} to={leadsBehind('dispositions', [['answer', 'person', of]], scope)} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
