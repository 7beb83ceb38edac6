/**
 * The pass over a lead's facts behind `journeyOf`: what each kind of fact does to stage, hand-offs,
 * barrier and backlog.
 */
import type { Definitions } from '../definitions/definitions.ts';
import { type AnswerFact, HandoffDraft } from '../handoff/handoffDraft.ts';
import type { Fact, FactOf } from '../lead/facts.ts';
import { versionAt } from '../lead/versionAt.ts';
import type { Entry, Journey, JourneyInput, Release } from './journey.ts';
import {
  firstStage,
  isFastTrackToSales,
  isHandedOver,
  isLastStage,
  placeOf,
  stageBeforeHandoff,
} from './order.ts';

export class Walk {
  readonly entries: Entry[] = [];
  readonly handoffs: HandoffDraft[] = [];
  private readonly input: JourneyInput;
  /** The stage the decision behind the last entry was made from; undefined where that was none. */
  private decidedFrom: string | null | undefined = undefined;
  private readonly isMerged: boolean;
  private stage: string;
  private since: number;
  private disqualified = false;
  private barrier: number | null = null;
  private crossing: Entry | null = null;
  /** Backlog entries stay so for evidence up to this instant. */
  private backlogFrom: number | null = null;
  private released: Release | null = null;

  constructor(input: JourneyInput) {
    this.input = input;
    this.since = input.profile.capturedAt ?? input.facts[0]?.at ?? input.now;
    this.stage = firstStage(versionAt(input.history, this.since).definitions);
    this.isMerged = input.facts.some(({ kind }) => kind === 'lead.merged');
  }

  take(fact: Fact): void {
    switch (fact.kind) {
      case 'lead.merged':
        return this.joinHandoffs(fact.at);
      case 'signal.seen':
        return this.raiseHand(fact);
      case 'stage.entered':
        return this.enterDecided(fact);
      case 'stage.set':
        return this.enterSet(fact);
      case 'stage.released':
        this.barrier = null;
        return undefined;
      case 'handoff.opened':
        return this.open(fact);
      case 'handoff.released':
        return this.release({ at: fact.at, cause: 'release', evidence: fact.id });
      case 'handoff.answered':
      case 'handoff.corrected':
        return this.answer(fact);
      case 'handoff.contested':
        return this.handoffOf(fact.body.handoff)?.contest(fact);
      case 'handoff.decided':
        return this.decideContest(fact);
      case 'handoff.withdrawn':
        return this.handoffOf(fact.body.handoff)?.close(fact.at, 'withdrawn');
      case 'deal.changed':
        return fact.body.outcome === 'won' ? this.close(fact.at, 'won') : undefined;
      default:
        return undefined;
    }
  }

  close(at: number, how: 'opted_out' | 'won' | 'withdrawn'): void {
    this.current?.close(at, how);
  }

  /** Nothing begun in trial counts: its hand-offs end and their leads wait as backlog (TRI1). */
  endTrial(at: number): void {
    if (this.current?.trial !== true || this.current.closed !== null) return;
    this.close(at, 'withdrawn');
    this.backlogFrom = at;
    this.released = null;
  }

  private get current(): HandoffDraft | undefined {
    return this.handoffs.at(-1);
  }

  private handoffOf(id: string): HandoffDraft | undefined {
    return this.handoffs.find((handoff) => handoff.id === id);
  }

  private definitionsAt(at: number): Definitions {
    return versionAt(this.input.history, at).definitions;
  }

  private raiseHand(fact: FactOf<'signal.seen'>): void {
    if (this.backlogFrom === null || fact.at <= this.backlogFrom || this.released !== null) return;
    if (!isFastTrackToSales(this.definitionsAt(fact.at), fact.body.signal)) return;
    this.release({ at: fact.at, cause: 'fast_track', evidence: fact.id });
  }

  private release(release: Release): void {
    if (this.backlogFrom !== null) this.released = release;
  }

  /** What two leads were promised became one promise, the older: nobody gains time by merging (IDN3). */
  private joinHandoffs(at: number): void {
    const [oldest, ...others] = this.handoffs.filter(({ closed }) => closed === null);
    if (oldest === undefined || others.length === 0) return;
    for (const other of others) {
      oldest.adopt(other);
      other.close(at, 'withdrawn');
    }
    // The last one is the current one.
    this.handoffs.splice(this.handoffs.indexOf(oldest), 1);
    this.handoffs.push(oldest);
  }

  private enterDecided(fact: FactOf<'stage.entered'>): void {
    const { stage, cause, since, evidence = null, version, backlog = false } = fact.body;
    const { at, actor, id: factId } = fact;
    // Of two leads that were one the further is right: only a publish moves back by itself (STG4).
    const definitions = this.definitionsAt(at);
    const isBehind = placeOf(definitions, stage) <= placeOf(definitions, this.stage);
    if (this.isMerged && isBehind && cause !== 'publish' && this.entries.length > 0) return;
    const from = this.entries.length === 0 ? null : this.stage;
    this.enter({ stage, from, at, since, cause, evidence, actor, version, factId });
    this.decidedFrom = fact.body.from;
    const { importedAt } = this.input.profile;
    if (backlog) this.backlogFrom = cause === 'import' ? Math.max(importedAt ?? at, since) : at;
  }

  private enterSet(fact: FactOf<'stage.set'>): void {
    const { at, actor, observer, recordedAt, id: factId } = fact;
    const { stage } = fact.body;
    const imported = observer === 'integration' && this.isImport(recordedAt);
    const byIntegration = observer === 'integration' ? 'integration' : 'person';
    const cause = imported ? 'import' : byIntegration;
    const { version, definitions } = versionAt(this.input.history, at);
    const from = this.entries.length === 0 ? null : this.stage;
    this.accept(fact, definitions);
    this.enter({ stage, from, at, since: at, cause, evidence: null, actor, version, factId });
    this.disqualified = false;
    if (cause === 'person') this.barrier = at;
    if (imported) this.backlogFrom = Math.max(at, recordedAt);
  }

  /** Whether this lead came with an import recorded in that instant. */
  private isImport(recordedAt: number): boolean {
    return this.input.facts.some(
      (fact) =>
        fact.kind === 'lead.captured' && fact.body.cause === 'import' && fact.recordedAt === recordedAt,
    );
  }

  /** Setting a stage beyond the hand-off stage is what accepting looks like in a CRM (HOF1, HOF3). */
  private accept(fact: FactOf<'stage.set'>, definitions: Definitions): void {
    const { current } = this;
    if (current === undefined || current.closed !== null || current.answered !== null) return;
    if (placeOf(definitions, fact.body.stage) <= placeOf(definitions, definitions.handoff.stage)) return;
    current.take({ ...fact, body: { handoff: current.id, answer: 'accepted' } });
  }

  private enterByAnswer(fact: Pick<Fact, 'id' | 'at' | 'actor'>, stage: string): void {
    if (stage === this.stage) return;
    const { at, actor, id } = fact;
    const { version } = versionAt(this.input.history, at);
    const head = { at, since: at, actor, version, factId: id, evidence: id };
    this.enter({ ...head, stage, from: this.stage, cause: 'answer' });
  }

  private enter(entry: Entry): void {
    const definitions = this.definitionsAt(entry.at);
    const before = isHandedOver(definitions, this.stage);
    const after = isHandedOver(definitions, entry.stage);
    if (placeOf(definitions, entry.stage) < placeOf(definitions, this.stage)) this.barrier = entry.at;
    if (before && !after) {
      // A step back after an answer is part of that answer; without one the hand-off never was (HOF3).
      this.current?.close(entry.at, this.current.answered === null ? 'withdrawn' : 'answered');
      this.crossing = null;
    }
    // An answer goes on with the hand-off it answers; it never opens another.
    if (!before && after && entry.cause !== 'answer') this.crossing = entry;
    if (isLastStage(definitions, entry.stage)) this.close(entry.at, 'won');
    if (entry.stage !== this.stage || this.entries.length === 0) this.since = entry.at;
    this.backlogFrom = null;
    this.released = null;
    this.decidedFrom = undefined;
    this.stage = entry.stage;
    this.entries.push(entry);
  }

  private open(fact: FactOf<'handoff.opened'>): void {
    if (this.handoffOf(fact.body.handoff) !== undefined) return;
    const { profile } = this.input;
    const newest = profile.signals.findLast(({ at, source }) => at <= fact.at && source !== null);
    this.handoffs.push(new HandoffDraft(fact, newest ?? profile, this.crossing?.actor ?? fact.actor));
  }

  private answer(fact: AnswerFact): void {
    const handoff = this.handoffOf(fact.body.handoff);
    if (handoff?.take(fact, handoff === this.current) !== true || handoff !== this.current) return;
    const definitions = this.definitionsAt(fact.at);
    this.disqualified = fact.body.answer === 'disqualified';
    if (fact.body.answer === 'recycled') {
      this.enterByAnswer(fact, fact.body.toStage ?? stageBeforeHandoff(definitions));
    }
    if (fact.body.answer !== 'accepted') return;
    const accepted = definitions.handoff.acceptedStage ?? handoff.stage;
    if (this.precedes(fact, accepted)) return;
    if (placeOf(definitions, accepted) > placeOf(definitions, this.stage)) this.enterByAnswer(fact, accepted);
  }

  /**
   * A decision of the same instant ranks before the answer it followed (FCT4), yet says which stage
   * it left: the answer's entry goes in front of it. True when that was the case.
   */
  private precedes({ id, at, actor }: AnswerFact, stage: string): boolean {
    const last = this.entries.at(-1);
    if (last?.at !== at || this.decidedFrom !== stage || last.from === stage) return false;
    const answer = { stage, from: last.from, at, since: at, cause: 'answer', evidence: id, actor } as const;
    this.entries.splice(-1, 1, { ...answer, version: last.version, factId: id }, { ...last, from: stage });
    return true;
  }

  private decideContest(fact: FactOf<'handoff.decided'>): void {
    const handoff = this.handoffOf(fact.body.handoff);
    if (handoff?.decide(fact, handoff === this.current) !== 'overturned' || handoff !== this.current) return;
    this.disqualified = false;
    this.enterByAnswer(fact, handoff.stage);
  }

  done(): Journey {
    const { entries, stage, since, disqualified, barrier, crossing, released, handoffs } = this;
    const backlog = this.backlogFrom !== null && released === null;
    return { entries, stage, since, disqualified, barrier, crossing, backlog, released, handoffs };
  }
}
