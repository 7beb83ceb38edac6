/**
 * Activities of a Dataverse organisation that are done: calls made and received, mails sent and received,
 * appointments held, tasks completed. One about a deal is about the people of that deal.
 */
import type { Activity, Answer, Line, Ref } from '../connector.ts';
import { dealPeople } from './deals.ts';
import { instant, type Row, target, text, userIn } from './rows.ts';

export type ActivityTable = 'phonecall' | 'email' | 'appointment' | 'task' | MessageTable;
/** Not every organisation has their changes tracked. */
export const MESSAGES = ['letter', 'fax', 'socialactivity'] as const;
type MessageTable = (typeof MESSAGES)[number];

const ALWAYS =
  'activityid statecode statuscode subcategory actualstart actualend scheduledstart scheduledend createdon modifiedon _ownerid_value _regardingobjectid_value'.split(
    ' ',
  );
export const ACTIVITY_COLUMNS: Readonly<Record<ActivityTable, readonly string[]>> = {
  phonecall: [...ALWAYS, 'directioncode', 'leftvoicemail'],
  email: [...ALWAYS, 'directioncode', 'senton', 'messageid'],
  appointment: ALWAYS,
  task: ALWAYS,
  letter: [...ALWAYS, 'directioncode'],
  fax: [...ALWAYS, 'directioncode'],
  socialactivity: [...ALWAYS, 'directioncode', 'community'],
};

/** What we write is known by this in `subcategory`, a text nobody else needs. */
const OURS = 'combinado:';
export const markOf = (id: string): string => `${OURS}${id}`;
export const idOfMark = (mark: string): string | undefined =>
  mark.startsWith(OURS) ? mark.slice(OURS.length) : undefined;

export async function activitiesOf(
  line: Line,
  table: ActivityTable,
  rows: readonly Row[],
): Promise<Answer<readonly Activity[]>> {
  const done = rows.flatMap((row) => {
    const told = toldBy(table, row);
    return told.length > 0 ? [{ row, told }] : [];
  });
  const deals = done.flatMap(({ row }) =>
    target(row, REGARDING) === 'opportunity' ? (text(row, REGARDING) ?? []) : [],
  );
  const ofDeals = await dealPeople(line, deals);
  if (!ofDeals.ok) return ofDeals;
  return {
    ok: true,
    value: done.flatMap(({ row, told }) => {
      const id = text(row, 'activityid');
      const people = peopleOf(row, ofDeals.value);
      if (id === null || people.length === 0) return [];
      const ours = idOfMark(text(row, 'subcategory') ?? '');
      return told.map(({ part, ...one }): Activity => ({
        kind: 'activity',
        ref: { object: part === undefined ? table : `${table} ${part}`, id },
        people,
        createdAt: instant(row, 'createdon') ?? one.at,
        by: userIn(row, '_ownerid_value'),
        ...one,
        ...(ours === undefined ? {} : { ours }),
      }));
    }),
  };
}

const REGARDING = '_regardingobjectid_value';

function peopleOf(row: Row, ofDeals: ReadonlyMap<string, readonly Ref[]>): readonly Ref[] {
  const [object, id] = [target(row, REGARDING), text(row, REGARDING)];
  if (id === null || object === null) return [];
  if (object === 'opportunity') return ofDeals.get(id) ?? [];
  return object === 'lead' || object === 'contact' ? [{ object, id }] : [];
}

type Told = Pick<Activity, 'channel' | 'outcome' | 'direction' | 'at' | 'messageId'> & {
  /** Of a record that is two activities. */
  readonly part?: string;
};

/** The second activity an appointment is. */
export const HELD = 'held';

/** Of the places a message may be sent by. */
const WHATSAPP = 15;
const COMPLETED = 1;
const CANCELLED = 2;
const RECEIVED = 4;
const FAILED = 8;

function toldBy(table: ActivityTable, row: Row): readonly Told[] {
  const at = instant(row, 'actualend') ?? instant(row, 'modifiedon');
  if (at === null) return [];
  if (table === 'appointment') return appointmentOf(row, at);
  if (row['statecode'] !== COMPLETED) return [];
  if (table === 'task') return [{ channel: 'other', outcome: 'sent', direction: 'out', at }];
  const isMessage = MESSAGES.some((one) => one === table);
  const isReceived = !isMessage && row['statuscode'] === RECEIVED;
  const direction = row['directioncode'] === false || isReceived ? 'in' : 'out';
  if (table === 'phonecall') {
    // A call nobody said more about was tried; that somebody answered is not on record.
    const outcome =
      direction === 'in' ? 'connected' : row['leftvoicemail'] === true ? 'left_message' : 'no_answer';
    return [{ channel: 'call', outcome, direction, at: instant(row, 'actualstart') ?? at }];
  }
  if (isMessage) {
    const channel = row['community'] === WHATSAPP ? 'whatsapp' : 'other';
    return [{ channel, outcome: direction === 'in' ? 'connected' : 'sent', direction, at }];
  }
  const messageId = text(row, 'messageid');
  return [
    {
      channel: 'email',
      outcome: row['statuscode'] === FAILED ? 'bounced' : 'sent',
      direction,
      at: instant(row, 'senton') ?? at,
      ...(messageId === null ? {} : { messageId }),
    },
  ];
}

/** That it was booked, when it was; and that it was held, when it began, once somebody marks it so. */
function appointmentOf(row: Row, at: number): readonly Told[] {
  if (row['statecode'] === CANCELLED) return [];
  const out = { channel: 'meeting', direction: 'out' } as const;
  const [start, created] = [instant(row, 'scheduledstart') ?? at, instant(row, 'createdon') ?? at];
  const booked: Told = { ...out, outcome: 'meeting_booked', at: created };
  const held: Told = { ...out, outcome: 'connected', at: instant(row, 'actualstart') ?? start, part: HELD };
  return [...(created < start ? [booked] : []), ...(row['statecode'] === COMPLETED ? [held] : [])];
}
