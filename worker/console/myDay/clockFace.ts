/**
 * The nearest clock of a listed lead as a face that ticks. The list says which clock it is and when it is
 * due; in which hours it counts is read off the agreement, where all promises of its kind agree on that.
 */
import type { Version } from '../../../shared/definitions/version.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import { openAround } from '../../../shared/ui/buildFace.ts';
import type { ClockFace } from '../../../shared/ui/chipView.ts';

export type ListedClock = NonNullable<LeadView['clock']>;

export interface ListedFace {
  readonly face: ClockFace;
  /** Counted in hours nobody is sure of: only when it is due can be said. */
  readonly unsure: boolean;
}

/** @param now epoch ms */
export function listedFace(
  { kind, status, dueAt, riskAt }: ListedClock,
  version: Version,
  { chip }: Catalog,
  now: number,
): ListedFace {
  const trial = !version.signed;
  const open = hoursOf(kind, dueAt, version, now);
  const words = {
    running: trial ? chip.inTrial : chip.running,
    late: chip.late,
    still: status === 'paused' ? chip.paused : chip.trial,
  };
  const face = { kind, status, trial, startedAt: null, dueAt, riskAt, open: open ?? null, words };
  return { face, unsure: open === undefined };
}

/** Null for wall time; undefined where promises of this kind do not count alike. */
function hoursOf(
  kind: ListedClock['kind'],
  dueAt: number | null,
  version: Version,
  now: number,
): ClockFace['open'] | undefined {
  if (dueAt === null) return null;
  const policies = version.definitions.policies.filter((policy) => policy.kind === kind);
  const counted = new Set(
    policies.map(({ target, calendar }) => ('minutes' in target || 'hours' in target ? null : calendar)),
  );
  const [id] = counted;
  if (counted.size !== 1 || id === undefined) return undefined;
  if (id === null) return null;
  const calendar = version.calendars[id];
  return calendar && openAround(calendar, dueAt, now);
}
