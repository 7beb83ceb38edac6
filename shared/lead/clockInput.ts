/** The lead's story reduced to what its clocks are folded from (`shared/sla/clockInput.ts`). */
import type { Definitions } from '../definitions/definitions.ts';
import type { Version } from '../definitions/version.ts';
import { compile } from '../predicate/compile.ts';
import { evaluate } from '../predicate/evaluate.ts';
import type { Needs } from '../predicate/leaf.ts';
import type { Predicate } from '../predicate/predicate.ts';
import type { ClockHandoff, ClockInput, ClockReply, NurtureStart, Span } from '../sla/clockInput.ts';
import { contextOf, type LeadContext } from './context.ts';
import type { Fact } from './facts.ts';
import { holdsSince } from './spans.ts';
import type { StageEntry } from './state.ts';
import { type Story, storyAt } from './story.ts';

export interface ClockExtras {
  readonly context: LeadContext;
  readonly entries: readonly StageEntry[];
  readonly handoffs: readonly ClockHandoff[];
  readonly snoozes: readonly Span[];
  readonly excludedAt: number | null;
}

export function clockInputOf(story: Story, extras: ClockExtras): ClockInput {
  const { now, leadId, history, room, owners, attempts, facts, profile } = story;
  const { context, entries, snoozes, excludedAt } = extras;
  const { replies, nurtureStarts } = heard(facts);
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
    handoffs: extras.handoffs,
    replies,
    nurtureStarts,
    known: profile.known,
    optedOutAt: holdsSince(story.optOuts.unreachable),
    backlog: story.journey.backlog,
    verdict: verdicts(story, context),
    learnt: (predicate, { definitions }) => learnt(story, predicate, definitions),
  };
}

function heard(facts: readonly Fact[]): Pick<ClockInput, 'replies' | 'nurtureStarts'> {
  const replies: ClockReply[] = [];
  const nurtureStarts: NurtureStart[] = [];
  for (const { kind, id: factId, at, body } of facts) {
    if (kind === 'reply.received') replies.push({ factId, at, outOfOffice: body.outOfOffice ?? false });
    if (kind === 'nurture.started') nurtureStarts.push({ factId, at });
  }
  return { replies, nurtureStarts };
}

/** Policies ask about a few instants again and again: each is read once. */
function verdicts(story: Story, current: LeadContext): ClockInput['verdict'] {
  const stories = [story];
  const contexts = [current];
  return (predicate: Predicate, at: number, { definitions }: Version) => {
    let context = contexts.find((known) => known.now === at && known.definitions === definitions);
    if (context === undefined) {
      let then = stories.find((known) => known.now === at);
      if (then === undefined) stories.push((then = storyAt(story, at)));
      contexts.push((context = contextOf(then, definitions)));
    }
    return evaluate(predicate, context);
  };
}

/** First instants of the fields a criterion reads, its segments' and personas' included (CLK4). */
function learnt({ profile }: Story, predicate: Predicate, definitions: Definitions): readonly number[] {
  const { fields, domains } = readsOf(predicate, definitions);
  const instants: number[] = [];
  const add = (at: number | null | undefined): void => {
    if (typeof at === 'number' && !instants.includes(at)) instants.push(at);
  };
  for (const field of fields) add(profile.known[field]?.[0]?.from);
  if (domains) add(profile.domainsSince);
  return instants.length < 2 ? instants : instants.toSorted((a, b) => a - b);
}

interface Reads {
  readonly fields: ReadonlySet<string>;
  readonly domains: boolean;
}

const reads = new WeakMap<Definitions, Map<Predicate, Reads>>();

function readsOf(predicate: Predicate, definitions: Definitions): Reads {
  let known = reads.get(definitions);
  if (known === undefined) reads.set(definitions, (known = new Map()));
  let found = known.get(predicate);
  if (found === undefined) known.set(predicate, (found = findReads(compile(predicate).needs, definitions)));
  return found;
}

function findReads(needs: Needs, { segments, personas }: Definitions): Reads {
  const groups = [
    ...segments.filter(({ id }) => needs.segments.has(id)),
    ...personas.filter(({ id }) => needs.personas.has(id)),
  ];
  const all = [needs, ...groups.map(({ when }) => compile(when).needs)];
  const fields = new Set(all.flatMap((one) => [...one.fields]));
  if (needs.personas.size > 0) fields.add('persona');
  return { fields, domains: all.some(({ domains }) => domains) };
}
