/** The lead's story reduced to what its clocks are folded from (`shared/sla/clockInput.ts`). */
import type { Definitions } from '../definitions/definitions.ts';
import type { Version } from '../definitions/version.ts';
import type { HandoffDraft } from '../handoff/handoffDraft.ts';
import { compile } from '../predicate/compile.ts';
import { evaluate } from '../predicate/evaluate.ts';
import type { Needs } from '../predicate/leaf.ts';
import type { Predicate } from '../predicate/predicate.ts';
import type { ClockHandoff, ClockInput, Span } from '../sla/clockInput.ts';
import { contextOf, type LeadContext } from './context.ts';
import { holdsSince } from './spans.ts';
import type { StageEntry } from './state.ts';
import { type Story, storyAt } from './story.ts';

export interface ClockExtras {
  readonly context: LeadContext;
  readonly entries: readonly StageEntry[];
  readonly handoffs: readonly HandoffDraft[];
  readonly snoozes: readonly Span[];
  readonly excludedAt: number | null;
}

export function clockInputOf(story: Story, extras: ClockExtras): ClockInput {
  const { now, leadId, history, room, owners, attempts, facts } = story;
  const { context, entries, snoozes, excludedAt } = extras;
  return {
    now,
    leadId,
    history,
    room,
    owners,
    attempts,
    entries,
    snoozes,
    excludedAt,
    handoffs: extras.handoffs.map(clockHandoff),
    replies: facts.flatMap((fact) =>
      fact.kind === 'reply.received'
        ? [{ factId: fact.id, at: fact.at, outOfOffice: fact.body.outOfOffice ?? false }]
        : [],
    ),
    nurtureStarts: facts.flatMap((fact) =>
      fact.kind === 'nurture.started' ? [{ factId: fact.id, at: fact.at }] : [],
    ),
    known: requiredFields(story),
    optedOutAt: holdsSince(story.optOuts.unreachable),
    backlog: story.journey.backlog,
    verdict: verdicts(story, context),
    learnt: (predicate, { definitions }) => learnt(story, predicate, definitions),
  };
}

function clockHandoff(draft: HandoffDraft): ClockHandoff {
  const { id, openedAt, since, trial, accepted, answers, contests, closed } = draft;
  return { id, openedAt, since, trial, accepted, answers, contests, closed };
}

function requiredFields({ history, profile }: Story): Readonly<Record<string, readonly Span[]>> {
  const required = new Set(history.flatMap(({ definitions }) => definitions.handoff.brief.required));
  return Object.fromEntries([...required].toSorted().map((field) => [field, profile.known[field] ?? []]));
}

/** Policies ask about a few instants again and again: each is read once. */
function verdicts(story: Story, current: LeadContext): ClockInput['verdict'] {
  const stories = new Map<number, Story>([[story.now, story]]);
  const contexts = new Map<string, LeadContext>();
  return (predicate: Predicate, at: number, { version, definitions }: Version) => {
    if (at === story.now && definitions === current.definitions) return evaluate(predicate, current);
    const key = `${version}@${at}`;
    let context = contexts.get(key);
    if (context === undefined) {
      const then = stories.get(at) ?? storyAt(story, at);
      stories.set(at, then);
      context = contextOf(then, definitions);
      contexts.set(key, context);
    }
    return evaluate(predicate, context);
  };
}

/** First instants of the fields a criterion reads, its segments' and personas' included (CLK4). */
function learnt({ profile }: Story, predicate: Predicate, definitions: Definitions): readonly number[] {
  const needs = compile(predicate).needs;
  const instants = [...fieldsOf(needs, definitions)].flatMap(
    (field) => profile.known[field]?.[0]?.from ?? [],
  );
  if (readsDomains(needs, definitions) && profile.domainsSince !== null) instants.push(profile.domainsSince);
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

function nested({ segments, personas }: Needs, definitions: Definitions): readonly Needs[] {
  const groups = [
    ...definitions.segments.filter(({ id }) => segments.has(id)),
    ...definitions.personas.filter(({ id }) => personas.has(id)),
  ];
  return groups.map(({ when }) => compile(when).needs);
}

function fieldsOf(needs: Needs, definitions: Definitions): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const one of [needs, ...nested(needs, definitions)]) for (const field of one.fields) fields.add(field);
  if (needs.personas.size > 0) fields.add('persona');
  return fields;
}

function readsDomains(needs: Needs, definitions: Definitions): boolean {
  return [needs, ...nested(needs, definitions)].some(({ domains }) => domains);
}
