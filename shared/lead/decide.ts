/**
 * What the worker decides about one lead (FCT7): stage entries, hand-offs, owners, and receipts for
 * clocks. Ids are derived, so that deciding twice adds nothing; one kind of decision per call, since
 * each is made on the state the one before left. The worker loops until nothing comes back.
 */
import type { History } from '../definitions/version.ts';
import { proposeOpening } from '../handoff/opening.ts';
import { isPooled, proposeReassignment, roomWithout } from '../handoff/reassignment.ts';
import { routeLead } from '../handoff/routeLead.ts';
import { clockFacts } from '../sla/clockFacts.ts';
import { proposeEntry } from '../stage/entry.ts';
import { proposeMoveBack } from '../stage/moveBack.ts';
import type { Fact, FactHead } from './facts.ts';
import { type ReadLead, readLead } from './fold.ts';
import { memberAt } from './memberAt.ts';
import type { Room, Routing } from './room.ts';
import type { LeadState } from './state.ts';
import { isTrialAt } from './versionAt.ts';
import { SYSTEM_ACTOR } from './vocabulary.ts';

/** `state` is `fold` of the same facts at the same `now`. */
export function decide(
  state: LeadState,
  facts: readonly Fact[],
  history: History,
  room: Room,
  routing: Routing,
  now: number,
): readonly Fact[] {
  return decideOn(readLead(facts, history, room, now), state, facts, routing);
}

/** The same of a lead already read, by whoever folded it: `state` is its `stateOf`. */
export function decideOn(
  lead: ReadLead,
  state: LeadState,
  facts: readonly Fact[],
  routing: Routing,
): readonly Fact[] {
  const { history, now } = lead.story;
  // Asked for only where something is decided: of most leads nothing is.
  let ids: ReadonlySet<string> | undefined;
  const known = () => (ids ??= new Set(facts.map(({ id }) => id)));
  const decided = firstOf(
    () => enter(lead),
    () => handOver(lead, known),
    () => reassign(lead, state, routing),
    () => assign(lead, routing),
    () => clockFacts({ leadId: state.leadId, clocks: state.clocks, history, facts, now }),
  );
  return decided.filter(({ id }) => !known().has(id));
}

function firstOf(...steps: readonly (() => readonly Fact[])[]): readonly Fact[] {
  for (const step of steps) {
    const decided = step();
    if (decided.length > 0) return decided;
  }
  return [];
}

/**
 * `(lead, kind, cycle, cause, step)` (FCT7). The cycle comes first and padded, because what is decided
 * in one instant is ordered by id (FCT4) and has to stay in the order it was decided in.
 */
const numbered = (cycle: number) => String(cycle).padStart(6, '0');

function headOf({ story: { leadId, now } }: ReadLead, ...parts: readonly (string | number)[]): FactHead {
  return {
    id: ['d', leadId, ...parts].join(':'),
    leadId,
    at: now,
    recordedAt: now,
    actor: SYSTEM_ACTOR,
    observer: 'system',
  };
}

function enter(lead: ReadLead): readonly Fact[] {
  const { story, version } = lead;
  const proposal = proposeMoveBack(lead) ?? proposeEntry(lead);
  if (proposal === null) return [];
  const { stage, cause, evidence, since, backlog } = proposal;
  const { entries } = story.journey;
  const kind = 'stage.entered';
  const from = entries.length === 0 ? null : story.journey.stage;
  const body = { stage, from, cause, evidence, since, version: version.version };
  return [
    {
      ...headOf(lead, kind, numbered(entries.length + 1), cause, stage),
      kind,
      body: backlog ? { ...body, backlog } : body,
    },
  ];
}

function handOver(lead: ReadLead, known: () => ReadonlySet<string>): readonly Fact[] {
  const { story, version, exclusions } = lead;
  const opening = proposeOpening(lead, exclusions);
  if (opening === null) return [];
  const { stage, cause, since, accepted } = opening;
  const kind = 'handoff.opened';
  const headOfCycle = (number: number) => headOf(lead, kind, numbered(number), cause, 1);
  // A merge taken back leaves fewer hand-offs than were counted: no number is given twice (IDN3).
  let cycle = story.journey.handoffs.length + 1;
  while (known().has(headOfCycle(cycle).id)) cycle += 1;
  const handoff = `h:${story.leadId}:${cycle}`;
  const body = { handoff, stage, cause, since, version: version.version };
  return [
    {
      ...headOfCycle(cycle),
      kind,
      body: {
        ...body,
        ...(accepted ? { accepted } : {}),
        ...(isTrialAt(story.history, story.now) ? { trial: true } : {}),
      },
    },
  ];
}

/** Only an open hand-off asks for an owner, and an active one on the lead already is it (HOF2). */
function assign(lead: ReadLead, routing: Routing): readonly Fact[] {
  const { story } = lead;
  const { now, room, owners, journey } = story;
  const handoff = journey.handoffs.at(-1);
  if (handoff === undefined || handoff.closed !== null) return [];
  if (memberAt(room, owners.at(-1)?.owner ?? null, now)?.active === true || isPooled(story)) return [];
  const routed = routeLead(lead, routing);
  if (routed === null) return [];
  const kind = 'owner.routed';
  return [
    {
      ...headOf(lead, kind, handoff.id, owners.length + 1, 1),
      kind,
      body: { ...routed, handoff: handoff.id },
    },
  ];
}

/** An escalation takes the lead from its owner; with nobody else to take it, it stays (CLK7). */
function reassign(lead: ReadLead, { clocks }: LeadState, routing: Routing): readonly Fact[] {
  const proposal = proposeReassignment(lead, clocks);
  if (proposal === null) return [];
  const { escalation, action, handoff, owner } = proposal;
  const head = (kind: string) => headOf(lead, kind, escalation.body.clock, 'escalated', escalation.body.step);
  if (action === 'return_to_pool') {
    const kind = 'owner.assigned';
    return [{ ...head(kind), kind, body: { owner: null, reason: action } }];
  }
  const routed = routeLead(lead, routing, roomWithout(lead.story.room, owner));
  if (routed === null) return [];
  const kind = 'owner.routed';
  return [{ ...head(kind), kind, body: { ...routed, handoff } }];
}
