/** What starter agreements of every business have in common: lists everybody needs, the way of a lead, what is scored. */
import type { Calendar } from '../calendar.ts';
import type { Scoring } from '../scoring.ts';
import type { Stage } from '../stage.ts';
import type { Definitions } from '../definitions.ts';
import type { PersonaWords, StageWords, StarterWords } from './words.ts';

export const FREE_MAIL = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'live.com',
  'yahoo.com',
  'yahoo.com.br',
  'icloud.com',
  'bol.com.br',
  'uol.com.br',
  'terra.com.br',
  'proton.me',
  'gmx.com',
  'aol.com',
];

/** Local parts that belong to a company, not a person (IDN2). */
export const ROLE_ADDRESSES = [
  'admin',
  'adm',
  'atendimento',
  'comercial',
  'compras',
  'contact',
  'contacto',
  'contato',
  'financeiro',
  'finanzas',
  'hello',
  'hola',
  'info',
  'marketing',
  'office',
  'ola',
  'sac',
  'sales',
  'suporte',
  'support',
  'ventas',
  'vendas',
];

type Day = NonNullable<Calendar['week']['mon']>;

export const OFFICE_DAY: Day = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

/** The same hours from Monday to Friday. */
export const weekdays = (hours: Day): Calendar['week'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});

export const labelled = <Id extends string>(
  words: Readonly<Record<Id, string>>,
  ids: readonly NoInfer<Id>[],
) => ids.map((id) => ({ id, label: words[id] }));

type Bands = readonly [best: number, good: number, fair: number];

/** Points each band begins at, best first; the last takes whatever is below. */
export function bandsFrom(words: StarterWords, fit: Bands, engagement: Bands): Scoring['bands'] {
  const rest = -10_000;
  return {
    fit: (['A', 'B', 'C', 'D'] as const).map((id, index) => ({
      id,
      atLeast: fit[index] ?? rest,
      label: words.bands.fit[id],
    })),
    engagement: (['1', '2', '3', '4'] as const).map((id, index) => ({
      id,
      atLeast: engagement[index] ?? rest,
      label: words.bands.engagement[id],
    })),
  };
}

/** What a stage is called and means; the rest is the business's own. */
export function stageFrom(
  id: string,
  { label, short, meaning, example, counterExample }: StageWords,
  rest: Omit<Stage, 'id' | 'label' | 'short' | 'meaning'>,
): Stage {
  const examples = example === undefined ? {} : { examples: [example] };
  const counterExamples = counterExample === undefined ? {} : { counterExamples: [counterExample] };
  return { id, label, short, meaning, ...examples, ...counterExamples, ...rest };
}

/** The way of every business: known, handed over, accepted, worth an offer, won. */
export function stagesFrom(
  words: StarterWords['stages'],
  own: {
    readonly lead: Stage['criteria'];
    readonly mql: Pick<Stage, 'criteria' | 'fastTrack'>;
    readonly sql: Stage['criteria'];
  },
): Stage[] {
  return [
    stageFrom('visitor', words.visitor, { owner: 'marketing', enter: 'automatic' }),
    stageFrom('lead', words.lead, { owner: 'marketing', enter: 'automatic', criteria: own.lead }),
    stageFrom('mql', words.mql, { owner: 'shared', enter: 'automatic', ...own.mql }),
    stageFrom('sal', words.sal, { owner: 'shared', enter: 'decision' }),
    stageFrom('sql', words.sql, { owner: 'shared', enter: 'decision', criteria: own.sql }),
    stageFrom('opportunity', words.opportunity, { owner: 'sales', enter: 'integration' }),
    stageFrom('customer', words.customer, { owner: 'sales', enter: 'integration' }),
  ];
}

/** Lists everybody needs, before the business's own. */
export const listsFrom = (
  words: StarterWords,
  competitors: string,
  example: string,
): Definitions['lists'] => ({
  freeMail: { label: words.lists.freeMail, values: FREE_MAIL },
  roleAddresses: { label: words.lists.roleAddresses, values: ROLE_ADDRESSES },
  competitors: { label: competitors, values: [example] },
});

/** Nobody hands a competitor over. */
export const competitorExclusion = (label: string): Definitions['exclusions'][number] => ({
  id: 'competitor',
  label,
  when: { emailDomain: true, inList: 'competitors' },
});

export function personasFrom<Id extends string>(
  words: Readonly<Record<Id, PersonaWords>>,
  whens: readonly (readonly [id: NoInfer<Id>, when: Definitions['personas'][number]['when']])[],
): Definitions['personas'] {
  return whens.map(([id, when]) => ({
    id,
    label: words[id].label,
    when,
    pains: [...words[id].pains],
    needs: [...words[id].needs],
    words: [...words[id].words],
  }));
}

type Group = Scoring['groups'][number];
type FitRules = Extract<Group, { kind: 'fit' }>['rules'];
type EngagementRules = Extract<Group, { kind: 'engagement' }>['rules'];

/** 100 points at most: half for who they are, more for what they do, some lost where interest is doubtful. */
export function scoringFrom(
  words: StarterWords,
  own: { readonly profile: FitRules; readonly interest: EngagementRules; readonly doubts: EngagementRules },
  bands: Scoring['bands'],
): Scoring {
  const { groups: labels } = words;
  return {
    min: 0,
    max: 100,
    groups: [
      { id: 'profile', label: labels.profile, kind: 'fit', min: 0, max: 50, rules: own.profile },
      { id: 'interest', label: labels.interest, kind: 'engagement', min: 0, max: 60, rules: own.interest },
      { id: 'doubts', label: labels.doubts, kind: 'engagement', min: -20, max: 0, rules: own.doubts },
    ],
    bands,
  };
}

/** A click is little and soon forgotten. */
export const clickRule = (label: string): EngagementRules[number] => ({
  id: 'click',
  label,
  points: 3,
  signal: 'email_clicked',
  count: 'each',
  limit: { times: 3, perDays: 7 },
  withinDays: 30,
});

/** Whoever looks at jobs may want one. */
export const careersRule = (
  label: string,
  counted: { readonly points: number; readonly limit: EngagementRules[number]['limit'] },
): EngagementRules[number] => ({
  id: 'careers',
  label,
  points: counted.points,
  signal: 'careers_viewed',
  count: 'each',
  limit: counted.limit,
  withinDays: 60,
});

/** They filled in a form: half of it forgotten after a while. */
export const formRule = (label: string, points: number, everyDays: number): EngagementRules[number] => ({
  id: 'form',
  label,
  points,
  signal: 'form_submitted',
  count: 'once',
  decay: { losePercent: 50, everyDays },
});

/** Something to read was taken: twice a month at most, half of it forgotten after a month. */
export const readingRule = (
  id: string,
  label: string,
  signal: string,
  points: number,
): EngagementRules[number] => ({
  id,
  label,
  points,
  signal,
  count: 'each',
  limit: { times: 2, perDays: 30 },
  decay: { losePercent: 50, everyDays: 30 },
});

/** Reasons to give a lead back that every business has. */
export const notNow = (words: StarterWords): Definitions['handoff']['reasons'] => [
  { id: 'not_now', label: words.reasons.not_now, answer: 'recycled' },
  { id: 'unreachable', label: words.reasons.unreachable, answer: 'recycled', unreachable: true },
];
export const wrongData = (words: StarterWords): Definitions['handoff']['reasons'][number] => ({
  id: 'wrong_data',
  label: words.reasons.wrong_data,
  answer: 'disqualified',
});

/** Marketing's and the referee's hours. */
export const officeFrom = (words: StarterWords): Calendar => ({
  label: words.businessHours,
  zone: words.zone,
  week: weekdays(OFFICE_DAY),
  holidays: words.holidays,
});

/** A conversation took place, by whichever channel. */
export const CONVERSATION = [
  { attempts: true as const, outcome: 'connected' as const, times: 1 },
  { attempts: true as const, outcome: 'replied' as const, times: 1 },
  { attempts: true as const, outcome: 'meeting_booked' as const, times: 1 },
];

/** Sections a new workspace begins without. */
export const EMPTY = { signers: [], rates: [], quotas: [] };
/**
 * What each side owes the other, in percent, so that it holds whatever the company sells (TGT3): how
 * many leads there must be follows from a quota, which only the company knows (TGT1).
 */
export const GOALS: Definitions['goals'] = [
  { id: 'acceptance', side: 'marketing', metric: 'acceptance_rate', target: 70, period: 'quarter' },
  { id: 'brief', side: 'marketing', metric: 'brief_completeness', target: 90, period: 'month' },
  { id: 'first-response', side: 'sales', metric: 'first_response', target: 90, period: 'month' },
  { id: 'worked', side: 'sales', metric: 'worked', target: 90, period: 'month' },
];
/** One team answers everything until somebody says otherwise. */
export const TO_SALES: Definitions['routes'] = [{ id: 'everything', order: 1, team: 'sales' }];
/** Entered when accepted; a return can be contested for three open days (HOF5). */
export const HANDED_OVER = { stage: 'mql', acceptedStage: 'sal', contestWithinDays: 3 } as const;
export const RHYTHM = { meetEvery: 'month', reviewEvery: 'quarter' } as const;
