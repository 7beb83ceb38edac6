/**
 * Which stage a lead may enter by itself now, and why: return date, fast track, criteria (STG2–STG4).
 * Pure judgement; `shared/lead/decide.ts` turns it into a fact.
 */
import { derived } from '../derived.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { Stage } from '../definitions/stage.ts';
import type { Version } from '../definitions/version.ts';
import { exclusionsOf } from '../handoff/exclusion.ts';
import { contextOf, type LeadContext } from '../lead/context.ts';
import { holdsSince } from '../lead/spans.ts';
import type { EntryCause } from '../lead/state.ts';
import { type Story, storyKnownAt } from '../lead/story.ts';
import { workspaceCalendarOf } from '../lead/versionAt.ts';
import { compile } from '../predicate/compile.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import { openingOf } from '../sla/openTime.ts';
import { isAfter } from './barrier.ts';
import { heldSince } from './heldSince.ts';
import { isHandedOver, placeOf } from './order.ts';

export interface Proposal {
  readonly stage: string;
  readonly cause: EntryCause;
  /** Signal, stage or hand-off that did it, in the definitions' own ids. */
  readonly evidence: string;
  /** When the evidence first held (FCT7). */
  readonly since: number;
  readonly backlog: boolean;
}

/** The lead as the version in force sees it. */
export interface Seen {
  readonly story: Story;
  readonly context: LeadContext;
  readonly version: Version;
}

/** Null when nothing automatic happens: excluded, disqualified, or simply not there yet. */
export function proposeEntry(seen: Seen): Proposal | null {
  const { story, context } = seen;
  if (story.profile.capturedAt === null || story.journey.disqualified) return null;
  if (exclusionsOf(context).length > 0) return null;
  return proposeReturn(seen) ?? proposeFastTrack(seen) ?? proposeByCriteria(seen);
}

/** When a recycled lead comes back; null when no return is agreed or it has happened (STG4). */
export function returnsAt({ story, version }: Pick<Seen, 'story' | 'version'>): number | null {
  const { definitions } = version;
  const last = story.journey.handoffs.at(-1);
  const answer = last?.answered;
  if (answer?.answer !== 'recycled' || answer.returnOn === undefined) return null;
  const returned = story.journey.entries.some(({ cause, at }) => cause === 'return' && at >= answer.since);
  if (returned || isHandedOver(definitions, story.journey.stage)) return null;
  const at = openingOf(workspaceCalendarOf(version), answer.returnOn);
  // A date already past when it was agreed brings nobody back.
  return at !== null && at > answer.since ? at : null;
}

function proposeReturn({ story, version }: Seen): Proposal | null {
  const at = returnsAt({ story, version });
  const last = story.journey.handoffs.at(-1);
  if (at === null || at > story.now || last === undefined) return null;
  if (holdsSince(story.optOuts.unreachable) !== null) return null;
  const stage = version.definitions.handoff.stage;
  return { stage, cause: 'return', evidence: last.id, since: at, backlog: false };
}

/** The furthest stage that a listed signal enters, whatever lies between (STG3). */
function proposeFastTrack({ story, version }: Seen): Proposal | null {
  const { definitions } = version;
  const here = placeOf(definitions, story.journey.stage);
  const barrier = story.journey.barrier ?? Number.NEGATIVE_INFINITY;
  for (const { id, fastTrack = [] } of definitions.stages.slice(here + 1).toReversed()) {
    const signal = story.profile.signals.find(
      (seen) => seen.at > barrier && fastTrack.some((track) => track.signal === seen.signal),
    );
    if (signal === undefined) continue;
    const imported = story.facts.find((fact) => fact.id === signal.id);
    const { importedAt } = story.profile;
    const backlog =
      importedAt !== null && signal.at <= importedAt && (imported?.recordedAt ?? 0) <= importedAt;
    const cause = backlog ? 'import' : 'fast_track';
    return { stage: id, cause, evidence: signal.signal, since: signal.at, backlog };
  }
  return null;
}

/** Furthest automatic stage ahead whose criteria are met with no decision stage in between (STG2). */
export function furthestByCriteria(story: Story, context: LeadContext): Stage | null {
  const { definitions } = context;
  const { barrier, stage: current } = story.journey;
  const entrances = entrancesBeyond(definitions).get(current) ?? entrancesFrom(definitions, 0);
  const entrance = entrances.find(
    ({ node }) =>
      node.evaluate(context) === 'met' && (barrier === null || isAfter(node.evidenceAt(context), barrier)),
  );
  return entrance?.stage ?? null;
}

interface Entrance {
  readonly stage: Stage;
  readonly node: CompiledNode;
}

/** By the stage a lead is in: those it can reach by criteria alone, the furthest first. */
const entrancesBeyond = derived(
  (definitions: Definitions): ReadonlyMap<string, readonly Entrance[]> =>
    new Map(definitions.stages.map(({ id }, place) => [id, entrancesFrom(definitions, place + 1)])),
);

function entrancesFrom({ stages }: Definitions, first: number): readonly Entrance[] {
  const reach = stages.findIndex(({ enter }, place) => place >= first && enter === 'decision');
  return stages
    .slice(first, reach < 0 ? undefined : reach)
    .flatMap((stage) =>
      stage.enter === 'automatic' && stage.criteria !== undefined
        ? [{ stage, node: compile(stage.criteria) }]
        : [],
    )
    .toReversed();
}

function proposeByCriteria({ story, context, version }: Seen): Proposal | null {
  const stage = furthestByCriteria(story, context);
  if (stage?.criteria === undefined) return null;
  const since = heldSince(story, stage.criteria, version.definitions);
  const cause = causeOfCriteria(story, version, stage.id);
  const head = { stage: stage.id, cause, evidence: stage.id };
  if (cause === 'publish') return { ...head, since: Math.max(since, version.effectiveAt), backlog: true };
  return { ...head, since, backlog: cause === 'import' };
}

/** What was already enough when an import, or a new version, came is caused by that (TRI2). */
function causeOfCriteria(
  story: Story,
  { version, effectiveAt, definitions }: Version,
  stage: string,
): EntryCause {
  const { importedAt } = story.profile;
  if (importedAt !== null && wouldEnterAt(story, definitions, stage, importedAt)) return 'import';
  return version > 1 && wouldEnterAt(story, definitions, stage, effectiveAt) ? 'publish' : 'criteria';
}

function wouldEnterAt(story: Story, definitions: Definitions, stage: string, at: number): boolean {
  // Moved back since: whatever was enough then is not what brings it forward now.
  if ((story.journey.barrier ?? at) > at) return false;
  const then = storyKnownAt(story, at);
  if (then.facts.length === 0) return false;
  const context = contextOf(then, definitions);
  if (exclusionsOf(context).length > 0) return false;
  const furthest = furthestByCriteria(then, context);
  return furthest !== null && placeOf(definitions, furthest.id) >= placeOf(definitions, stage);
}
