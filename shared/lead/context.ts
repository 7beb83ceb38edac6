/**
 * One story as criteria see it, by the definitions of one version. In a fixed order, so that no
 * definition can chase its own tail: segments see the facts; personas also the segment; scoring
 * rules also the persona; everything else also the score.
 */
import type { Definitions } from '../definitions/definitions.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { foldDomain, foldText } from '../predicate/text.ts';
import { type Scored, scoreOf } from '../score/score.ts';
import { earliest } from '../time.ts';
import { type Grouping, groupBy, personaOf } from './groups.ts';
import type { Story } from './story.ts';

export interface LeadContext extends PredicateContext {
  readonly definitions: Definitions;
  readonly scored: () => Scored;
  readonly segments: () => Grouping;
  readonly personas: () => Grouping;
}

export function contextOf(story: Story, definitions: Definitions): LeadContext {
  const { profile, journey } = story;
  const facts: PredicateContext = {
    now: story.now,
    fields: profile.fields,
    fieldSince: profile.fieldSince,
    domains: profile.domains,
    domainsSince: profile.domainsSince,
    signals: profile.signals,
    attempts: story.attempts,
    stage: journey.stage,
    stagesWas: new Set([journey.stage, ...journey.entries.map(({ stage }) => stage)]),
    account: profile.account,
    list: listsOf(definitions),
    score: () => null,
    scoreChangesAt: () => null,
    scoreEvidenceAt: () => null,
    own: () => null,
    segment: () => 'unknown',
    persona: () => 'unknown',
    groupsChangeAt: () => null,
    groupEvidenceAt: () => null,
  };
  const segments = once(() => groupBy(definitions.segments, facts));
  const withSegment: PredicateContext = {
    ...facts,
    own: (kind) => (kind === 'segment' ? segments().id : null),
    segment: (id) => segments().verdict(id),
    groupsChangeAt: () => segments().changesAt,
    groupEvidenceAt: (kind, id) => (kind === 'segment' ? segments().evidenceAt(id) : null),
  };
  const personas = once(() => personaOf(definitions.personas, withSegment));
  const withPersona: PredicateContext = {
    ...withSegment,
    own: (kind) => (kind === 'segment' ? segments() : personas()).id,
    persona: (id) => personas().verdict(id),
    groupsChangeAt: () => earliest([segments().changesAt, personas().changesAt]),
    groupEvidenceAt: (kind, id) => (kind === 'segment' ? segments() : personas()).evidenceAt(id),
  };
  const scored = once(() => scoreOf(definitions.scoring, withPersona));
  return {
    ...withPersona,
    score: () => {
      const { shown, fit, engagement } = scored().score;
      return { score: shown, fit, engagement };
    },
    scoreChangesAt: () => scored().changesAt,
    scoreEvidenceAt: () => scored().evidenceAt,
    definitions,
    scored,
    segments,
    personas,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

type Lists = PredicateContext['list'];
const lists = new WeakMap<Definitions, Lists>();

/** Values are folded once per definitions; as domains too, so that `@gmail.com` in a list is found. */
function listsOf(definitions: Definitions): Lists {
  const known = lists.get(definitions);
  if (known !== undefined) return known;
  const folded = new Map<string, ReadonlySet<string>>();
  const list: Lists = (id) => {
    const values = definitions.lists[id]?.values;
    if (values === undefined || folded.has(id)) return folded.get(id);
    folded.set(id, new Set(values.flatMap((value) => [foldText(value), foldDomain(value)])));
    return folded.get(id);
  };
  lists.set(definitions, list);
  return list;
}
