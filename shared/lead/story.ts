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
  const last = ordered.at(-1);
  const told = last === undefined || last.at <= now ? ordered : ordered.filter(({ at }) => at <= now);
  return new Reading(told, history, room, now, null);
}

/** The same lead at an earlier instant, from the facts known now. */
export function storyAt(story: Story, at: number): Story {
  return storyOfSome(
    story,
    story.facts.filter((fact) => fact.at <= at),
    at,
  );
}

/** As it was known at an instant: only what had been recorded by then (STG5). */
export function storyKnownAt(story: Story, at: number): Story {
  return storyOfSome(
    story,
    story.facts.filter((fact) => fact.recordedAt <= at && fact.at <= at),
    at,
  );
}

/** As if only `some` of its facts, in order, had been told by `at`. */
export function storyOfSome(story: Story, some: readonly Fact[], at: number): Story {
  return new Reading(some, story.history, story.room, at, story);
}

/** Each part is read when it is first asked for: what criteria ask of past instants is mostly the profile. */
class Reading implements Story {
  readonly now: number;
  readonly leadId: string;
  readonly facts: readonly Fact[];
  readonly history: History;
  readonly room: Room;
  /** The reading this one takes some of the facts of. */
  private readonly whole: Story | null;
  private foundProfile: Profile | undefined = undefined;
  private foundOptOuts: OptOuts | undefined = undefined;
  private foundWay: Way | undefined = undefined;

  constructor(told: readonly Fact[], history: History, room: Room, now: number, whole: Story | null) {
    const { leadId, facts } = standingFacts(told);
    this.now = now;
    this.leadId = leadId;
    this.facts = facts;
    this.history = history;
    this.room = room;
    this.whole = whole;
  }

  get profile(): Profile {
    return (this.foundProfile ??= profileOf(this.facts, this.whole?.profile));
  }
  get optOuts(): OptOuts {
    return (this.foundOptOuts ??= optOutsOf(this.facts, foldAttempts(this.facts, this.room)));
  }
  get attempts(): readonly Attempt[] {
    return this.optOuts.attempts;
  }
  get journey(): Journey {
    return this.way.journey;
  }
  get owners(): readonly OwnerChange[] {
    return this.way.owners;
  }

  /** Owners are read while the hand-offs stand as their facts left them, before an exclusion ends any. */
  private get way(): Way {
    if (this.foundWay !== undefined) return this.foundWay;
    const { facts, history, profile, optOuts, now, room } = this;
    const unreachableFrom = optOuts.unreachable.map(({ from }) => from);
    const journey = journeyOf({ facts, history, profile, now, unreachableFrom });
    const owners = ownersOf(facts, optOuts.attempts, journey.handoffs, room);
    return (this.foundWay = { journey, owners });
  }
}

interface Way {
  readonly journey: Journey;
  readonly owners: readonly OwnerChange[];
}
