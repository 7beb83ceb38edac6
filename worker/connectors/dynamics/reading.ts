/**
 * Streams of a Dataverse organisation, one for each table: all of it once, then what its change tracking tells.
 * A delta link they have forgotten (7 days unless set otherwise) means reading all of it again.
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Json, Line, Page } from '../connector.ts';
import { activitiesOf, ACTIVITY_COLUMNS, HELD, MESSAGES } from './activities.ts';
import { DEAL_COLUMNS, dealsOf } from './deals.ts';
import { personColumns, personOf } from './people.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import {
  changedRows,
  deletedId,
  linkedRows,
  type Row,
  rowsWith,
  type Table,
  TABLES,
  text,
  trackedRows,
} from './rows.ts';

export const STREAMS = {
  leads: 'lead',
  contacts: 'contact',
  phonecalls: 'phonecall',
  emails: 'email',
  appointments: 'appointment',
  tasks: 'task',
  letters: 'letter',
  faxes: 'fax',
  socialactivities: 'socialactivity',
  opportunities: 'opportunity',
} as const satisfies Record<string, Table>;

/** `link`: as they gave it. `since`: of a table whose changes are not tracked, and the page it is at. */
const Cursor = z.union([
  z.object({ link: z.string() }),
  z.object({ since: z.int(), begun: z.int(), next: z.string().nullable() }),
]);
/** Between two readings of a table whose changes are not tracked: clocks, and what is under way. */
const OVERLAP_MS = 5 * MINUTE_MS;

export async function readPage(
  line: Line,
  stream: string,
  cursor: Json,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  const table = tableOf(stream);
  if (table === undefined) return { ok: true, value: { changes: [], cursor, more: false } };
  const kept = Cursor.safeParse(cursor).data;
  if (kept && 'since' in kept)
    return readUntracked(line, table, { ...kept, begun: kept.begun || line.now }, mapping);
  const link = kept?.link;
  const page =
    link === undefined
      ? await trackedRows(line, table, columnsOf(table, mapping))
      : await linkedRows(line, link);
  if (!page.ok && link !== undefined && (page.trouble === 'invalid' || page.trouble === 'missing'))
    return { ok: true, value: { changes: [], cursor: null, more: true } };
  if (!page.ok && page.trouble === 'invalid' && MESSAGES.some((one) => one === table))
    return readUntracked(line, table, { since: 0, begun: line.now, next: null }, mapping);
  if (!page.ok) return page;
  const { rows, next, delta } = page.value;
  const changes = await changesIn(line, table, rows, mapping);
  if (!changes.ok) return changes;
  const on = next ?? delta;
  return {
    ok: true,
    value: { changes: changes.value, cursor: on === null ? cursor : { link: on }, more: next !== null },
  };
}

async function readUntracked(
  line: Line,
  table: Table,
  { since, begun, next }: Extract<z.infer<typeof Cursor>, { since: number }>,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  const page =
    next === null
      ? await changedRows(line, table, columnsOf(table, mapping), since)
      : await linkedRows(line, next, false);
  // An organisation may have no such table at all.
  if (!page.ok && page.trouble === 'missing')
    return { ok: true, value: { changes: [], cursor: { since, begun, next: null }, more: false } };
  if (!page.ok) return page;
  const changes = await changesIn(line, table, page.value.rows, mapping);
  if (!changes.ok) return changes;
  const on = page.value.next;
  const then = on === null ? { since: begun - OVERLAP_MS, begun: 0, next: null } : { since, begun, next: on };
  return { ok: true, value: { changes: changes.value, cursor: then, more: on !== null } };
}

export async function readSome(
  line: Line,
  stream: string,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const table = tableOf(stream);
  if (table === undefined) return { ok: true, value: [] };
  const { key } = TABLES[table];
  const rows = await rowsWith(line, table, columnsOf(table, mapping), key, ids);
  if (!rows.ok) return rows;
  const found = await changesIn(line, table, rows.value, mapping);
  if (!found.ok) return found;
  const there = new Set(rows.value.map((row) => text(row, key)));
  const gone = ids.filter((id) => !there.has(id));
  return { ok: true, value: [...found.value, ...gone.flatMap((id) => goneOf(table, id))] };
}

/** An appointment that is gone was neither booked nor held. */
function goneOf(table: Table, id: string): readonly Change[] {
  const objects = table === 'appointment' ? [table, `${table} ${HELD}`] : [table];
  return objects.map((object) => ({ kind: 'gone', ref: { object, id }, why: 'deleted' }));
}

function tableOf(stream: string): Table | undefined {
  return Object.hasOwn(STREAMS, stream) ? STREAMS[stream as keyof typeof STREAMS] : undefined;
}

function columnsOf(table: Table, mapping: ConnectionMapping): readonly string[] {
  if (table === 'lead' || table === 'contact') return personColumns(table, mapping);
  return table === 'opportunity' ? DEAL_COLUMNS : ACTIVITY_COLUMNS[table];
}

async function changesIn(
  line: Line,
  table: Table,
  all: readonly Row[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const gone = all.flatMap((row) => deletedId(row) ?? []).flatMap((id) => goneOf(table, id));
  const rows = all.filter((row) => deletedId(row) === null);
  if (table === 'lead' || table === 'contact')
    return { ok: true, value: [...rows.flatMap((row) => personOf(table, row, mapping) ?? []), ...gone] };
  const found = table === 'opportunity' ? await dealsOf(line, rows) : await activitiesOf(line, table, rows);
  return found.ok ? { ok: true, value: [...found.value, ...gone] } : found;
}
