/** Streams of a Salesforce org: which object each is, and what its rows mean. */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Gone, Json, Line, Page } from '../connector.ts';
import { HELD, justOver, MEETING_FIELDS, meetingsOf, TASK_FIELDS, tasksOf } from './activities.ts';
import { type Asked, changesOf, rowsOf, whyGone } from './changes.ts';
import { DEAL_FIELDS, dealsOf } from './deals.ts';
import { messagesOf, SESSION, SESSION_FIELDS, sessions, TAKEN_UP } from './messages.ts';
import { peopleOf, personFields } from './people.ts';
import { ID, type Row, text } from './rows.ts';

function askedOf(stream: string, mapping: ConnectionMapping): Asked | undefined {
  switch (stream) {
    case 'leads':
      return { object: 'Lead', fields: personFields('Lead', mapping) };
    case 'contacts':
      return { object: 'Contact', fields: personFields('Contact', mapping) };
    case 'tasks':
      return { object: 'Task', fields: TASK_FIELDS, where: 'IsClosed = true' };
    case 'meetings':
      return { object: 'Event', fields: MEETING_FIELDS };
    case 'messages':
      return { object: SESSION, fields: SESSION_FIELDS };
    case 'deals':
      return { object: 'Opportunity', fields: DEAL_FIELDS };
    default:
      return undefined;
  }
}

export async function readPage(
  line: Line,
  stream: string,
  cursor: Json,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  if (stream === 'meetings') return readMeetings(line, cursor);
  const asked = askedOf(stream, mapping);
  if (asked === undefined) return { ok: true, value: { changes: [], cursor, more: false } };
  const found = stream === 'messages' ? await sessions(line, cursor) : await changesOf(line, asked, cursor);
  if (!('ok' in found)) return { ok: true, value: found };
  if (!found.ok) return found;
  const { rows, gone, cursor: next, more } = found.value;
  const changes = await changesIn(line, stream, rows, mapping);
  return changes.ok
    ? { ok: true, value: { changes: [...changes.value, ...allParts(stream, gone)], cursor: next, more } }
    : changes;
}

export async function readSome(
  line: Line,
  stream: string,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const asked = askedOf(stream, mapping);
  if (asked === undefined) return { ok: true, value: [] };
  const { object, fields } = asked;
  const rows = await rowsOf(line, { object, fields }, ids);
  if (!rows.ok) return rows;
  const found = await changesIn(line, stream, rows.value, mapping);
  if (!found.ok) return found;
  const there = new Set(rows.value.flatMap((row) => text(row, 'Id') ?? []));
  const missing = ids.filter((id) => ID.test(id) && !there.has(id));
  const gone = await whyGone(line, object, missing);
  if (!gone.ok) return gone;
  return { ok: true, value: [...found.value, ...allParts(stream, gone.value)] };
}

async function changesIn(
  line: Line,
  stream: string,
  rows: readonly Row[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  if (stream === 'leads') return peopleOf(line, 'Lead', rows, mapping);
  if (stream === 'contacts') return peopleOf(line, 'Contact', rows, mapping);
  if (stream === 'tasks') return tasksOf(line, rows);
  if (stream === 'deals') return dealsOf(line, rows);
  if (stream === 'messages') return { ok: true, value: messagesOf(rows) };
  return { ok: true, value: meetingsOf(rows, line.now) };
}

const MeetingCursor = z.object({ changes: z.json(), over: z.int() });

/** What changed, and after the last page what has ended since it was last asked. */
async function readMeetings(line: Line, cursor: Json): Promise<Answer<Page>> {
  const asked = { object: 'Event', fields: MEETING_FIELDS };
  const kept = MeetingCursor.safeParse(cursor).data ?? { changes: null, over: line.now };
  const found = await changesOf(line, asked, kept.changes);
  if (!found.ok) return found;
  const { rows, gone, cursor: changes, more } = found.value;
  const over = more || cursor === null ? undefined : await justOver(line, kept.over);
  if (over?.ok === false) return over;
  const all = [...rows, ...(over?.value ?? [])];
  const next = { changes, over: over === undefined ? kept.over : line.now };
  return {
    ok: true,
    value: { changes: [...meetingsOf(all, line.now), ...allParts('meetings', gone)], cursor: next, more },
  };
}

/** A meeting that is gone was neither booked nor held, a message neither begun nor taken up. */
function allParts(stream: string, gone: readonly Gone[]): readonly Gone[] {
  const second = SECOND_PARTS[stream];
  return second === undefined
    ? gone
    : gone.flatMap((one) => [one, { ...one, ref: { ...one.ref, object: second } }]);
}

const SECOND_PARTS: Readonly<Record<string, string>> = { meetings: HELD, messages: TAKEN_UP };
