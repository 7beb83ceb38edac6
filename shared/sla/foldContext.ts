/**
 * What the clocks of one fold share: the input, who owned the lead when, the instants at which a
 * policy may be chosen anew, and the earliest instant at which the result stops holding (FCT5).
 */
import type { Version } from '../definitions/version.ts';
import type { ClockKind } from '../lead/vocabulary.ts';
import type { ClockInput } from './clockInput.ts';
import { ownershipsOf } from './ownership.ts';
import type { Ownership } from './ownership.ts';
import { criteriaOf } from './policyChoice.ts';

/** Something that may give a running clock another policy (CLK4, CLK8). */
export interface ChoiceEvent {
  readonly at: number;
  readonly cause: 'rechosen' | 'published';
  /** The version whose policies are looked at. */
  readonly version: Version;
}

export interface FoldContext {
  readonly input: ClockInput;
  readonly ownerships: readonly Ownership[];
  /** Ascending; a publish before a field learnt at the same instant. */
  eventsOf(kind: ClockKind): readonly ChoiceEvent[];
  /** Says that the result may change at `at`; instants up to now are ignored. */
  changesAt(at: number | null): void;
  validUntil(): number | null;
}

export function contextOf(input: ClockInput): FoldContext {
  return new Folding(input);
}

class Folding implements FoldContext {
  readonly input: ClockInput;
  readonly ownerships: readonly Ownership[];
  private until = Number.POSITIVE_INFINITY;
  private lastKind: ClockKind | undefined = undefined;
  private lastEvents: readonly ChoiceEvent[] = [];

  constructor(input: ClockInput) {
    const { spans, changesAt } = ownershipsOf(input.owners, input.room, input.now);
    this.input = input;
    this.ownerships = spans;
    this.changesAt(changesAt);
  }

  /** The steps of a cadence ask one after the other. */
  eventsOf(kind: ClockKind): readonly ChoiceEvent[] {
    if (kind !== this.lastKind) {
      this.lastEvents = listEvents(this.input, kind);
      this.lastKind = kind;
    }
    return this.lastEvents;
  }

  changesAt(at: number | null): void {
    if (at !== null && at > this.input.now && at < this.until) this.until = at;
  }

  validUntil(): number | null {
    return Number.isFinite(this.until) ? this.until : null;
  }
}

function listEvents({ history, now, learnt }: ClockInput, kind: ClockKind): readonly ChoiceEvent[] {
  const events: ChoiceEvent[] = [];
  for (const version of history) {
    if (version.effectiveAt > now) continue;
    if (version.choices.clocks === 'running') {
      events.push({ at: version.effectiveAt, cause: 'published', version });
    }
    for (const when of criteriaOf(version, kind)) {
      for (const at of learnt(when, version)) {
        if (at <= now) events.push({ at, cause: 'rechosen', version });
      }
    }
  }
  return events.length < 2 ? events : events.toSorted(byInstant);
}

/** In one instant, what was published before what was chosen again; of two versions the newer last. */
function byInstant(a: ChoiceEvent, b: ChoiceEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.cause === b.cause ? a.version.version - b.version.version : a.cause < b.cause ? 1 : -1;
}
