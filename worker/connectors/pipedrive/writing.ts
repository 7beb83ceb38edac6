/**
 * Writing to a Pipedrive company. An attempt becomes a done activity with a mark of ours in its note; before any
 * is made, what was changed since the earliest of them is searched for those marks.
 */
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Channel } from '../../../shared/lead/vocabulary.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Answer, Line, Ref, Trouble, Write, Written } from '../connector.ts';
import { trouble } from '../line.ts';
import { fieldsOf, list, secondOf, site, text } from './api.ts';
import { isLeadId } from './leadId.ts';
import { idOfMark, markOf } from './records.ts';

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>;

/** Ids of our own for their fields, whose keys are other in every company: found by these names. */
export const WRITES_TO = { stage: 'combinado_stage', score: 'combinado_score' } as const;
export const NAMES: Readonly<Record<string, string>> = {
  [WRITES_TO.stage]: 'Combinado: stage',
  [WRITES_TO.score]: 'Combinado: score',
};

export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const keys = writes.some(({ kind }) => kind === 'values') ? await keysOf(line) : undefined;
  if (keys?.ok === false) return keys;
  const attempts = writes.filter((write) => write.kind === 'attempt');
  const known = await written(line, attempts);
  if (!known.ok) return known;
  const answers: Written[] = [];
  let stop: Trouble | undefined;
  for (const write of writes) {
    const one: Written = stop ?? (await writeOne(line, write, keys?.value ?? new Map(), known.value));
    if (!one.ok && PASSING.has(one.trouble)) stop ??= one;
    answers.push(one);
  }
  return stop && answers[0] === stop ? stop : { ok: true, value: answers };
}

const PASSING = new Set<Trouble['trouble']>(['limited', 'unavailable', 'unauthorised']);
const MISSING = trouble('missing', null, 'it is not there any more');
const NO_FIELD = trouble('invalid', null, 'the field we write into is not there any more', 'field_gone');
const ID = /^\d{1,15}$/;

/** Our id → their key. */
async function keysOf(line: Line): Promise<Answer<ReadonlyMap<string, string>>> {
  const fields = await fieldsOf(line);
  if (!fields.ok) return fields;
  const found = Object.entries(NAMES).flatMap(([id, name]) => {
    const key = fields.value.find((field) => field.name === name)?.key;
    return key === undefined ? [] : [[id, key] as const];
  });
  return { ok: true, value: new Map(found) };
}

async function written(
  line: Line,
  attempts: readonly Of<'attempt'>[],
): Promise<Answer<ReadonlyMap<string, string>>> {
  const known = new Map<string, string>();
  if (attempts.length === 0) return { ok: true, value: known };
  const wanted = new Set(attempts.map(({ id }) => id));
  const since = Math.min(...attempts.map(({ at }) => at)) - MINUTE_MS;
  for (let next: string | null | undefined = undefined; next !== null;) {
    const page = await list(line, 'activities', {
      limit: '500',
      sort_by: 'update_time',
      sort_direction: 'asc',
      updated_since: secondOf(since),
      ...(next === undefined ? {} : { cursor: next }),
    });
    if (!page.ok) return page;
    for (const item of page.value.items) {
      const [id, ours] = [text(item, 'id'), idOfMark(item['note'])];
      if (id !== null && ours !== undefined && wanted.has(ours)) known.set(ours, id);
    }
    next = known.size === wanted.size ? null : page.value.next;
  }
  return { ok: true, value: known };
}

function writeOne(
  line: Line,
  write: Write,
  keys: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): Promise<Written> {
  switch (write.kind) {
    case 'values':
      return change(line, write, keys);
    case 'attempt':
      return log(line, write, known.get(write.id));
    case 'unlog':
      return remove(line, 'activities', write.ref);
    case 'erase':
      return write.person.object === 'lead'
        ? removeLead(line, write.person)
        : remove(line, 'persons', write.person);
  }
}

/** Their own fields by name, what a company added by a key of forty letters. */
const CUSTOM = /^[0-9a-f]{40}$/;

async function change(
  line: Line,
  { person, values, owner }: Of<'values'>,
  keys: ReadonlyMap<string, string>,
): Promise<Written> {
  // A lead of the inbox has no place of ours; the person it gets one day has.
  if (person.object === 'lead') return { ok: true, ref: person };
  if (!ID.test(person.id)) return MISSING;
  const own: Record<string, Scalar | null> = {};
  const custom: Record<string, Scalar | null> = {};
  for (const [id, value] of Object.entries(values)) {
    const key = id in NAMES ? keys.get(id) : id;
    if (key === undefined) return NO_FIELD;
    if (CUSTOM.test(key)) custom[key] = value;
    // An organisation is a record of its own: its name is not written into a person.
    else if (key !== 'org_id') own[key] = value;
  }
  const answer = await line.send({
    method: 'PATCH',
    url: `${site(line)}/api/v2/persons/${person.id}`,
    json: {
      ...own,
      ...(Object.keys(custom).length > 0 ? { custom_fields: custom } : {}),
      ...(typeof owner === 'string' && ID.test(owner) ? { owner_id: Number(owner) } : {}),
    },
    reads: z.unknown(),
  });
  return answer.ok ? { ok: true, ref: person } : answer;
}

const TYPES: Readonly<Partial<Record<Channel, string>>> = {
  call: 'call',
  email: 'email',
  meeting: 'meeting',
};
const Made = z.object({ data: z.object({ id: z.int() }) });

async function log(line: Line, write: Of<'attempt'>, known: string | undefined): Promise<Written> {
  const { id, person, channel, at, by, title } = write;
  if (known !== undefined) return { ok: true, ref: { object: 'activity', id: known } };
  const isLead = person.object === 'lead' && isLeadId(person.id);
  if (!isLead && !ID.test(person.id)) return MISSING;
  const when = new Date(at).toISOString();
  const answer = await line.send({
    method: 'POST',
    url: `${site(line)}/api/v2/activities`,
    json: {
      subject: title.slice(0, 200),
      type: TYPES[channel] ?? 'task',
      done: true,
      due_date: when.slice(0, 10),
      due_time: when.slice(11, 16),
      note: markOf(id),
      ...(isLead
        ? { lead_id: person.id }
        : { participants: [{ person_id: Number(person.id), primary: true }] }),
      ...(by !== null && ID.test(by) ? { owner_id: Number(by) } : {}),
    },
    reads: Made,
  });
  return answer.ok ? { ok: true, ref: { object: 'activity', id: String(answer.value.data.id) } } : answer;
}

async function removeLead(line: Line, { id }: Ref): Promise<Written> {
  if (!isLeadId(id)) return MISSING;
  return gone(line, `${site(line)}/api/v1/leads/${id}`);
}

async function remove(line: Line, kind: string, { id }: Ref): Promise<Written> {
  if (!ID.test(id)) return MISSING;
  return gone(line, `${site(line)}/api/v2/${kind}/${id}`);
}

/** What somebody deleted there already is what was wanted. */
async function gone(line: Line, url: string): Promise<Written> {
  const answer = await line.send({ method: 'DELETE', url, reads: z.unknown() });
  return answer.ok || answer.trouble === 'missing' ? { ok: true } : answer;
}
