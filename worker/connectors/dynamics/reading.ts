/**
 * Streams of a Dataverse organisation, one for each table: all of it once, then what its change tracking tells.
 * A delta link they have forgotten (7 days unless set otherwise) means reading all of it again.
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Json, Line, Page } from '../connector.ts';
import { activitiesOf, ACTIVITY_COLUMNS, HELD } from './activities.ts';
import { DEAL_COLUMNS, dealsOf } from './deals.ts';
import { personColumns, personOf } from './people.ts';
import { deletedId, linkedRows, type Row, rowsWith, type Table, TABLES, text, trackedRows } from './rows.ts';

export const STREAMS = {
  leads: 'lead',
  contacts: 'contact',
  phonecalls: 'phonecall',
  emails: 'email',
  appointments: 'appointment',
  tasks: 'task',
  opportunities: 'opportunity',
} as const satisfies Record<string, Table>;

/** `link`: as they gave it. */
const Cursor = z.object({ link: z.string() });

export async function readPage(
  line: Line,
  stream: string,
  cursor: Json,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  const table = tableOf(stream);
  if (table === undefined) return { ok: true, value: { changes: [], cursor, more: false } };
  const link = Cursor.safeParse(cursor).data?.link;
  const page =
    link === undefined
      ? await trackedRows(line, table, columnsOf(table, mapping))
      : await linkedRows(line, link);
  if (!page.ok && link !== undefined && (page.trouble === 'invalid' || page.trouble === 'missing'))
    return { ok: true, value: { changes: [], cursor: null, more: true } };
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
