/**
 * Facts in, state out (FCT1): one pure function for the worker, the extension, the console and the
 * tests. It explains what was decided and never decides (FCT7).
 */
import type { History, Version } from '../definitions/version.ts';
import { exclusionsChangeAt, exclusionsOf, firstExcludedAt } from '../handoff/exclusion.ts';
import type { HandoffDraft } from '../handoff/handoffDraft.ts';
import { snoozesOf } from '../handoff/snooze.ts';
import { foldClocks } from '../sla/clocks.ts';
import type { FoldedClocks } from '../sla/clockInput.ts';
import { earliest } from '../time.ts';
import { clockInputOf } from './clockInput.ts';
import { contextOf, type LeadContext } from './context.ts';
import { isEvidenceGone } from './evidence.ts';
import type { Fact } from './facts.ts';
import { orderFacts } from './order.ts';
import type { Room } from './room.ts';
import type { LeadState, StageEntry } from './state.ts';
import { type Story, storyOf } from './story.ts';
import { nextVersionAt, versionAt } from './versionAt.ts';

/** A lead read up to `now`: what `fold` says in words, `decide` and explanations look at. */
export interface ReadLead {
  readonly story: Story;
  readonly version: Version;
  /** What criteria of the version in force see: for `explain` and `missing`. */
  readonly context: LeadContext;
  /** Exclusions that hold, and when one last ended a hand-off. */
  readonly exclusions: readonly string[];
  readonly excludedAt: number | null;
  /** First fact after `now`; null = none waits. */
  readonly nextFactAt: number | null;
}

export function readLead(facts: Iterable<Fact>, history: History, room: Room, now: number): ReadLead {
  const ordered = orderFacts(facts);
  const story = storyOf(ordered, history, room, now);
  const version = versionAt(history, now);
  const nextFactAt = ordered.find(({ at }) => at > now)?.at ?? null;
  const context = contextOf(story, version.definitions);
  const excludedAt = endExcluded(story, context);
  return { story, version, context, exclusions: exclusionsOf(context), excludedAt, nextFactAt };
}

/**
 * The lead's state at `now`, epoch ms. `history` ascends by `effectiveAt` and holds at least one
 * version; facts may come in any order, twice, and from the future (FCT4).
 */
export function fold(facts: Iterable<Fact>, history: History, room: Room, now: number): LeadState {
  return stateOf(readLead(facts, history, room, now));
}

/** The state of a lead already read. */
export function stateOf(lead: ReadLead): LeadState {
  const { story, version, context, exclusions, excludedAt, nextFactAt } = lead;
  const { now, profile, journey, history } = story;
  const entries = journey.entries.map((entry): StageEntry => {
    return { ...entry, evidenceGone: isEvidenceGone(story, entry) };
  });
  const snoozes = snoozesOf(story.facts, history);
  const snoozedUntil = snoozes.findLast(({ to }) => to !== null && to > now)?.to ?? null;
  const clocks: FoldedClocks = foldClocks(
    clockInputOf(story, {
      context,
      entries,
      snoozes,
      handoffs: journey.handoffs,
      excludedAt: exclusions.length > 0 ? (excludedAt ?? profile.capturedAt) : null,
    }),
  );
  const owner = story.owners.at(-1);
  const lastSignal = profile.signals.at(-1);
  const { score, changesAt: scoreChangesAt } = context.scored();
  return {
    leadId: story.leadId,
    evaluatedAt: now,
    validUntil: earliest([
      nextFactAt,
      nextVersionAt(history, now),
      scoreChangesAt,
      context.segments().changesAt,
      context.personas().changesAt,
      exclusionsChangeAt(context),
      snoozedUntil,
      clocks.validUntil,
    ]),
    version: version.version,
    capturedAt: profile.capturedAt,
    emails: profile.emails,
    phones: profile.phones,
    externalIds: profile.externalIds,
    fields: profile.fields,
    source: profile.source,
    campaign: profile.campaign,
    owner: owner === undefined || owner.owner === null ? null : { id: owner.owner, since: owner.at },
    segment: context.segments().id,
    persona: context.personas().id,
    exclusions,
    score,
    stage: {
      id: journey.stage,
      since: journey.since,
      mark: journey.disqualified ? 'disqualified' : null,
    },
    entries,
    backlog: journey.backlog,
    trial: !version.signed,
    handoffs: journey.handoffs.map((handoff) => handoff.state()),
    clocks: clocks.clocks,
    untimed: clocks.untimed,
    attempts: story.attempts,
    optedOut: story.optOuts.channels,
    snoozedUntil,
    lastSignal: lastSignal ? { id: lastSignal.id, signal: lastSignal.signal, at: lastSignal.at } : null,
    lastReplyAt: lastReplyAt(story.facts),
  };
}

/** Ends the hand-offs during which an exclusion held; returns since when the last one did. */
function endExcluded(story: Story, context: LeadContext): number | null {
  let found: number | null = null;
  for (const handoff of story.journey.handoffs) {
    const at = firstExcludedAt(story, context, handoff.openedAt, handoff.closed?.at ?? null);
    if (at === null) continue;
    found = at;
    withdraw(handoff, at);
  }
  return found;
}

function withdraw(handoff: HandoffDraft, at: number): void {
  handoff.closed = { at, how: 'withdrawn' };
}

function lastReplyAt(facts: readonly Fact[]): number | null {
  const reply = facts.findLast((fact) => fact.kind === 'reply.received' && fact.body.outOfOffice !== true);
  return reply?.at ?? null;
}
