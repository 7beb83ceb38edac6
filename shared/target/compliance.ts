/**
 * Promises kept (TGT4): per policy and week, for the team by the lead's clock and for each person by
 * their own leg of it (CLK10), so that nobody answers for time they did not have (TGT5).
 */
import { memberAt } from '../lead/memberAt.ts';
import type { ClockLeg } from '../lead/state.ts';
import { breachOwner } from '../sla/breachOwner.ts';
import { debtorOf } from '../sla/debtor.ts';
import { ownerAt } from './handoffs.ts';
import { dateAt, mondayOf } from './period.ts';
import type { KeptClock, KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { hasPassed, isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellsOf, type Mark } from './table.ts';

export interface ComplianceRow {
  readonly by: 'all' | 'team' | 'person';
  readonly policy: string;
  /** Team or member; null for the whole and where nobody was responsible. */
  readonly of: string | null;
  /** Monday of the local week in which it was met or missed, `YYYY-MM-DD`. */
  readonly weekOn: string;
  readonly inTime: Share;
}

export function complianceReport(scope: Scope): Report<readonly ComplianceRow[]> {
  const weekOf = (at: number): string => mondayOf(dateAt(scope.calendar, at));
  return {
    *marks(lead): Generator<Mark> {
      for (const clock of lead.state.clocks) {
        const result = resultOf(clock);
        const policy = clock.policy.id;
        if (result !== null && isIn(scope.window, result.at)) {
          const team = memberAt(scope.room, countedFor(lead, clock, result, scope), result.at)?.team ?? null;
          const hit = result.inTime;
          yield { row: ['all', policy, null, weekOf(result.at)], hit };
          yield { row: ['team', policy, team, weekOf(result.at)], hit };
        }
        for (const { person, at, inTime } of personResults(lead, clock, scope)) {
          if (isIn(scope.window, at)) yield { row: ['person', policy, person, weekOf(at)], hit: inTime };
        }
      }
    },
    read: (table) =>
      (['all', 'team', 'person'] as const).flatMap((by) =>
        cellsOf(table, by).map(({ row, hits, n }) => ({
          by,
          policy: String(row[1]),
          of: row[2] ?? null,
          weekOn: String(row[3]),
          inTime: shareOf(hits, n),
        })),
      ),
  };
}

interface Result {
  readonly at: number;
  readonly inTime: boolean;
}

/** Null while it is open, and when it was cancelled in time or begun in trial. */
function resultOf({ status, trial, endedAt, dueAt }: KeptClock): Result | null {
  if (trial) return null;
  if (status === 'met' && endedAt !== null) return { at: endedAt, inTime: true };
  const isLate = status === 'breached' || status === 'met_late';
  return isLate && dueAt !== null ? { at: dueAt, inTime: false } : null;
}

interface PersonResult extends Result {
  readonly person: string;
}

/**
 * Missed: whoever's leg ran out while they were there. Met: whoever made the attempt, else the owner of
 * the leg in which it was met, unless that leg had run out before.
 */
function personResults(lead: KeptLead, clock: KeptClock, scope: Scope): readonly PersonResult[] {
  if (clock.trial || clock.startedAt === null) return [];
  if (clock.legs.length === 0) return withoutLegs(lead, clock, scope);
  const isMet = clock.status === 'met' || clock.status === 'met_late';
  const results: PersonResult[] = [];
  for (const leg of clock.legs) {
    const missedBy = legMissedBy(clock, leg, scope);
    if (missedBy !== null && leg.dueAt !== null) {
      results.push({ person: missedBy, at: leg.dueAt, inTime: false });
    }
  }
  const last = clock.legs.at(-1);
  const { endedAt } = clock;
  if (!isMet || endedAt === null || last === undefined) return results;
  if (last.dueAt !== null && endedAt > last.dueAt) return results;
  return [...results, { person: makerOf(lead, clock) ?? last.owner, at: endedAt, inTime: true }];
}

/** A leg judged as a clock of its own: its owner, unless they were away when it ran out or it did not. */
function legMissedBy(clock: KeptClock, leg: ClockLeg, scope: Scope): string | null {
  if (leg.dueAt === null || !hasPassed(scope, leg.dueAt)) return null;
  return breachOwner({ ...clock, status: 'breached', dueAt: leg.dueAt, legs: [leg] }, scope.room);
}

/** ATT9: the attempt is credited to whoever made it. */
function makerOf({ state }: KeptLead, { metBy }: KeptClock): string | null {
  return metBy === null ? null : (state.attempts.find(({ factIds }) => factIds.includes(metBy))?.by ?? null);
}

function withoutLegs(lead: KeptLead, clock: KeptClock, scope: Scope): readonly PersonResult[] {
  const result = resultOf(clock);
  if (result === null) return [];
  // A met first response without a leg was made while nobody owned the lead.
  const person = makerOf(lead, clock) ?? owing(lead, clock, result.at, scope);
  if (person === null) return [];
  const isAway = (memberAt(scope.room, person, result.at)?.awayUntil ?? null) !== null;
  return isAway && !result.inTime ? [] : [{ person, ...result }];
}

/** Whose team a clock is counted for. */
function countedFor(lead: KeptLead, clock: KeptClock, { at }: Result, scope: Scope): string | null {
  return owing(lead, clock, at, scope) ?? ownerAt(lead, at) ?? makerOf(lead, clock);
}

/** Who owed it at an instant: of the lead as it was owned then. */
function owing(lead: KeptLead, clock: KeptClock, at: number, { definitions, room }: Scope): string | null {
  const owner = ownerAt(lead, at);
  const then = { ...lead.state, owner: owner === null ? null : { id: owner } };
  return debtorOf(clock, then, definitions, room, at);
}
