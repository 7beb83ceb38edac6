/** What starter agreements of every business have in common: lists everybody needs, bands, promises. */
import type { Calendar } from '../calendar.ts';
import type { Policy, Target } from '../policy.ts';
import type { Scoring } from '../scoring.ts';
import type { Stage } from '../stage.ts';
import type { StageWords, StarterWords } from './words.ts';

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

/** One level of the first response; the first in the list of its level goes first. */
export interface FirstResponse {
  readonly id: string;
  readonly label: string;
  readonly level: Policy['level'];
  readonly when?: Policy['when'];
  readonly target: Target;
  readonly warnAtPercent: number;
  readonly managerAfter: Target;
}

export interface Timing {
  /** Calendar of those who answer leads; `office` is marketing's and the referee's. */
  readonly calendar: string;
  readonly office: string;
  readonly assignment: Target;
  readonly acceptance: Target;
  readonly cadence: { readonly target: Target; readonly times: number };
  readonly reply: { readonly target: Target; readonly managerAfter: Target };
  readonly stageTime: Target;
}

/** Every kind of promise, first responses as the business orders them. */
export function promisesFrom(
  words: StarterWords,
  responses: readonly FirstResponse[],
  timing: Timing,
): Policy[] {
  const { policies: labels } = words;
  const sales = { party: 'sales', level: 'default', order: 1, calendar: timing.calendar } as const;
  const marketing = { party: 'marketing', level: 'default', order: 1, calendar: timing.office } as const;
  const owner = (atPercent: number): Policy['warn'] => [{ atPercent, to: 'owner' }];
  const manager = (after: Target): Policy['escalate'] => [{ after, do: { notify: 'manager' } }];
  return [
    {
      ...sales,
      id: 'assignment',
      label: labels.assignment,
      kind: 'assignment',
      target: timing.assignment,
      warn: [],
      escalate: manager({ businessMinutes: 15 }),
    },
    ...responses.map(({ id, label, level, when, target, warnAtPercent, managerAfter }): Policy => ({
      ...sales,
      id,
      label,
      kind: 'first_response',
      level,
      ...(when === undefined ? {} : { when }),
      target,
      warn: owner(warnAtPercent),
      escalate: manager(managerAfter),
    })),
    {
      ...sales,
      id: 'acceptance',
      label: labels.acceptance,
      kind: 'acceptance',
      target: timing.acceptance,
      warn: owner(75),
      escalate: manager({ businessHours: 4 }),
    },
    {
      ...sales,
      id: 'cadence',
      label: labels.cadence,
      kind: 'cadence',
      target: timing.cadence.target,
      repeat: { times: timing.cadence.times },
      pauses: ['snooze'],
      warn: owner(75),
      escalate: manager({ businessHours: 8 }),
    },
    {
      ...sales,
      id: 'reply',
      label: labels.reply,
      kind: 'reply',
      target: timing.reply.target,
      warn: owner(60),
      escalate: manager(timing.reply.managerAfter),
    },
    {
      ...sales,
      id: 'sal-time',
      label: labels.stageTime,
      kind: 'stage_time',
      stage: 'sal',
      target: timing.stageTime,
      pauses: ['snooze'],
      warn: owner(80),
      escalate: [],
    },
    {
      ...marketing,
      id: 'return-to-nurture',
      label: labels.returnToNurture,
      kind: 'return_to_nurture',
      target: { businessDays: 2 },
      warn: owner(75),
      escalate: manager({ businessDays: 1 }),
    },
    {
      ...marketing,
      id: 'brief',
      label: labels.brief,
      kind: 'brief_completion',
      target: { businessHours: 8 },
      warn: owner(75),
      escalate: [],
    },
    {
      ...marketing,
      party: 'neutral',
      id: 'contest',
      label: labels.contest,
      kind: 'contest_answer',
      target: { businessDays: 3 },
      warn: owner(75),
      escalate: [],
    },
  ];
}

/** A conversation took place, by whichever channel. */
export const CONVERSATION = [
  { attempts: true as const, outcome: 'connected' as const, times: 1 },
  { attempts: true as const, outcome: 'replied' as const, times: 1 },
  { attempts: true as const, outcome: 'meeting_booked' as const, times: 1 },
];

/** Sections a new workspace begins without. */
export const EMPTY = { signers: [], rates: [], quotas: [], goals: [] };
export const RHYTHM = { meetEvery: 'month', reviewEvery: 'quarter' } as const;
