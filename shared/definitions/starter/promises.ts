/** What starter agreements of every business promise: one policy of each kind, first responses at three levels. */
import type { Policy, Target } from '../policy.ts';
import type { StarterWords } from './words.ts';

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
