/** A lead of the list as a row of the day, by its nearest clock. */
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { DayResponse } from '../../../shared/protocol/day.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import { buildDay, type DayEntry, type DayView } from '../../../shared/ui/buildDay.ts';
import { deedWords } from '../../../shared/ui/buildDayRow.ts';
import type { ClockFace } from '../../../shared/ui/chipView.ts';
import { daysAway, whenShort, type When } from '../../../shared/ui/when.ts';
import { listedFace, type ListedClock } from '../ui/clockFace.ts';

export interface Row extends DayEntry {
  readonly leadId: string;
  readonly company: string | null;
  /** What is owed: the promise's kind; null when nothing is any more. */
  readonly owed: string | null;
  readonly clock: { readonly face: ClockFace; readonly due: string | null } | null;
  /** That may be called, E.164. */
  readonly phones: readonly string[];
  /** Counted in hours nobody is sure of: only when it is due is said. */
  readonly unsure: boolean;
}

export type Day = DayView<Row> & {
  /** Here the other side owes first. */
  readonly theirs: readonly Row[];
};

/**
 * @param beside what the lists do not say
 * @param now epoch ms
 * @param versions these promises were made in, the one in force first
 */
export function dayOf(
  leads: readonly LeadView[],
  { phones, done }: DayResponse,
  version: Version,
  messages: Catalog,
  now: number,
  versions: readonly Version[] = [version],
): Day {
  const when: When = { offsets: workspaceCalendarOf(version).offsets, now, messages };
  const own: Row[] = [];
  const theirs: Row[] = [];
  for (const lead of leads) {
    const { clock } = lead;
    if (clock === null) continue;
    const deed = done.find(({ leadId }) => leadId === lead.id);
    const row = {
      ...rowOf(lead, clock, versions, when),
      done: deed ? doneOf(deed, when) : null,
      phones: phones[lead.id] ?? [],
    };
    if (isMarketings(clock, version)) theirs.push(row);
    else own.push(row);
  }
  const shown = new Set([...own, ...theirs].map(({ leadId }) => leadId));
  for (const deed of done) if (!shown.has(deed.leadId)) own.push(doneRow(deed, when));
  return { ...buildDay(own, now), theirs };
}

type Done = DayResponse['done'][number];

function doneOf({ at, deed }: Done, when: When): NonNullable<Row['done']> {
  return { at, text: deedWords({ at, ...deed }, when) };
}

/** Nothing is owed there any more. */
function doneRow(done: Done, when: When): Row {
  const { leadId, name, company } = done;
  return {
    leadId,
    name: name ?? company ?? when.messages.words.unnamed,
    company: name === null ? null : company,
    owed: null,
    done: doneOf(done, when),
    clock: null,
    phones: [],
    unsure: false,
  };
}

function rowOf(
  lead: LeadView,
  clock: ListedClock,
  versions: readonly Version[],
  when: When,
): Omit<Row, 'done' | 'phones'> {
  const { words } = when.messages;
  const { face, unsure } = listedFace(clock, versions, when.messages, when.now);
  const later = clock.dueAt !== null && daysAway(clock.dueAt, when) > 0;
  return {
    leadId: lead.id,
    name: lead.name ?? lead.company ?? words.unnamed,
    company: lead.name === null ? null : lead.company,
    owed: words.clocks[clock.kind],
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
