/** A starter told where and when its people work, who they are and whose money they count in. */
import type { Calendar } from '../calendar.ts';
import type { Definitions } from '../definitions.ts';
import { weekOf } from './answers.ts';
import { currencyOf, HOME } from './countries.ts';
import type { Ground } from './suggestion.ts';

/** The id every starter routes to. */
const STARTERS_TEAM = 'sales';

export function teamOf(team: string): string {
  return team === '' ? STARTERS_TEAM : team;
}

export function groundOf(ground: Pick<Ground, 'answers' | 'starter' | 'holidays'>): Definitions {
  const { answers, starter } = ground;
  const { sales, marketing, referee } = answers;
  const signers: Definitions['signers'] = [
    ...(marketing === '' ? [] : [{ side: 'marketing' as const, member: marketing }]),
    ...(sales === '' ? [] : [{ side: 'sales' as const, member: sales }]),
  ];
  const team = teamOf(answers.team);
  return {
    ...starter,
    calendars: Object.fromEntries(
      Object.entries(starter.calendars).map(([id, calendar]) => [id, calendarOf(ground, id, calendar)]),
    ),
    currency: currencyOf(answers.country),
    // Those of the starter are in its own money.
    rates: currencyOf(answers.country) === starter.currency ? starter.rates : [],
    routes: starter.routes.map((route) => (route.team === STARTERS_TEAM ? { ...route, team } : route)),
    signers,
    handoff: { ...starter.handoff, ...(referee === '' ? {} : { referee }) },
    sources: starter.sources.map((source) =>
      marketing === '' ? source : { ...source, marketer: marketing },
    ),
  };
}

/** The hours asked for are those of whoever answers leads; others keep theirs, in the same zone. */
function calendarOf(
  { answers, starter, holidays }: Pick<Ground, 'answers' | 'starter' | 'holidays'>,
  id: string,
  calendar: Calendar,
): Calendar {
  const isHome = HOME[starter.language] === answers.country;
  const week = id === starter.workspaceCalendar ? weekOf(answers) : calendar.week;
  // Another country's holidays would be worse than none.
  const own = isHome ? calendar.holidays : [];
  return { ...calendar, zone: answers.zone, week, holidays: holidays ? named(holidays, own) : own };
}

/** Those found, called as the starter calls them; what it has of before they begin stays. */
function named(found: Calendar['holidays'], own: Calendar['holidays']): Calendar['holidays'] {
  const first = found[0]?.on ?? '';
  const known = new Map(own.map((day) => [day.on, day]));
  return [...own.filter(({ on }) => on < first), ...found.map((day) => known.get(day.on) ?? day)];
}
