/**
 * One story as criteria see it, by the definitions of one version. In a fixed order, so that no
 * definition can chase its own tail: segments see the facts; personas also the segment; scoring
 * rules also the persona; everything else also the score.
 */
import { derived } from '../derived.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { PredicateContext, ShownScore } from '../predicate/context.ts';
import type { Verdict } from '../predicate/predicate.ts';
import { foldDomain, foldText } from '../predicate/text.ts';
import { pointsOf } from '../score/points.ts';
import { type Scored, scoreOf } from '../score/score.ts';
import { earlier } from '../time.ts';
import { type Grouping, personaOf, segmentOf } from './groups.ts';
import type { Story } from './story.ts';

export interface LeadContext extends PredicateContext {
  readonly definitions: Definitions;
  readonly scored: () => Scored;
  readonly segments: () => Grouping;
  readonly personas: () => Grouping;
}

export function contextOf(story: Story, definitions: Definitions): LeadContext {
  return new View(story, definitions);
}

/** How far into that order a criterion may look. */
const SEES = { facts: 0, segment: 1, persona: 2, score: 3 } as const;
type Sees = (typeof SEES)[keyof typeof SEES];

/** One class for all of them, since every criterion of every lead reads it: groups and score are found when asked. */
class View implements LeadContext {
  readonly definitions: Definitions;
  readonly now: number;
  readonly fields: PredicateContext['fields'];
  readonly fieldSince: PredicateContext['fieldSince'];
  readonly domains: readonly string[];
  readonly domainNames: readonly string[];
  readonly domainsSince: number | null;
  readonly signals: PredicateContext['signals'];
  readonly account: PredicateContext['account'];
  readonly list: PredicateContext['list'];
  private readonly story: Story;
  /** How far whoever asks now may look: less while a group is found or the score counted. */
  private sees: Sees = SEES.score;
  private foundSegments: Grouping | undefined = undefined;
  private foundPersonas: Grouping | undefined = undefined;
  private foundScore: Scored | undefined = undefined;
  private foundPoints: ShownScore | undefined = undefined;

  constructor(story: Story, definitions: Definitions) {
    const { profile } = story;
    this.definitions = definitions;
    this.now = story.now;
    this.fields = profile.fields;
    this.fieldSince = profile.fieldSince;
    this.domains = profile.domains;
    this.domainNames = profile.domainNames;
    this.domainsSince = profile.domainsSince;
    this.signals = profile.signals;
    this.account = profile.account;
    this.list = listsOf(definitions);
    this.story = story;
  }

  /** What is asked in between sees so far and no further. */
  private seeing<T>(sees: Sees, asked: () => T): T {
    const before = this.sees;
    this.sees = sees;
    const answer = asked();
    this.sees = before;
    return answer;
  }

  get attempts(): PredicateContext['attempts'] {
    return this.story.attempts;
  }
  get stage(): string {
    return this.story.journey.stage;
  }
  get stagesWas(): ReadonlySet<string> {
    return new Set([this.stage, ...this.story.journey.entries.map(({ stage }) => stage)]);
  }

  segments(): Grouping {
    return (this.foundSegments ??= this.seeing(SEES.facts, () => segmentOf(this.definitions, this)));
  }
  personas(): Grouping {
    return (this.foundPersonas ??= this.seeing(SEES.segment, () => personaOf(this.definitions, this)));
  }
  /** A scoring rule that looks at the score finds none. */
  scored(): Scored {
    return (this.foundScore ??= this.seeing(SEES.persona, () => scoreOf(this.definitions.scoring, this)));
  }
  /** The shown numbers alone cost a fraction of the explained score. */
  score(): ShownScore | null {
    if (this.sees < SEES.score) return null;
    return (this.foundPoints ??=
      this.foundScore === undefined
        ? this.seeing(SEES.persona, () => pointsOf(this.definitions.scoring, this))
        : shownOf(this.foundScore.score));
  }
  scoreChangesAt(): number | null {
    return this.sees < SEES.score ? null : this.scored().changesAt;
  }
  scoreEvidenceAt(): number | null {
    return this.sees < SEES.score ? null : this.scored().evidenceAt;
  }

  private group(kind: 'segment' | 'persona'): Grouping | null {
    if (this.sees < SEES[kind]) return null;
    return kind === 'segment' ? this.segments() : this.personas();
  }
  own(kind: 'segment' | 'persona'): string | null {
    return this.group(kind)?.id ?? null;
  }
  segment(id: string): Verdict {
    return this.group('segment')?.verdict(id) ?? 'unknown';
  }
  persona(id: string): Verdict {
    return this.group('persona')?.verdict(id) ?? 'unknown';
  }
  groupsChangeAt(): number | null {
    return earlier(this.group('segment')?.changesAt ?? null, this.group('persona')?.changesAt ?? null);
  }
  groupEvidenceAt(kind: 'segment' | 'persona', id: string): number | null {
    const group = this.group(kind);
    if (group === null) return null;
    return this.seeing(kind === 'segment' ? SEES.facts : SEES.segment, () => group.evidenceAt(id));
  }
}

function shownOf({ shown, fit, engagement }: Scored['score']): ShownScore {
  return { score: shown, fit, engagement };
}

type Lists = PredicateContext['list'];

/** Values are folded once per definitions; as domains too, so that `@gmail.com` in a list is found. */
const listsOf = derived((definitions: Definitions): Lists => {
  const folded = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const found = folded.get(id);
    if (found !== undefined) return found;
    const values = definitions.lists[id]?.values;
    if (values === undefined) return undefined;
    const fresh = new Set(values.flatMap((value) => [foldText(value), foldDomain(value)]));
    folded.set(id, fresh);
    return fresh;
  };
});
