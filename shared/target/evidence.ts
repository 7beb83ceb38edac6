/**
 * What closed leads teach a first agreement: how many with which traits were won and lost, what they
 * would have scored, what they were worth, and how soon leads were first answered. One pass; leads with
 * the same traits are one case, so memory goes by cases, and what few leads share is left out.
 */
import type { Definitions } from '../definitions/definitions.ts';
import type { BodyOf } from '../lead/facts.ts';
import { contextOf } from '../lead/context.ts';
import { storyAt } from '../lead/story.ts';
import { evaluate } from '../predicate/evaluate.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { DAY_MS } from '../time.ts';
import { closedOf } from './closed.ts';
import type { Report, ReportLead } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { ENOUGH } from './share.ts';
import { cellsOf, type Mark, type Table } from './table.ts';
import { fieldsOfBoth, nameOfTrait, type Trait, traitsOf } from './trait.ts';

/** Leads closed in so many days are looked at. */
export const EVIDENCE_DAYS = 90;

/** Leads that look the same: their traits, what they would have scored, how they ended. */
export interface Case {
  readonly won: number;
  readonly lost: number;
  /** Whole points each scoring group would have had, before its limits; in the groups' order. */
  readonly sums: readonly number[];
  /** Parts of the hand-off criterion, the score apart, that they met; by place. */
  readonly met: readonly number[];
  /** A fast-track signal would have handed them over whatever the score. */
  readonly fast: boolean;
  /** Places in `traits`. */
  readonly has: readonly number[];
}

export interface Evidence {
  readonly won: number;
  readonly lost: number;
  readonly traits: readonly Trait[];
  readonly cases: readonly Case[];
  /** First tries on leads that came in the same days: when each could have begun, and when it did; epoch ms. */
  readonly responses: readonly (readonly [from: number, to: number])[];
  /** Won deals by currency: how many, and hundredths of it in all. */
  readonly deals: readonly { readonly currency: string; readonly n: number; readonly cents: number }[];
  /** Closed leads by the segment they would be in. */
  readonly segments: readonly {
    readonly segment: string | null;
    readonly won: number;
    readonly lost: number;
  }[];
}

/** @param starter what leads are scored by; fields are read as `scope.definitions` and it name them */
export function evidenceReport(scope: Scope, starter: Definitions): Report<Evidence, ReportLead> {
  const window = { start: scope.now - EVIDENCE_DAYS * DAY_MS, end: scope.now + 1 };
  const fields = fieldsOfBoth(scope.definitions, starter);
  const parts = criterionParts(starter);
  const fastTrack = fastTrackOf(starter);
  return {
    *marks(lead): Generator<Mark> {
      yield* responseMarks(lead, window);
      const closed = closedOf(lead, scope);
      if (closed === null || !isIn(window, closed.at)) return;
      const { won } = closed;
      const context = contextOf(storyAt(lead.story, closed.knownAt), starter);
      const { groups } = context.scored().score;
      const points = {
        sums: groups.map(({ sum }) => Math.round(sum / 100)),
        met: parts.flatMap((part, place) => (evaluate(part, context) === 'met' ? [place] : [])),
        fast: context.signals.some(({ signal }) => fastTrack.has(signal)),
      };
      const traits = traitsOf(context, fields).map(nameOfTrait).toSorted();
      yield { row: ['case', JSON.stringify(points), ...traits], hit: won };
      yield { row: ['segment', context.own('segment')], hit: won };
      if (won) yield* dealMarks(lead, scope);
    },
    read: readEvidence,
  };
}

/** What the hand-off stage asks for beside points, each part by itself. */
export function criterionParts({ stages, handoff }: Definitions): readonly Predicate[] {
  const criteria = stages.find(({ id }) => id === handoff.stage)?.criteria;
  if (criteria === undefined || !('all' in criteria)) return [];
  return criteria.all.filter((part) => !isScorePart(part));
}

/** `{score, atLeast}`, by itself or under a label. */
export function isScorePart(part: Predicate): boolean {
  if ('score' in part) return true;
  return 'all' in part && part.all.length === 1 && part.all.every(isScorePart);
}

function fastTrackOf({ stages, handoff }: Definitions): ReadonlySet<string> {
  const own = stages.find(({ id }) => id === handoff.stage)?.fastTrack ?? [];
  return new Set(own.map(({ signal }) => signal));
}

/** From the hand-off, or for what was imported from the capture; by people, whoever they were then. */
function* responseMarks({ state }: ReportLead, window: Scope['window']): Generator<Mark> {
  const from = state.handoffs[0]?.openedAt ?? state.capturedAt;
  if (from === null || !isIn(window, from)) return;
  const first = state.attempts.find(
    ({ at, automatic, withdrawn, refused }) => at >= from && !automatic && !withdrawn && !refused,
  );
  if (first) yield { row: ['response', String(from), String(first.at)] };
}

/** In the deal's own currency: a first agreement has no rates yet. */
function* dealMarks({ state, story }: ReportLead, scope: Scope): Generator<Mark> {
  const last = new Map<string, BodyOf<'deal.changed'>>();
  for (const fact of story.facts) if (fact.kind === 'deal.changed') last.set(fact.body.dealId, fact.body);
  for (const [id, { outcome, amount, currency }] of last)
    if (outcome === 'won' && amount > 0 && scope.keepsDeal(id, state.leadId))
      yield { row: ['deal', currency], hit: true, amount: Math.round(amount * 100) };
}

function readEvidence(table: Table): Evidence {
  const cells = cellsOf(table, 'case');
  const counts = new Map<string, number>();
  for (const { row, n } of cells)
    for (const name of row.slice(2)) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + n);
  const names = [...counts].flatMap(([name, n]) => (n >= ENOUGH ? [name] : [])).toSorted();
  const places = new Map(names.map((name, place) => [name, place]));
  const cases = new Map<string, { won: number; lost: number; points: string; has: readonly number[] }>();
  for (const { row, n, hits } of cells) {
    const points = row[1] ?? '';
    const has = row.slice(2).flatMap((name) => places.get(name ?? '') ?? []);
    const key = JSON.stringify([points, has]);
    const known = cases.get(key) ?? { won: 0, lost: 0, points, has };
    cases.set(key, { ...known, won: known.won + hits, lost: known.lost + n - hits });
  }
  const sum = (count: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((total, cell) => total + count(cell), 0);
  return {
    won: sum(({ hits }) => hits),
    lost: sum(({ n, hits }) => n - hits),
    traits: names.map(traitNamed),
    cases: [...cases.values()].map(({ points, ...one }) => ({ ...one, ...pointsIn(points) })),
    responses: cellsOf(table, 'response').map(({ row: [, from, to] }) => [Number(from), Number(to)]),
    deals: cellsOf(table, 'deal').map(({ row, hits, sum: cents }) => ({
      currency: row[1] ?? '',
      n: hits,
      cents,
    })),
    segments: cellsOf(table, 'segment').map(({ row, n, hits }) => ({
      segment: row[1] ?? null,
      won: hits,
      lost: n - hits,
    })),
  };
}

/** Texts this file wrote itself. */
function traitNamed(name: string): Trait {
  return JSON.parse(name);
}

function pointsIn(text: string): Pick<Case, 'sums' | 'met' | 'fast'> {
  return JSON.parse(text);
}
