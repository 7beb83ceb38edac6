/**
 * Whether sales worked a hand-off (TGT2): a first response, late too, and one of a conversation, an
 * answer, or all the attempts agreed; missed once the time for that has run out.
 */
import { versionAt, versionOf, workspaceCalendarOf } from '../lead/versionAt.ts';
import { CONVERSATIONS } from '../lead/vocabulary.ts';
import { dueAt } from '../sla/target.ts';
import { earliest } from '../time.ts';
import { clocksOf, type CountedHandoff, isDuring } from './handoffs.ts';
import type { KeptLead } from './keptLead.ts';
import { hasPassed, type Scope } from './scope.ts';

export type Work =
  | { readonly status: 'worked'; readonly at: number }
  /** `at` = when its time had run out. */
  | { readonly status: 'missed'; readonly at: number }
  /** `until` = when its time runs out if nothing more is done; null = not known (snoozed). */
  | { readonly status: 'in_progress'; readonly until: number | null };

/**
 * Null: in no denominator (taken back, or opted out before anybody responded). With a `scope.now` before
 * the fold's, as things stood then.
 */
export function workOf(lead: KeptLead, handoff: CountedHandoff, scope: Scope): Work | null {
  const { closed } = handoff.draft;
  if (handoff.withdrawn) return null;
  const responded = upTo(scope.now, respondedAt(lead, handoff));
  const done = upTo(
    scope.now,
    earliest([talkedAt(lead, handoff), answeredAt(handoff), triedAt(lead, handoff)]),
  );
  if (responded !== null && done !== null) return { status: 'worked', at: Math.max(responded, done) };
  if (closed?.how === 'opted_out' && closed.at <= scope.now) {
    return responded === null ? null : { status: 'worked', at: closed.at };
  }
  const until = runsOutAt(lead, handoff, scope);
  return until !== null && hasPassed(scope, until)
    ? { status: 'missed', at: until }
    : { status: 'in_progress', until };
}

function upTo(now: number, at: number | null): number | null {
  return at === null || at > now ? null : at;
}

/** First response by the clock's own rules where one runs, else the first genuine attempt. */
export function respondedAt(lead: KeptLead, handoff: CountedHandoff): number | null {
  const clock = clocksOf(lead, handoff, 'first_response').at(-1);
  if (clock !== undefined)
    return clock.status === 'met' || clock.status === 'met_late' ? clock.endedAt : null;
  return lead.state.attempts.find(({ genuine, at }) => genuine && isDuring(handoff, at))?.at ?? null;
}

function talkedAt({ state, story }: KeptLead, handoff: CountedHandoff): number | null {
  const spoke = state.attempts.find(
    ({ genuine, outcome, at }) => genuine && CONVERSATIONS.includes(outcome) && isDuring(handoff, at),
  );
  const reply = story.facts.find(
    (fact) => fact.kind === 'reply.received' && fact.body.outOfOffice !== true && isDuring(handoff, fact.at),
  );
  return earliest([spoke?.at ?? null, reply?.at ?? null]);
}

/** Winning the lead answers for it. */
function answeredAt({ draft, start }: CountedHandoff): number | null {
  const answer = draft.answers.find(({ at }) => at >= start)?.at ?? null;
  return earliest([answer, draft.closed?.how === 'won' ? draft.closed.at : null]);
}

/** When the last agreed attempt was made. */
function triedAt(lead: KeptLead, handoff: CountedHandoff): number | null {
  const last = clocksOf(lead, handoff, 'cadence').at(-1);
  const isMet = last?.status === 'met' || last?.status === 'met_late';
  return last !== undefined && isMet && last.step === last.of ? last.endedAt : null;
}

/**
 * The last cadence step's due, its steps still to come at the agreed pace from the newest one's due;
 * without a cadence that has begun, the agreed open days from the start.
 */
function runsOutAt(lead: KeptLead, { draft, ...handoff }: CountedHandoff, scope: Scope): number | null {
  const newest = clocksOf(lead, { draft, ...handoff }, 'cadence').findLast(
    ({ startedAt }) => startedAt === null || startedAt <= scope.now,
  );
  if (newest?.status === 'paused') return null;
  if (newest === undefined || newest.dueAt === null) {
    const version = versionAt(scope.history, draft.openedAt);
    const { workWithinDays } = version.definitions.handoff;
    return dueAt(workspaceCalendarOf(version), handoff.start, { businessDays: workWithinDays });
  }
  const calendar = versionOf(scope.history, newest.policy.version)?.calendars[newest.policy.calendar];
  let due: number | null = newest.dueAt;
  for (let step = newest.step; step < newest.of && due !== null; step += 1) {
    due = calendar === undefined ? null : dueAt(calendar, due, newest.policy.target);
  }
  return due;
}
