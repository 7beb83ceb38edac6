/**
 * What this person may do to this lead now: the roles of ACC2 and what the lead's own state leaves
 * open. The workspace has the last word; this keeps what it would refuse off the card.
 */
import type { Version } from '../definitions/version.ts';
import { contestUntil, mayContest } from '../handoff/contest.ts';
import type { Fact } from '../lead/facts.ts';
import type { HandoffState, LeadState } from '../lead/state.ts';
import { dueAt } from '../sla/target.ts';
import { localDateOf } from '../sla/openTime.ts';
import { DAY_MS } from '../time.ts';
import { currentHandoff } from './attemptCount.ts';
import type { CardMay } from './cardView.ts';
import { calendarOf, type ViewContext } from './viewContext.ts';
import { whenLong, type When } from './when.ts';

/** `facts` tell how often it was snoozed; without them snoozing is not offered. */
export function buildMay(
  state: LeadState,
  facts: readonly Fact[] | null,
  version: Version | undefined,
  { context, when }: { context: ViewContext; when: When },
): CardMay {
  const { memberId, role } = context.viewer;
  const leads = role === 'admin' || role === 'manager';
  const own = state.owner === null || state.owner.id === memberId;
  const sells = leads || (role === 'sdr' && own);
  const snoozed = state.snoozedUntil !== null;
  const handoff = currentHandoff(state);
  const open = handoff?.closed === null;
  return {
    log: leads || role === 'sdr',
    reply: leads || role === 'sdr',
    answer: sells && open && handoff.answer === null,
    correct: sells ? correctIn(handoff) : null,
    stage: sells ? stageIn(state) : null,
    set: sells || role === 'marketer',
    take: state.owner === null && (leads || role === 'sdr'),
    assign: leads,
    snooze: sells && open && !snoozed && facts && version ? snoozeIn(facts, version, context.now) : null,
    resume: sells && snoozed,
    optOut: !state.optedOut.includes('all'),
    optIn: sells ? state.optedOut : [],
    contest: leads || role === 'marketer' ? contestIn(state, version, context.now, when) : null,
    nurture:
      (leads || role === 'marketer' || (role === 'sdr' && own)) &&
      state.clocks.some(({ kind, endedAt }) => kind === 'return_to_nurture' && endedAt === null),
    material: sells,
  };
}

/** What was answered can be mended while nothing but the answer ended the hand-off. */
function correctIn(handoff: HandoffState | null): CardMay['correct'] {
  if (!handoff?.answer || (handoff.closed !== null && handoff.closed.how !== 'answered')) return null;
  return { handoff: handoff.id, answered: handoff.answer.answer };
}

function stageIn(state: LeadState): NonNullable<CardMay['stage']> {
  return {
    backNeedsReason: currentHandoff(state)?.answer?.answer === 'accepted',
    release: state.entries.at(-1)?.cause === 'person',
  };
}

function snoozeIn(facts: readonly Fact[], version: Version, now: number): CardMay['snooze'] {
  const { times, openDays, reasons } = version.definitions.handoff.snooze;
  const calendar = calendarOf(version);
  if (!calendar || reasons.length === 0) return null;
  const handedOff = facts.reduce(
    (last, { kind, at }) => (kind === 'handoff.opened' ? Math.max(last, at) : last),
    -Infinity,
  );
  const made = facts.filter(({ kind, at }) => kind === 'lead.snoozed' && at >= handedOff).length;
  const longest = dueAt(calendar, now, { businessDays: openDays });
  return {
    reasons,
    from: localDateOf(calendar, now + DAY_MS),
    to: longest === null ? null : localDateOf(calendar, longest),
    left: Math.max(0, times - made),
  };
}

function contestIn(
  state: LeadState,
  version: Version | undefined,
  at: number,
  when: When,
): CardMay['contest'] {
  const calendar = calendarOf(version);
  const handoff = state.handoffs.at(-1);
  if (!version || !calendar || !handoff) return null;
  const withinDays = version.definitions.handoff.contestWithinDays;
  if (mayContest({ handoff, withinDays, calendar, at }) !== null) return null;
  const until = contestUntil({ handoff, withinDays, calendar });
  return until === null ? null : { handoff: handoff.id, until: whenLong(until, when) };
}
