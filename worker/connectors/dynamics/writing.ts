/**
 * Writing to a Dataverse organisation. An attempt becomes an activity under an id made of ours, so that however
 * often it is sent it is there once; it is made open, as they all are, and then completed.
 */
import * as z from 'zod';
import type { Answer, Line, Ref, Trouble, VendorRequest, Write, Written } from '../connector.ts';
import { trouble } from '../line.ts';
import { markOf } from './activities.ts';
import { columnOn } from './people.ts';
import { GUID, rowAddress, type Table, TABLES } from './rows.ts';

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>;

/** One after the other, until the vendor cannot any more: then what is left waits, and what is done is done. */
export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const written: Written[] = [];
  let stop: Trouble | undefined;
  for (const write of writes) {
    const one: Written = stop ?? (await writeOne(line, write));
    if (!one.ok && PASSING.has(one.trouble)) stop ??= one;
    written.push(one);
  }
  return stop && written[0] === stop ? stop : { ok: true, value: written };
}

const PASSING = new Set<Trouble['trouble']>(['limited', 'unavailable', 'unauthorised']);
const MISSING = trouble('missing', null, 'it is not there any more');

function writeOne(line: Line, write: Write): Promise<Written> {
  switch (write.kind) {
    case 'values':
      return change(line, write);
    case 'attempt':
      return log(line, write);
    case 'unlog':
      return remove(line, write.ref);
    case 'erase':
      return remove(line, write.person);
  }
}

const person = (ref: Ref): 'lead' | 'contact' => (ref.object === 'contact' ? 'contact' : 'lead');

/** Only what is there: `If-Match: *` keeps a deleted record from coming back. */
async function change(line: Line, { person: ref, values, owner }: Of<'values'>): Promise<Written> {
  if (!GUID.test(ref.id)) return MISSING;
  const table = person(ref);
  const columns = Object.entries(values).map(([column, value]) => [columnOn(table, column), value] as const);
  const answer = await patch(
    line,
    rowAddress(line, table, ref.id),
    { 'If-Match': '*' },
    {
      // Lookups are none of ours to move.
      ...Object.fromEntries(columns.filter(([column]) => !column.startsWith('_'))),
      ...(typeof owner === 'string' && GUID.test(owner)
        ? { 'ownerid@odata.bind': `/systemusers(${owner})` }
        : {}),
    },
  );
  return answer.ok ? { ok: true, ref } : answer;
}

const TABLE_OF: Readonly<Partial<Record<Of<'attempt'>['channel'], Table>>> = {
  call: 'phonecall',
  email: 'email',
  meeting: 'appointment',
};
/** `statuscode` of a completed one: made, completed, completed, completed. */
const DONE: Readonly<Partial<Record<Table, number>>> = { phonecall: 2, email: 2, appointment: 3, task: 5 };

async function log(line: Line, write: Of<'attempt'>): Promise<Written> {
  if (!GUID.test(write.person.id)) return MISSING;
  const table = TABLE_OF[write.channel] ?? 'task';
  const id = await guidOf(write.id);
  const url = rowAddress(line, table, id);
  const made = await patch(line, url, { 'If-None-Match': '*' }, activityOf(table, write));
  // It is there: from a try whose answer was lost.
  if (!made.ok && made.trouble !== 'conflict') return made;
  const done = await patch(line, url, { 'If-Match': '*' }, { statecode: 1, statuscode: DONE[table] ?? 5 });
  return done.ok ? { ok: true, ref: { object: table, id } } : done;
}

function activityOf(table: Table, write: Of<'attempt'>): Readonly<Record<string, unknown>> {
  const { id, person: ref, outcome, at, by, title } = write;
  const when = new Date(at).toISOString();
  const own = person(ref);
  return {
    subject: title.slice(0, 200),
    subcategory: markOf(id),
    actualstart: when,
    actualend: when,
    [`regardingobjectid_${own}_${table}@odata.bind`]: `/${TABLES[own].set}(${ref.id})`,
    ...(table === 'phonecall' ? { directioncode: true, leftvoicemail: outcome === 'left_message' } : {}),
    ...(table === 'email' ? { directioncode: true } : {}),
    ...(table === 'appointment' ? { scheduledstart: when, scheduledend: when } : {}),
    ...(by !== null && GUID.test(by) ? { 'ownerid@odata.bind': `/systemusers(${by})` } : {}),
  };
}

function patch(
  line: Line,
  url: string,
  headers: Readonly<Record<string, string>>,
  json: unknown,
): Promise<Answer<unknown>> {
  const request: VendorRequest<unknown> = { method: 'PATCH', url, headers, json, reads: z.unknown() };
  return line.send(request);
}

/** What somebody deleted there already is what was wanted. */
async function remove(line: Line, { object, id }: Ref): Promise<Written> {
  if (!Object.hasOwn(TABLES, object) || !GUID.test(id)) return MISSING;
  const url = rowAddress(line, object as Table, id);
  const answer = await line.send({ method: 'DELETE', url, reads: z.unknown() });
  return answer.ok || answer.trouble === 'missing' ? { ok: true } : answer;
}

/** Ours where it is a UUID already, else one made of it: the same every time. */
async function guidOf(id: string): Promise<string> {
  if (GUID.test(id)) return id.toLowerCase();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  const hex = Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
