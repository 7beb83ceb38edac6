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
import { type Grouping, groupBy, personaOf } from './groups.ts';
import type { Story } from './story.ts';

export interface LeadContext extends PredicateContext {
  readonly definitions: Definitions;
  readonly scored: () => Scored;
  readonly segments: () => Grouping;
  readonly personas: () => Grouping;
}

export function contextOf(story: Story, definitions: Definitions): LeadContext {
  return new View(story, definitions, listsOf(definitions), SEES.score);
}

/** How far into that order a criterion may look. */
const SEES = { facts: 0, segment: 1, persona: 2, score: 3 } as const;
type Sees = (typeof SEES)[keyof typeof SEES];

/** One class for all four, since every criterion of every lead reads it: groups and score are found when asked. */
class View implements LeadContext {
  readonly definitions: Definitions;
  readonly now: number;
  readonly fields: PredicateContext['fields'];
  readonly fieldSince: PredicateContext['fieldSince'];
  readonly domains: readonly string[];
  readonly domainsSince: number | null;
  readonly signals: PredicateContext['signals'];
  readonly account: PredicateContext['account'];
  readonly list: PredicateContext['list'];
  private readonly story: Story;
  private readonly sees: Sees;
  /** The one that sees everything: what it has found, its others share. */
  private readonly whole: View;
  /** Sees no score: it is not far enough, or it is being counted. */
  private blind: boolean;
  private foundSegments: Grouping | undefined = undefined;
  private foundPersonas: Grouping | undefined = undefined;
  private foundScore: Scored | undefined = undefined;
  private foundPoints: ShownScore | undefined = undefined;

  constructor(
    story: Story,
    definitions: Definitions,
    list: PredicateContext['list'],
    sees: Sees,
    whole?: View,
  ) {
    const { profile } = story;
    this.definitions = definitions;
    this.now = story.now;
    this.fields = profile.fields;
    this.fieldSince = profile.fieldSince;
    this.domains = profile.domains;
    this.domainsSince = profile.domainsSince;
    this.signals = profile.signals;
    this.account = profile.account;
    this.list = list;
    this.story = story;
    this.sees = sees;
    this.whole = whole ?? this;
    this.blind = sees < SEES.score;
  }

  private seeing(sees: Sees): View {
    return new View(this.story, this.definitions, this.list, sees, this.whole);
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
    return (this.whole.foundSegments ??= groupBy(this.definitions.segments, this.seeing(SEES.facts)));
  }
  personas(): Grouping {
    return (this.whole.foundPersonas ??= personaOf(this.definitions.personas, this.seeing(SEES.segment)));
  }
  scored(): Scored {
    return (this.foundScore ??= this.counting(() => scoreOf(this.definitions.scoring, this)));
  }
  /** The shown numbers alone cost a fraction of the explained score. */
  score(): ShownScore | null {
    if (this.blind) return null;
    if (this.foundPoints === undefined) {
      this.blind = true;
      this.foundPoints =
        this.foundScore === undefined
          ? pointsOf(this.definitions.scoring, this)
          : shownOf(this.foundScore.score);
      this.blind = false;
    }
    return this.foundPoints;
  }
  scoreChangesAt(): number | null {
    return this.blind ? null : this.scored().changesAt;
  }
  scoreEvidenceAt(): number | null {
    return this.blind ? null : this.scored().evidenceAt;
  }
  /** A scoring rule that looks at the score finds none. */
  private counting<T>(count: () => T): T {
    this.blind = true;
    const counted = count();
    this.blind = false;
    return counted;
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
    return this.group(kind)?.evidenceAt(id) ?? null;
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
