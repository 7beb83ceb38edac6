/**
 * Writing to RD Station CRM. An attempt becomes a task of the contact's newest deal, with a mark of ours in its
 * description that is looked for before it is made; it is made open, as they all are, and then completed.
 */
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Channel } from '../../../shared/lead/vocabulary.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Answer, Line, Ref, Trouble, Write, Written } from '../connector.ts';
import { trouble } from '../line.ts';
import { API, filterTime, ID, Item, list, text } from './api.ts';
import { idOfMark, markOf, ORGANIZATION } from './records.ts';

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>;

/** Slugs they make of the names we give. */
export const WRITES_TO = { stage: 'combinado_stage', score: 'combinado_score' } as const;
/** Their own fields of a contact that may be written; whatever else is named is one the company added. */
const OWN = new Set(['name', 'job_title', 'birthday']);

export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const known = await written(
    line,
    writes.filter((write) => write.kind === 'attempt'),
  );
  if (!known.ok) return known;
  const answers: Written[] = [];
  let stop: Trouble | undefined;
  for (const write of writes) {
    const one: Written = stop ?? (await writeOne(line, write, known.value));
    if (!one.ok && PASSING.has(one.trouble)) stop ??= one;
    answers.push(one);
  }
  return stop && answers[0] === stop ? stop : { ok: true, value: answers };
}

const PASSING = new Set<Trouble['trouble']>(['limited', 'unavailable', 'unauthorised']);
const MISSING = trouble('missing', null, 'it is not there any more');
const NO_DEAL = trouble(
  'invalid',
  null,
  'a task there belongs to a deal, and this contact has none',
  'no_deal',
);

interface Known {
  readonly id: string;
  readonly isDone: boolean;
}

/** Of those, what an earlier try has made. */
async function written(
  line: Line,
  attempts: readonly Of<'attempt'>[],
): Promise<Answer<ReadonlyMap<string, Known>>> {
  const known = new Map<string, Known>();
  if (attempts.length === 0) return { ok: true, value: known };
  const wanted = new Set(attempts.map(({ id }) => id));
  const since = Math.min(...attempts.map(({ at }) => at)) - MINUTE_MS;
  for (let page = 1; ; page += 1) {
    const filter = `created_at:>=${filterTime(since)}`;
    const some = await list(line, 'tasks', { filter, sort: 'created_at', page });
    if (!some.ok) return some;
    for (const item of some.value.items) {
      const [id, ours] = [text(item, 'id'), idOfMark(item['description'])];
      if (id !== null && ours !== undefined && wanted.has(ours))
        known.set(ours, { id, isDone: text(item, 'status') === 'completed' });
    }
    if (!some.value.hasNext || known.size === wanted.size) return { ok: true, value: known };
  }
}

function writeOne(line: Line, write: Write, known: ReadonlyMap<string, Known>): Promise<Written> {
  switch (write.kind) {
    case 'values':
      return change(line, write);
    case 'attempt':
      return log(line, write, known.get(write.id));
    case 'unlog':
      return remove(line, 'tasks', write.ref);
    case 'erase':
      return remove(line, 'contacts', write.person);
  }
}

async function change(line: Line, { person, values }: Of<'values'>): Promise<Written> {
  if (!ID.test(person.id)) return MISSING;
  const own: Record<string, Scalar | null> = {};
  const custom: Record<string, Scalar | null> = {};
  for (const [field, value] of Object.entries(values)) {
    // A company is a record of its own: its name is not written into a contact.
    if (field === ORGANIZATION) continue;
    if (OWN.has(field)) own[field] = value;
    else custom[field] = value;
  }
  const data = { ...own, ...(Object.keys(custom).length > 0 ? { custom_fields: custom } : {}) };
  const answer = await put(line, `contacts/${person.id}`, data);
  return answer.ok ? { ok: true, ref: person } : answer;
}

const TYPES: Readonly<Partial<Record<Channel, string>>> = {
  call: 'call',
  email: 'email',
  whatsapp: 'whatsapp',
  meeting: 'meeting',
};
const Made = z.object({ data: z.object({ id: z.string() }) });

async function log(line: Line, write: Of<'attempt'>, known: Known | undefined): Promise<Written> {
  const made = known ? { ok: true as const, value: known.id } : await make(line, write);
  if (!made.ok) return made;
  const ref = { object: 'task', id: made.value };
  if (known?.isDone) return { ok: true, ref };
  const done = await put(line, `tasks/${made.value}`, { status: 'completed' });
  return done.ok ? { ok: true, ref } : done;
}

async function make(
  line: Line,
  { id, person, channel, at, by, title }: Of<'attempt'>,
): Promise<Answer<string>> {
  if (!ID.test(person.id)) return MISSING;
  const deals = await list(line, 'deals', { filter: `contact_ids:(${person.id})`, sort: 'created_at' });
  if (!deals.ok) return deals;
  const deal = deals.value.items.at(-1);
  const dealId = deal && text(deal, 'id');
  if (!dealId) return NO_DEAL;
  const made = await line.send({
    method: 'POST',
    url: `${API}/tasks`,
    json: {
      data: {
        name: title.slice(0, 200),
        type: TYPES[channel] ?? 'task',
        deal_id: dealId,
        due_date: new Date(at).toISOString(),
        description: markOf(id),
        ...(by !== null ? { owner_ids: [by] } : {}),
      },
    },
    reads: Made,
  });
  return made.ok ? { ok: true, value: made.value.data.id } : made;
}

function put(line: Line, path: string, data: unknown): Promise<Answer<unknown>> {
  return line.send({ method: 'PUT', url: `${API}/${path}`, json: { data }, reads: z.object({ data: Item }) });
}

/** What somebody deleted there already is what was wanted. */
async function remove(line: Line, kind: string, { id }: Ref): Promise<Written> {
  if (!ID.test(id)) return MISSING;
  const answer = await line.send({ method: 'DELETE', url: `${API}/${kind}/${id}`, reads: z.unknown() });
  return answer.ok || answer.trouble === 'missing' ? { ok: true } : answer;
}
