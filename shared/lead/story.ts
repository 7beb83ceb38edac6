/**
 * A lead's facts read up to one instant, before any judgement: profile, attempts, opt-outs, journey
 * and owners. Criteria look at a story through a context; past instants have stories of their own.
 */
import type { History } from '../definitions/version.ts';
import { optOutsOf, type OptOuts } from '../handoff/optOut.ts';
import { type Journey, journeyOf } from '../stage/journey.ts';
import type { OwnerChange } from '../sla/clockInput.ts';
import { foldAttempts } from './attempts.ts';
import type { Fact } from './facts.ts';
import { ownersOf } from './owners.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Room } from './room.ts';
import type { Attempt } from './state.ts';
import { standingFacts } from './survivor.ts';

export interface Story {
  readonly now: number;
  readonly leadId: string;
  /** In order, none after `now`. */
  readonly facts: readonly Fact[];
  readonly history: History;
  readonly room: Room;
  readonly profile: Profile;
  readonly attempts: readonly Attempt[];
  readonly optOuts: OptOuts;
  readonly journey: Journey;
  readonly owners: readonly OwnerChange[];
}

/** `ordered` as `orderFacts` gives it; facts after `now` are left waiting (FCT4). */
export function storyOf(ordered: readonly Fact[], history: History, room: Room, now: number): Story {
  const { leadId, facts } = standingFacts(ordered.filter(({ at }) => at <= now));
  const profile = profileOf(facts);
  const optOuts = optOutsOf(facts, foldAttempts(facts, room));
  const unreachableFrom = optOuts.unreachable.map(({ from }) => from);
  const journey = journeyOf({ facts, history, profile, now, unreachableFrom });
  const owners = ownersOf(facts, optOuts.attempts, journey.handoffs, room);
  return {
    now,
    leadId,
    facts,
    history,
    room,
    profile,
    optOuts,
    journey,
    owners,
    attempts: optOuts.attempts,
  };
}

/** The same lead at an earlier instant, from the facts known now. */
export function storyAt(story: Story, at: number): Story {
  return storyOf(story.facts, story.history, story.room, at);
}

/** As it was known at an instant: only what had been recorded by then (STG5). */
export function storyKnownAt(story: Story, at: number): Story {
  const known = story.facts.filter(({ recordedAt }) => recordedAt <= at);
  return storyOf(known, story.history, story.room, at);
}
