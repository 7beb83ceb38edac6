/** Who would get a lead if it were given out now (HOF2). */
import type { ReadLead } from '../lead/fold.ts';
import type { Room, Routing } from '../lead/room.ts';
import { workspaceCalendarOf } from '../lead/versionAt.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { evaluate } from '../predicate/evaluate.ts';
import { choosePolicy } from '../sla/policyChoice.ts';
import { lengthMs } from '../sla/target.ts';
import { route, type Routed } from './route.ts';

/** @param room of the lead's story, or without those who are not to have it. Null = nobody. */
export function routeLead(lead: ReadLead, routing: Routing, room: Room = lead.story.room): Routed | null {
  const { story, context, version } = lead;
  const calendar = workspaceCalendarOf(version);
  return route({ context, room, routing, calendar, now: story.now, neededMs: firstResponseMs(lead) });
}

/** Time the first response is promised within; business days ask only that today is not over. */
function firstResponseMs({ context, version, story: { now } }: ReadLead): number {
  const verdict = (predicate: Predicate) => evaluate(predicate, context);
  const choice = choosePolicy({ verdict }, version, 'first_response', now);
  if (typeof choice === 'string') return 0;
  return lengthMs(choice.policy.target) ?? 0;
}
