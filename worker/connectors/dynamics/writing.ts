/**
 * Writing to a Dataverse organisation, many at once. An attempt becomes an activity under an id made of ours, so
 * that however often it is sent it is there once; it is made open, as they all are, and then completed.
 */
import type { Answer, Line, Ref, Trouble, Write, Written } from '../connector.ts';
import { trouble } from '../line.ts';
import { markOf } from './activities.ts';
import { batched, type Part } from './batch.ts';
import { columnOn } from './people.ts';
import { UUID } from '../uuid.ts';
import { rowAddress, type Table, TABLES } from './rows.ts';

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>;

/** What one write asks for, in this order, and what the answers to that make of it. */
interface Asked {
  readonly parts: readonly Part[];
  readonly written: (answers: readonly Answer<null>[]) => Written;
}

/** What they cannot do just now waits; where that is all of it, so does the connection. */
export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const asked = await Promise.all(writes.map((write) => partsOf(line, write)));
  const answers = await batched(
    line,
    asked.flatMap(({ parts }) => parts),
  );
  if (!answers.ok) return answers;
  let from = 0;
  const written = asked.map(({ parts, written: made }) => {
    from += parts.length;
    return made(answers.value.slice(from - parts.length, from));
  });
  const [first] = written;
  const isStopped = written.every((one) => !one.ok && PASSING.has(one.trouble));
  return isStopped && first?.ok === false ? first : { ok: true, value: written };
}

const PASSING = new Set<Trouble['trouble']>(['limited', 'unavailable', 'unauthorised']);
const MISSING = trouble('missing', null, 'it is not there any more');
const NOT_THERE: Asked = { parts: [], written: () => MISSING };

async function partsOf(line: Line, write: Write): Promise<Asked> {
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
function change(line: Line, { person: ref, values, owner }: Of<'values'>): Asked {
  if (!UUID.test(ref.id)) return NOT_THERE;
  const table = person(ref);
  const columns = Object.entries(values).map(([column, value]) => [columnOn(table, column), value] as const);
  const json = {
    // Lookups are none of ours to move.
    ...Object.fromEntries(columns.filter(([column]) => !column.startsWith('_'))),
    ...(typeof owner === 'string' && UUID.test(owner)
      ? { 'ownerid@odata.bind': `/systemusers(${owner})` }
      : {}),
  };
  return {
    parts: [{ method: 'PATCH', url: rowAddress(line, table, ref.id), headers: { 'If-Match': '*' }, json }],
    written: ([answer]) => (answer?.ok ? { ok: true, ref } : (answer ?? MISSING)),
  };
}

const TABLE_OF: Readonly<Partial<Record<Of<'attempt'>['channel'], Table>>> = {
  call: 'phonecall',
  email: 'email',
  meeting: 'appointment',
};
/** `statuscode` of a completed one: made, completed, completed, completed. */
const DONE: Readonly<Partial<Record<Table, number>>> = { phonecall: 2, email: 2, appointment: 3, task: 5 };

async function log(line: Line, write: Of<'attempt'>): Promise<Asked> {
  if (!UUID.test(write.person.id)) return NOT_THERE;
  const table = TABLE_OF[write.channel] ?? 'task';
  const id = await guidOf(write.id);
  const url = rowAddress(line, table, id);
  const done = { statecode: 1, statuscode: DONE[table] ?? 5 };
  return {
    parts: [
      { method: 'PATCH', url, headers: { 'If-None-Match': '*' }, json: activityOf(table, write) },
      { method: 'PATCH', url, headers: { 'If-Match': '*' }, json: done },
    ],
    written: ([made = MISSING, completed = MISSING]) => {
      // In conflict it is there: from a try whose answer was lost.
      if (!made.ok && made.trouble !== 'conflict') return made;
      return completed.ok ? { ok: true, ref: { object: table, id } } : completed;
    },
  };
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
    ...(by !== null && UUID.test(by) ? { 'ownerid@odata.bind': `/systemusers(${by})` } : {}),
  };
}

/** What somebody deleted there already is what was wanted. */
function remove(line: Line, { object, id }: Ref): Asked {
  if (!Object.hasOwn(TABLES, object) || !UUID.test(id)) return NOT_THERE;
  return {
    parts: [{ method: 'DELETE', url: rowAddress(line, object as Table, id) }],
    written: ([answer = MISSING]) => (answer.ok || answer.trouble === 'missing' ? { ok: true } : answer),
  };
}

/** Ours where it is a UUID already, else one made of it: the same every time. */
async function guidOf(id: string): Promise<string> {
  if (UUID.test(id)) return id.toLowerCase();
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
