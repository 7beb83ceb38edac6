/** Leads of somebody who is away go to the next in turn, through the routes (HOF2); their clocks go on (CLK10). */
import type { Fact } from '../../../shared/lead/facts.ts';
import { roomWithout } from '../../../shared/handoff/reassignment.ts';
import { routeLead } from '../../../shared/handoff/routeLead.ts';
import type { RedistributeResponse } from '../../../shared/protocol/absences.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { rowOf } from '../people/absences.ts';
import { audit } from '../people/audit.ts';
import { appendFacts } from '../leads/facts.ts';
import { leadAt } from '../leads/leads.ts';
import { handedTo } from './ownedLeads.ts';
import { refold } from '../leads/refold.ts';
import { routingAt } from './routing.ts';
import type { Who, Work } from '../work.ts';
import { refused } from '../../refused.ts';

/** In one call; the rest is left for the next. */
const MOST = 200;

/** Safe to repeat: a lead that went to somebody else is no longer theirs. */
export function redistribute(work: Work, who: Who, { id }: { id: string }): Outcome<RedistributeResponse> {
  const absence = rowOf(work, id);
  if (!absence) return failure('not-found', 'There is no such absence.');
  if (absence.untilAt <= work.now) return refused('conflict', 'over_already');
  const { memberId } = absence;
  const held = handedTo(work, memberId);
  const given: RedistributeResponse['given'] = [];
  const left: string[] = [];
  for (const { leadId, handoffs } of held.slice(0, MOST)) {
    const lead = leadAt(work, leadId, work.now);
    // They may not have gone yet.
    const routed = routeLead(lead, routingAt(work, work.now), roomWithout(lead.story.room, memberId));
    if (routed === null) {
      left.push(leadId);
      continue;
    }
    const handoff = handoffs.at(-1)?.id ?? '';
    const fact: Fact = {
      // After what was decided of the same hand-off in the same instant (FCT4).
      id: ['d', leadId, 'owner.routed', handoff, 'redistributed', id].join(':'),
      leadId,
      at: work.now,
      recordedAt: work.now,
      actor: who.memberId,
      observer: 'hand',
      kind: 'owner.routed',
      body: { ...routed, handoff },
    };
    appendFacts(work, [fact]);
    refold(work, leadId);
    given.push({ leadId, owner: routed.owner });
  }
  if (given.length > 0)
    audit(work, who, 'absence.redistributed', id, { member: memberId, leads: given.length });
  return done({ given, left, more: held.length > MOST });
}
