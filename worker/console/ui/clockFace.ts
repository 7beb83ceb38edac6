/**
 * The nearest clock of a listed lead as a face that ticks, the same as its card's: the list says when it is
 * due and what it counts in, the agreement it was promised in says when that is open.
 */
import type { Version } from '../../../shared/definitions/version.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import type { ClockFace } from '../../../shared/ui/chipView.ts';
import { openAround } from '../../../shared/ui/openAround.ts';
import { useQuery } from '../api/hooks.ts';
import { versionsNumbered } from '../api/resources.ts';

export type ListedClock = NonNullable<LeadView['clock']>;

export interface ListedFace {
  readonly face: ClockFace;
  /** Counted in hours that are not known yet: only when it is due can be said. */
  readonly unsure: boolean;
}

/** The agreement in force, and the older ones these clocks were promised in once they are read (CLK8). */
export function useVersions(version: Version, leads: readonly LeadView[]): readonly Version[] {
  const numbers = new Set(leads.flatMap(({ clock }) => clock?.terms?.version ?? []));
  numbers.delete(version.version);
  const older = [...numbers].toSorted((a, b) => a - b);
  const read = useQuery(older.length === 0 ? null : versionsNumbered(older));
  return [version, ...(read.value ?? [])];
}

/**
 * @param versions the one in force first
 * @param now epoch ms
 */
export function listedFace(
  { kind, status, dueAt, riskAt, terms }: ListedClock,
  versions: readonly Version[],
  { chip }: Catalog,
  now: number,
): ListedFace {
  const trial = terms?.trial ?? versions[0]?.signed === false;
  const words = {
    running: trial ? chip.inTrial : chip.running,
    late: chip.late,
    still: status === 'paused' ? chip.paused : chip.trial,
  };
  const open = dueAt === null ? null : hoursOf(terms, versions, dueAt, now);
  const face = { kind, status, trial, startedAt: null, dueAt, riskAt, open: open ?? null, words };
  return { face, unsure: open === undefined };
}

/** Null for wall time; undefined where nobody knows yet. */
function hoursOf(
  terms: ListedClock['terms'],
  versions: readonly Version[],
  dueAt: number,
  now: number,
): ClockFace['open'] | undefined {
  if (!terms) return undefined;
  if (terms.calendar === null) return null;
  const calendar = versions.find(({ version }) => version === terms.version)?.calendars[terms.calendar];
  return calendar && openAround(calendar, dueAt, now);
}
