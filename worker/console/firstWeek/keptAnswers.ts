/** The answers one begins with, and those given before somebody went away to add people. */
import * as z from 'zod';
import { BUSINESSES } from '../../../shared/definitions/business.ts';
import {
  type Answers,
  PAUSES,
  type WorkingDays,
  WORKING_DAYS,
} from '../../../shared/definitions/propose/answers.ts';
import { COUNTRIES, countryOf } from '../../../shared/definitions/propose/countries.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { MemberView, TeamView } from '../../../shared/protocol/people.ts';

const KEPT = 'combinado.firstAgreement';

const DAYS = Object.keys(WORKING_DAYS).filter((one): one is WorkingDays => Object.hasOwn(WORKING_DAYS, one));

const Kept = z.object({
  business: z.enum(BUSINESSES),
  country: z.enum(COUNTRIES),
  zone: z.string(),
  days: z.enum(DAYS),
  opens: z.string(),
  closes: z.string(),
  pause: z.enum(PAUSES),
  team: z.string(),
  sales: z.string(),
  marketing: z.string(),
  referee: z.string(),
  quota: z.number().nullable(),
});

/** As long as this tab is open, for this person alone. */
export function keepAnswers(member: string, answers: Answers): void {
  sessionStorage.setItem(`${KEPT}.${member}`, JSON.stringify(answers));
}

export function answersFor(
  member: string,
  language: Language,
  people: readonly MemberView[],
  teams: readonly TeamView[],
): Answers {
  const kept = sessionStorage.getItem(`${KEPT}.${member}`);
  const read = kept === null ? null : Kept.safeParse(JSON.parse(kept)).data;
  return read ? withoutGone(read, people, teams) : usual(language, people, teams);
}

/** Who was named may have left meanwhile; who was missing may have come. */
function withoutGone(kept: Answers, people: readonly MemberView[], teams: readonly TeamView[]): Answers {
  const isHere = (member: string) => people.some(({ id, active }) => id === member && active);
  const { sales, marketing } = leadersIn(people);
  return {
    ...kept,
    team: teams.some(({ id }) => id === kept.team) ? kept.team : teamIn(teams),
    sales: isHere(kept.sales) ? kept.sales : sales,
    marketing: isHere(kept.marketing) ? kept.marketing : marketing,
    referee: isHere(kept.referee) ? kept.referee : '',
  };
}

function usual(language: Language, people: readonly MemberView[], teams: readonly TeamView[]): Answers {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    business: 'saas',
    country: countryOf(zone, language),
    zone,
    days: 'weekdays',
    opens: '09:00',
    closes: '18:00',
    pause: '12:00',
    team: teamIn(teams),
    ...leadersIn(people),
    referee: '',
    quota: null,
  };
}

function teamIn(teams: readonly TeamView[]): string {
  return teams.find(({ side }) => side === 'sales')?.id ?? '';
}

function leadersIn(people: readonly MemberView[]): Pick<Answers, 'sales' | 'marketing'> {
  const of = (wanted: MemberView['side']) => people.filter(({ active, side }) => active && side === wanted);
  const first = (some: readonly MemberView[]) =>
    (some.find(({ role }) => role === 'manager') ?? some.find(({ role }) => role !== 'sdr'))?.id ?? '';
  return { sales: first(of('sales')), marketing: first(of('marketing')) };
}
