/**
 * Writing to a Salesforce org. Values go to many rows at once; an attempt becomes a closed task under a mark
 * of ours, looked for before it is made, so that however often it is sent it is there once.
 */
import * as z from 'zod';
import type { Channel, Outcome } from '../../../shared/lead/vocabulary.ts';
import type { Answer, Line, Ref, Trouble, Write, Written } from '../connector.ts';
import { trouble } from '../line.ts';
import { idOfMark, markOf } from './activities.ts';
import { fieldOn } from './people.ts';
import { API, ID, quoted, select, site, text } from './rows.ts';

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>;

export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const written = new Map<Write, Written>();
  for (const group of [
    await updated(line, rounds(writes.filter((write) => write.kind === 'values'))),
    await logged(
      line,
      writes.filter((write) => write.kind === 'attempt'),
    ),
  ]) {
    if (!group.ok) return group;
    for (const [write, answer] of group.value) written.set(write, answer);
  }
  for (const write of writes) {
    if (write.kind === 'unlog') written.set(write, await removed(line, write.ref));
    if (write.kind === 'erase') written.set(write, await removed(line, write.person));
  }
  return { ok: true, value: writes.map((write) => written.get(write) ?? UNANSWERED) };
}

const UNANSWERED = trouble('missing', null, 'it is not there any more');
type Answers = Answer<readonly (readonly [Write, Written])[]>;

/** No row stands twice in one call. */
function rounds(writes: readonly Of<'values'>[]): readonly (readonly Of<'values'>[])[] {
  const found: Of<'values'>[][] = [];
  for (const write of writes) {
    const free = found.find((round) => round.every(({ person }) => person.id !== write.person.id));
    if (free && free === found.at(-1)) free.push(write);
    else found.push([write]);
  }
  return found;
}

async function updated(line: Line, groups: readonly (readonly Of<'values'>[])[]): Promise<Answers> {
  const all: (readonly [Write, Written])[] = [];
  for (const writes of groups) {
    const answer = await collection(line, 'PATCH', writes.map(rowOf));
    if (!answer.ok) return answer;
    all.push(
      ...writes.map((write, index) => [write, writtenOf(answer.value[index], write.person.object)] as const),
    );
  }
  return { ok: true, value: all };
}

function rowOf({ person, values, owner }: Of<'values'>) {
  const object = person.object === 'Contact' ? 'Contact' : 'Lead';
  const fields = Object.entries(values).map(([field, value]) => [fieldOn(object, field), value] as const);
  return {
    attributes: { type: object },
    id: person.id,
    // Of the record above it nothing is written.
    ...Object.fromEntries(fields.filter(([field]) => !field.includes('.'))),
    ...(typeof owner === 'string' ? { OwnerId: owner } : {}),
  };
}

async function logged(line: Line, writes: readonly Of<'attempt'>[]): Promise<Answers> {
  if (writes.length === 0) return { ok: true, value: [] };
  const marks = writes.map(({ id }) => quoted(markOf(id)));
  const there = await select(line, 'Task', ['Id', 'CallObject'], `WHERE CallObject IN (${marks.join(',')})`);
  if (!there.ok) return there;
  const known = new Map<string, string>();
  for (const row of there.value.rows) {
    const [id, mark] = [text(row, 'Id'), idOfMark(text(row, 'CallObject') ?? '')];
    if (id !== null && mark !== undefined) known.set(mark, id);
  }
  const fresh = writes.filter(({ id }) => !known.has(id));
  const made = await collection(line, 'POST', fresh.map(taskOf));
  if (!made.ok) return made;
  return {
    ok: true,
    value: writes.map((write) => {
      const id = known.get(write.id);
      const answer: Written =
        id === undefined
          ? writtenOf(made.value[fresh.indexOf(write)], 'Task')
          : { ok: true, ref: { object: 'Task', id } };
      return [write, answer] as const;
    }),
  };
}

const SUBTYPES: Readonly<Partial<Record<Channel, string>>> = { call: 'Call', email: 'Email' };
const DISPOSITIONS: Readonly<Partial<Record<Outcome, string>>> = {
  connected: 'Connected',
  left_message: 'Left message',
  no_answer: 'No answer',
  wrong_person: 'Wrong number',
  meeting_booked: 'Meeting booked',
};

/** The platform itself notes when a task was closed; the day it happened on and our words say the rest. */
function taskOf({ id, person, channel, outcome, at, by, title }: Of<'attempt'>) {
  const disposition = channel === 'call' ? DISPOSITIONS[outcome] : undefined;
  return {
    attributes: { type: 'Task' },
    WhoId: person.id,
    Subject: title.slice(0, 255),
    Status: 'Completed',
    TaskSubtype: SUBTYPES[channel] ?? 'Task',
    ActivityDate: new Date(at).toISOString().slice(0, 10),
    CallObject: markOf(id),
    ...(channel === 'call' ? { CallType: 'Outbound' } : {}),
    ...(disposition === undefined ? {} : { CallDisposition: disposition }),
    ...(by === null ? {} : { OwnerId: by }),
  };
}

const Result = z.object({
  id: z.string().optional(),
  success: z.boolean(),
  errors: z.array(z.object({ statusCode: z.string() })),
});
type Result = z.infer<typeof Result>;

async function collection(
  line: Line,
  method: 'POST' | 'PATCH',
  records: readonly unknown[],
): Promise<Answer<readonly Result[]>> {
  if (records.length === 0) return { ok: true, value: [] };
  return line.send({
    method,
    url: `${site(line)}${API}/composite/sobjects`,
    headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' },
    json: { allOrNone: false, records },
    reads: z.array(Result).length(records.length),
  });
}

function writtenOf(result: Result | undefined, object: string): Written {
  if (result?.success === true)
    return { ok: true, ...(result.id === undefined ? {} : { ref: { object, id: result.id } }) };
  return ROW_TROUBLES[result?.errors[0]?.statusCode ?? ''] ?? REFUSED;
}

const REFUSED = trouble('invalid', 400, 'it does not take this row as it is');
const DELETED = trouble('missing', 404, 'the record is not there any more');
const NOT_ALLOWED = trouble('forbidden', 403, 'the access given does not reach this record');

const ROW_TROUBLES: Readonly<Record<string, Trouble>> = {
  UNABLE_TO_LOCK_ROW: trouble('unavailable', 200, 'somebody else is at this record'),
  DUPLICATES_DETECTED: trouble('conflict', 200, 'it holds this for a duplicate'),
  ENTITY_IS_DELETED: DELETED,
  INVALID_CROSS_REFERENCE_KEY: DELETED,
  MALFORMED_ID: DELETED,
  INSUFFICIENT_ACCESS_OR_READONLY: NOT_ALLOWED,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: NOT_ALLOWED,
  REQUEST_LIMIT_EXCEEDED: trouble('limited', 200, 'its limit for today is used up'),
  CANNOT_UPDATE_CONVERTED_LEAD: trouble('conflict', 200, 'the lead has become a contact there'),
};

/** What somebody deleted there already is what was wanted. */
async function removed(line: Line, { object, id }: Ref): Promise<Written> {
  if (!ID.test(id) || !/^\w+$/.test(object)) return UNANSWERED;
  const url = `${site(line)}${API}/sobjects/${object}/${id}`;
  const answer = await line.send({ method: 'DELETE', url, reads: z.unknown() });
  return answer.ok || answer.trouble === 'missing' ? { ok: true } : answer;
}
