/** A lead of the list as a row of the day, by its nearest clock. */
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import { buildDay, type DayEntry, type DayView } from '../../../shared/ui/buildDay.ts';
import type { ClockFace } from '../../../shared/ui/chipView.ts';
import { daysAway, whenShort, type When } from '../../../shared/ui/when.ts';
import { listedFace, type ListedClock } from '../ui/clockFace.ts';

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

function rowOf(lead: LeadView, clock: ListedClock, version: Version, when: When): Row {
  const { words } = when.messages;
  const { face, unsure } = listedFace(clock, version, when.messages, when.now);
  const later = clock.dueAt !== null && daysAway(clock.dueAt, when) > 0;
  return {
    leadId: lead.id,
    name: lead.name ?? lead.company ?? words.unnamed,
    company: lead.name === null ? null : lead.company,
    owed: words.clocks[clock.kind],
    done: null,
    clock: {
      face,
      due: later && clock.dueAt !== null ? whenShort(clock.dueAt, when) : null,
    },
    unsure,
  };
}

function isMarketings({ kind }: ListedClock, { definitions }: Version): boolean {
  const policies = definitions.policies.filter((policy) => policy.kind === kind);
  return policies.length > 0 && policies.every(({ party }) => party === 'marketing');
}
