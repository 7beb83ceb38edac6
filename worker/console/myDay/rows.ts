/**
 * A lead of the list as a row of the day. The list says which clock is nearest and when it is due; in
 * which hours it counts is read off the agreement, where all promises of its kind agree on that.
 */
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import { openAround } from '../../../shared/ui/buildFace.ts';
import { buildDay, type DayEntry, type DayView } from '../../../shared/ui/buildDay.ts';
import type { ClockFace } from '../../../shared/ui/chipView.ts';
import { daysAway, whenShort, type When } from '../../../shared/ui/when.ts';

type Clock = NonNullable<LeadView['clock']>;

export interface Row extends DayEntry {
  readonly leadId: string;
  readonly company: string | null;
  /** What is owed: the promise's kind. */
  readonly owed: string;
  readonly clock: { readonly face: ClockFace; readonly due: string | null };
  /** Counted in hours nobody is sure of: only when it is due is said. */
  readonly unsure: boolean;
}

export type Day = DayView<Row> & {
  /** Here the other side owes first. */
  readonly theirs: readonly Row[];
};

/** @param now epoch ms */
export function dayOf(leads: readonly LeadView[], version: Version, messages: Catalog, now: number): Day {
  const when: When = { offsets: workspaceCalendarOf(version).offsets, now, messages };
  const own: Row[] = [];
  const theirs: Row[] = [];
  for (const lead of leads) {
    const { clock } = lead;
    if (clock === null) continue;
    const row = rowOf(lead, clock, version, when);
    if (isMarketings(clock, version)) theirs.push(row);
    else own.push(row);
  }
  return { ...buildDay(own, now), theirs };
}

function rowOf(lead: LeadView, clock: Clock, version: Version, when: When): Row {
  const { words } = when.messages;
  const hours = hoursOf(clock, version, when.now);
  const later = clock.dueAt !== null && daysAway(clock.dueAt, when) > 0;
  return {
    leadId: lead.id,
    name: lead.name ?? lead.company ?? words.unnamed,
    company: lead.name === null ? null : lead.company,
    owed: words.clocks[clock.kind],
    done: null,
    clock: {
      face: faceOf(clock, !version.signed, hours ?? null, when.messages),
      due: later && clock.dueAt !== null ? whenShort(clock.dueAt, when) : null,
    },
    unsure: hours === undefined,
  };
}

function faceOf(clock: Clock, trial: boolean, open: ClockFace['open'], { chip }: Catalog): ClockFace {
  const { kind, status, dueAt, riskAt } = clock;
  return {
    kind,
    status,
    trial,
    startedAt: null,
    dueAt,
    riskAt,
    open,
    words: {
      running: trial ? chip.inTrial : chip.running,
      late: chip.late,
      still: status === 'paused' ? chip.paused : chip.trial,
    },
  };
}

/** Null for wall time; undefined where promises of this kind do not count alike. */
function hoursOf({ kind, dueAt }: Clock, version: Version, now: number): ClockFace['open'] | undefined {
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

function isMarketings({ kind }: Clock, { definitions }: Version): boolean {
  const policies = definitions.policies.filter((policy) => policy.kind === kind);
  return policies.length > 0 && policies.every(({ party }) => party === 'marketing');
}
