/** What the agreement asks of each person and open day, beside what the team makes (TGT6). */
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Shown } from './part.ts';

export function CapacityPanel({ figures, words, nameOf }: Shown) {
  const { language, format } = useSession();
  const { capacity, capacityDates, people } = figures;
  const said = words.capacity;
  if (!capacity) return null;
  const { asks, makes, handoffs, due, made, peopleDays } = capacity;
  const dayOf = (on: string | undefined) => (on === undefined ? '…' : format.date(Date.parse(on), 0));
  const rate = (value: number | null) => (value === null ? '–' : format.number(Math.round(value * 10) / 10));
  const about = said.about(dayOf(capacityDates.from), dayOf(capacityDates.to));
  const rows = people.toSorted((a, b) => nameOf(a.member).localeCompare(nameOf(b.member), language));
  return (
    <Panel class="wide-5" title={said.title} about={about}>
      {asks === null || makes === null ? (
        <p class="soft">{said.nobody}</p>
      ) : (
        <>
          <dl class="figures">
            <div data-figure="asks">
              <dt>{said.asks}</dt>
              <dd>{rate(asks)}</dd>
            </div>
            <div data-figure="makes">
              <dt>{said.makes}</dt>
              <dd>{rate(makes)}</dd>
            </div>
          </dl>
          <p class={makes < asks ? 'tone-risk' : 'tone-ok'}>{makes < asks ? said.short : said.enough}</p>
        </>
      )}
      <table>
        <tbody>
          <tr data-figure="handoffs">
            <th scope="row">{said.handoffs}</th>
            <td class="n">
              <a href={leadsBehind('capacity', [['handoffs']], capacityDates)}>{format.number(handoffs)}</a>
            </td>
          </tr>
          <tr data-figure="due">
            <th scope="row">{said.due}</th>
            <td class="n">
              <a href={leadsBehind('capacity', [['handoffs']], capacityDates)}>{format.number(due)}</a>
            </td>
          </tr>
          <tr data-figure="made">
            <th scope="row">{said.attempts}</th>
            <td class="n">
              <a href={leadsBehind('capacity', [['made']], capacityDates)}>{format.number(made)}</a>
            </td>
          </tr>
          <tr data-figure="people-days">
            <th scope="row">{said.peopleDays}</th>
            <td class="n">{format.number(peopleDays)}</td>
          </tr>
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p class="minor">{said.closed}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{said.person}</th>
              <th scope="col" class="n">
                {said.days}
              </th>
              <th scope="col" class="n">
                {said.attempts}
              </th>
              <th scope="col" class="n">
                {said.perDay}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((person) => (
              <tr key={person.member} data-person={person.member}>
                <th scope="row">{nameOf(person.member)}</th>
                <td class="n">{format.number(person.openDays)}</td>
                <td class="n">
                  <a href={leadsBehind('capacity', [['made', person.member]], capacityDates)}>
                    {format.number(person.made)}
                  </a>
                </td>
                <td class="n">{rate(person.makes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
