/**
 * Random stories of one hand-off over three weeks, told as far as they are known at an instant: what
 * the laws of clocks are held against.
 */
import * as fc from 'fast-check';
import type { Policy, Target } from '../../../shared/definitions/policy.ts';
import { CLOCK_KINDS } from '../../../shared/lead/vocabulary.ts';
import type { ClockInput, HandoffAnswer } from '../../../shared/sla/clockInput.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { attempt, entry, handoff, member, nov, policy, room, story, version } from './story.ts';

export const START = nov('2 9:00');

/** A minute within three weeks of the hand-off. */
export const minute = fc.integer({ min: 0, max: 21 * 1_440 }).map((after) => START + after * MINUTE_MS);

export const target: fc.Arbitrary<Target> = fc.oneof(
  fc.integer({ min: 5, max: 3_000 }).map((businessMinutes) => ({ businessMinutes })),
  fc.integer({ min: 5, max: 3_000 }).map((minutes) => ({ minutes })),
  fc.integer({ min: 1, max: 5 }).map((businessDays) => ({ businessDays })),
);

/** Snoozes, ascending, some of them overlapping. */
export const snoozes = fc
  .array(fc.tuple(minute, fc.integer({ min: 1, max: 4 * 1_440 })), { maxLength: 3 })
  .map((pairs) =>
    pairs.toSorted(([a], [b]) => a - b).map(([from, lasts]) => ({ from, to: from + lasts * MINUTE_MS })),
  );

const promise = fc.record({ target, pausable: fc.boolean(), percent: fc.integer({ min: 1, max: 99 }) });

/** For every kind one for all, and one that holds once the lead's size is known. */
const policies: fc.Arbitrary<Policy[]> = fc
  .array(fc.tuple(promise, promise), { minLength: CLOCK_KINDS.length, maxLength: CLOCK_KINDS.length })
  .map((pairs) =>
    pairs.flatMap(([general, sized], place) => {
      const kind = CLOCK_KINDS[place] ?? 'reply';
      const stage = kind === 'stage_time' ? { stage: 'mql' } : {};
      const said = ({ target: own, pausable, percent }: typeof general): Partial<Policy> => ({
        target: own,
        pauses: pausable ? ['snooze'] : [],
        warn: [{ atPercent: percent, to: 'owner' }],
        repeat: { times: 4 },
        ...stage,
      });
      const when = { field: 'size', known: true };
      return [
        policy(kind, said(general)),
        policy(kind, { ...said(sized), id: `${kind}_sized`, level: 'segment', when }),
      ];
    }),
  );

const moments = fc.record({
  publishedAt: minute,
  ownerAt: minute,
  otherOwnerAt: minute,
  leftAt: fc.option(minute),
  answeredAt: fc.option(minute),
  /** How long after the answer its overturning came, ms; null when it stood. */
  overturnedAfter: fc.option(fc.integer({ min: 1, max: 4_000 }).map((minutes) => minutes * MINUTE_MS)),
  sizeAt: minute,
  budgetAt: minute,
  sqlAt: fc.option(minute),
  attempts: fc.array(minute, { maxLength: 6 }),
  replies: fc.array(minute, { maxLength: 4 }),
});

export const happenings = fc.record({
  policies,
  others: policies,
  running: fc.boolean(),
  trial: fc.boolean(),
  snoozes,
  moments,
});
export type Happenings = typeof happenings extends fc.Arbitrary<infer T> ? T : never;

/** Every instant at which something happens in the story that a fold could not foresee. */
export function instantsOf({ moments: all, snoozes: pauses }: Happenings): number[] {
  const { attempts, replies, overturnedAfter: _, ...single } = all;
  const decided = overturnedAt(all);
  const starts = pauses.map(({ from }) => from);
  return [...Object.values(single), ...attempts, ...replies, ...starts, decided].filter((at) => at !== null);
}

function overturnedAt({ answeredAt, overturnedAfter }: Happenings['moments']): number | null {
  return answeredAt === null || overturnedAfter === null ? null : answeredAt + overturnedAfter;
}

/** The story as known at `now`: what comes later is not in it yet, except what the room and the versions plan. */
export function toldAt(all: Happenings, now: number): ClockInput {
  const { moments: when, trial } = all;
  const sized = when.sizeAt <= now ? [when.sizeAt] : [];
  const bruno = when.leftAt === null ? member('bruno') : member('bruno', { kind: 'left', at: when.leftAt });
  const happened = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
    list.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  return story([], {
    now,
    history: [
      version({ policies: all.policies, required: ['budget'], signed: !trial }),
      version({
        version: 2,
        policies: all.others,
        required: ['budget'],
        effectiveAt: when.publishedAt,
        choices: { leads: 'stay', clocks: all.running ? 'running' : 'new' },
      }),
    ],
    room: room({ members: [bruno, member('carla')] }),
    owners: happened([
      { at: when.ownerAt, owner: 'bruno', factId: 'o1' },
      { at: when.otherOwnerAt, owner: 'carla', factId: 'o2' },
    ]),
    handoffs: [handedOff(all, now)],
    entries: happened([
      entry('mql', START),
      ...(when.sqlAt === null ? [] : [entry('sql', when.sqlAt, 'mql')]),
    ]),
    attempts: happened(when.attempts.map((at, place) => attempt(at, { id: `a${place}` }))),
    replies: happened(when.replies.map((at, place) => ({ factId: `r${place}`, at, outOfOffice: false }))),
    snoozes: all.snoozes.filter(({ from }) => from <= now),
    known: { budget: when.budgetAt <= now ? [{ from: when.budgetAt, to: null }] : [] },
    verdict: (_, at) => (at >= when.sizeAt ? 'met' : 'unmet'),
    learnt: () => sized,
  });
}

/** Recycled if it was answered by `now`, reopened if the return was overturned by then. */
function handedOff({ moments: when, trial }: Happenings, now: number): ClockInput['handoffs'][number] {
  const { answeredAt } = when;
  if (answeredAt === null || answeredAt > now) return handoff(START, { trial });
  const answer: HandoffAnswer = {
    factId: 'f',
    answer: 'recycled',
    at: answeredAt,
    since: answeredAt,
    by: 'bruno',
  };
  const decidedAt = overturnedAt(when);
  if (decidedAt === null || decidedAt > now) {
    return handoff(START, { trial, answers: [answer], closed: { at: answeredAt, how: 'answered' } });
  }
  const decided = { factId: 'd', at: decidedAt, outcome: 'overturned' } as const;
  const contests = [{ factId: 'c', at: answeredAt, by: 'ana', decided }];
  return handoff(START, { trial, answers: [answer], contests });
}
