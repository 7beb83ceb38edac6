/**
 * Speed to lead (TGT4): how long the machine took to find an owner and how long a person then took,
 * apart, in the first response's own kind of time (ATT4: automatic mail answers nothing).
 */
import { versionOf } from '../lead/versionAt.ts';
import { targetMsBetween } from '../sla/target.ts';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import { clocksOf, type CountedHandoff, countedHandoffs, cutsOf } from './handoffs.ts';
import type { KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { cellOf, cutsIn, type Mark, type Row, type Table } from './table.ts';
import { summaryOf, type TimesSummary } from './times.ts';

/** Upper edges of the histogram's classes, ms; what took longer falls into a last one without edge. */
export const SPEED_CLASSES: readonly number[] = [
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  24 * HOUR_MS,
];

export interface SpeedRow {
  /** `all`, `segment`, `source`, `campaign` or `person`, and which; null = none. */
  readonly by: string;
  readonly of: string | null;
  /** Evidence → active owner. Of a person: null, the machine is nobody's. */
  readonly machine: TimesSummary | null;
  /** Owner → first genuine attempt; of a person from the start of their own leg. */
  readonly human: TimesSummary;
  /** Both together, per lead. */
  readonly whole: TimesSummary | null;
  /** How many took a person up to each edge; `upToMs` null = longer than all. */
  readonly histogram: readonly { readonly upToMs: number | null; readonly n: number }[];
}

/** Hand-offs opened in the window that were responded to under a policy, late ones too. */
export function speedReport(scope: Scope): Report<readonly SpeedRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      for (const handoff of countedHandoffs(lead)) {
        if (handoff.withdrawn || !isIn(scope.window, handoff.draft.openedAt)) continue;
        const delay = delayOf(lead, handoff, scope);
        if (delay === null) continue;
        for (const cut of cutsOf(lead)) {
          yield { row: ['machine', ...cut], ms: delay.machineMs };
          yield { row: ['whole', ...cut], ms: delay.machineMs + delay.humanMs };
          yield* humanMarks(cut, delay.humanMs);
        }
        for (const { person, ms } of delay.legs) yield* humanMarks(['person', person], ms);
      }
    },
    read: readSpeed,
  };
}

function* humanMarks(cut: Row, ms: number): Generator<Mark> {
  yield { row: ['human', ...cut], ms };
  yield { row: ['class', ...cut, className(ms)] };
}

function className(ms: number): string | null {
  const edge = SPEED_CLASSES.find((upTo) => ms <= upTo);
  return edge === undefined ? null : String(edge);
}

interface Delay {
  readonly machineMs: number;
  readonly humanMs: number;
  /** The last owner's own share, as a list of one; none where nobody owned the lead. */
  readonly legs: readonly { readonly person: string; readonly ms: number }[];
}

/** Null while unanswered, and where no policy says in which hours to count. */
function delayOf(lead: KeptLead, handoff: CountedHandoff, scope: Scope): Delay | null {
  const clock = clocksOf(lead, handoff, 'first_response').at(-1);
  const calendar = clock && versionOf(scope.history, clock.policy.version)?.calendars[clock.policy.calendar];
  if (!clock || !calendar || clock.tookMs === null || clock.startedAt === null || clock.endedAt === null) {
    return null;
  }
  const between = (from: number, to: number): number =>
    targetMsBetween(calendar, clock.policy.target, from, to);
  const { draft, start } = handoff;
  // A reopened hand-off begins with the decision, an ordinary one when its evidence held (FCT7).
  const since = start === draft.openedAt ? Math.min(draft.since, start) : start;
  const { endedAt } = clock;
  return {
    machineMs: between(since, clock.startedAt),
    humanMs: clock.tookMs,
    legs: clock.legs.slice(-1).map(({ owner, from }) => ({ person: owner, ms: between(from, endedAt) })),
  };
}

function readSpeed(table: Table): readonly SpeedRow[] {
  const summary = (row: Row): TimesSummary => summaryOf(cellOf(table, row).times);
  return cutsIn(table, 'human').map(({ by, of }): SpeedRow => {
    const cut = [by, of];
    const isPerson = by === 'person';
    return {
      by,
      of,
      machine: isPerson ? null : summary(['machine', ...cut]),
      human: summary(['human', ...cut]),
      whole: isPerson ? null : summary(['whole', ...cut]),
      histogram: [...SPEED_CLASSES, null].map((upToMs) => ({
        upToMs,
        n: cellOf(table, ['class', ...cut, upToMs === null ? null : String(upToMs)]).n,
      })),
    };
  });
}
