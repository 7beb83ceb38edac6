/** Tries: how far back one may be stated, and what an opt-out forbids (ATT6, HOF6). */
import type { LeadState } from '../../../shared/lead/state.ts';
import type { CommandOf } from '../../../shared/protocol/commands.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { Refusal } from './command.ts';
import type { StoredFact } from '../leads/facts.ts';
import { startOfOpenDay } from '../localDay.ts';
import type { LeadView } from '../leads/leadView.ts';
import type { Who, Work } from '../work.ts';

/** Whatever a policy says (ATT6). */
const FURTHEST_BACK_MS = 7 * DAY_MS;

export function checkAttempt(
  work: Work,
  command: CommandOf<'attempt.log'>,
  lead: LeadView,
): Refusal | undefined {
  const { channel, evidence } = command.body;
  if (evidence === 'declared' && command.at < earliestStated(work, lead.state))
    return { code: 'too_early', pointer: '/at', detail: 'further back than the agreement allows' };
  // A mail seen being sent is kept all the same, and counts for nothing.
  if (evidence === 'observed') return undefined;
  const { channels } = lead.storyAt(Math.min(command.at, work.now) - 1).optOuts;
  return channels.some((one) => one === 'all' || one === channel)
    ? { code: 'opted_out', pointer: '/body/channel' }
    : undefined;
}

/**
 * The earliest instant one may state: not before the hand-off, and as far back as the most generous
 * policy of the lead's clocks, by default the start of the same open day. Which clock then accepts
 * it is for the fold to say.
 */
function earliestStated(work: Work, state: LeadState): number {
  const { definitions, calendars } = work.ground.inForce(work.now);
  const sameDay = (calendarId: string) => {
    const calendar = calendars[calendarId];
    return calendar ? startOfOpenDay(calendar, work.now) : work.now;
  };
  const limits = state.clocks.flatMap(({ policy }) => {
    const found = definitions.policies.find(({ id }) => id === policy.id);
    if (found === undefined || found.acceptStated === false) return [];
    const { acceptStated = true } = found;
    return acceptStated === true
      ? sameDay(found.calendar)
      : work.now - Math.min(acceptStated.withinDays * DAY_MS, FURTHEST_BACK_MS);
  });
  const policyLimit = limits.length > 0 ? Math.min(...limits) : sameDay(definitions.workspaceCalendar);
  const handedOff = state.handoffs.at(-1)?.openedAt ?? -Infinity;
  return Math.max(policyLimit, handedOff, work.now - FURTHEST_BACK_MS);
}

/** One takes back one's own; a manager refuses what was only stated (ATT6). */
export function checkAttemptChange(
  who: Who,
  command: CommandOf<'attempt.withdraw'> | CommandOf<'attempt.refuse'>,
  facts: readonly StoredFact[],
): Refusal | undefined {
  const made = facts.find(({ id }) => id === command.body.attempt);
  if (made?.kind !== 'attempt.made') return { code: 'not_found', pointer: '/body/attempt' };
  const own = made.actor === who.memberId || who.role === 'admin' || who.role === 'manager';
  return own ? undefined : { code: 'forbidden', pointer: '/body/attempt' };
}
