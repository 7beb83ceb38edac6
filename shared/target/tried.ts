/**
 * One lead as it would be under an agreement (DEF2): folded, and everything decided that would be
 * decided at that instant, until nothing follows. Nothing is stored.
 */
import type { History } from '../definitions/version.ts';
import { decideOn } from '../lead/decide.ts';
import type { Fact } from '../lead/facts.ts';
import { type ReadLead, readLead, stateOf } from '../lead/fold.ts';
import type { Room, Routing } from '../lead/room.ts';
import type { LeadState } from '../lead/state.ts';

export interface Tried {
  readonly lead: ReadLead;
  readonly state: LeadState;
}

/** Far more than any lead needs. */
const MOST_ROUNDS = 30;
/** Who would get a lead today does not matter to a preview. */
const NOBODY_ROUTED: Routing = { todayCounts: {}, lastRouted: {} };

export function tryUnder(facts: readonly Fact[], history: History, room: Room, now: number): Tried {
  const all = [...facts];
  for (let round = 0; ; round += 1) {
    const lead = readLead(all, history, room, now);
    const state = stateOf(lead);
    const decided = round < MOST_ROUNDS ? decideOn(lead, state, all, NOBODY_ROUTED) : [];
    if (decided.length === 0) return { lead, state };
    all.push(...decided);
  }
}
