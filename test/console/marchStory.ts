/** Eight hand-offs of one March whose every number can be read off the story; for the screens that show them. */
import type { Fact } from '../../shared/lead/facts.ts';
import type { ReportLead } from '../../shared/target/report.ts';
import { agreement, at, attempt, everyPolicy, fact, version } from '../shared/lead/agreement.ts';
import { answer, handedOff, leadOf, scopeAt } from '../shared/target/leads.ts';

export const day = (on: string, time = '09:00') => at(`2026-03-${on}`, time);
export const NOW = day('31', '12:00');
/** One promise: a first response in four business hours. */
export const DEFINITIONS = agreement({
  policies: everyPolicy().filter(({ kind }) => kind === 'first_response'),
});
const WORLD = { history: [version(DEFINITIONS)] };

function lead(id: string, owner: string, when: number, ...happened: readonly Fact[]): ReportLead {
  const owned = fact('owner.assigned', when, { owner });
  return leadOf(id, [...handedOff(when), owned, ...happened], NOW, WORLD);
}

const called = (by: string, when: number) => attempt(when, by);
const spoke = (by: string, when: number) => attempt(when, by, { outcome: 'connected' });
const back = (id: string, when: number, reason: string, by: string) =>
  answer(id, when, { answer: reason === 'no_fit' ? 'disqualified' : 'recycled', reason }, by);

export const LEADS = [
  // In an hour, and spoken to.
  lead('a', 'bruno', day('02'), spoke('bruno', day('02', '10:00'))),
  // In three hours, spoken to the day after.
  lead('b', 'carla', day('02'), called('carla', day('02', '12:00')), spoke('carla', day('03'))),
  // In six hours: late; given back.
  lead(
    'c',
    'bruno',
    day('03'),
    called('bruno', day('03', '15:00')),
    back('c', day('04'), 'not_now', 'bruno'),
  ),
  // In an hour; turned down.
  lead('d', 'carla', day('03'), called('carla', day('03', '10:00')), back('d', day('05'), 'no_fit', 'carla')),
  // Nobody tried; the ten days for it are over.
  lead('e', 'bruno', day('04')),
  // In two hours; still being tried.
  lead('f', 'carla', day('30'), called('carla', day('30', '11:00'))),
  // In an hour; given back.
  lead(
    'g',
    'bruno',
    day('04'),
    called('bruno', day('04', '10:00')),
    back('g', day('05'), 'not_now', 'bruno'),
  ),
  // In two hours, and spoken to.
  lead('h', 'bruno', day('30', '10:00'), spoke('bruno', day('30', '12:00'))),
];

export const SCOPE = { ...scopeAt(NOW, WORLD), window: { start: day('01', '00:00'), end: at('2026-04-01') } };
