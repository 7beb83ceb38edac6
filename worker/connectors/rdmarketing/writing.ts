/** Writing to RD Station Marketing: fields of a contact, ours among them, made where they are not there yet. */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Line, Trouble, Write, Written } from '../connector.ts';
import { trouble } from '../line.ts';
import { UUID } from '../uuid.ts';
import { API, contactAt, LIMIT_OF_ONE } from './api.ts';

export const WRITES_TO = { stage: 'cf_combinado_stage', score: 'cf_combinado_score' } as const;
export const isOurs = (id: string): boolean => Object.values<string>(WRITES_TO).includes(id);

/** Their own fields of a contact that may be written, beside those an account added (`cf_…`). */
const OWN = new Set([
  'name',
  'job_title',
  'birthdate',
  'bio',
  'website',
  'city',
  'state',
  'country',
  'twitter',
  'facebook',
  'linkedin',
]);
export const isWritable = (id: string): boolean => id.startsWith('cf_') || OWN.has(id);

const Words = z.record(z.string(), z.string()).nullish();
const Field = z.object({
  api_identifier: z.string(),
  data_type: z.string(),
  name: Words,
  label: Words,
  validation_rules: z
    .object({ valid_options: z.array(z.object({ value: z.string(), label: Words })).nullish() })
    .nullish(),
});
export type Field = z.infer<typeof Field>;

export async function fieldsOf(line: Line): Promise<Answer<readonly Field[]>> {
  const url = `${API}/platform/contacts/fields`;
  const found = await line.send({ method: 'GET', url, reads: z.object({ fields: z.array(Field) }) });
  return found.ok ? { ok: true, value: found.value.fields } : found;
}

export async function makeFields(line: Line, { write }: ConnectionMapping): Promise<Answer<null>> {
  const there = await fieldsOf(line);
  if (!there.ok) return there;
  const wanted = [
    ...(write.stage ? [[WRITES_TO.stage, 'Combinado: etapa', 'STRING', 'TEXT_INPUT'] as const] : []),
    ...(write.score ? [[WRITES_TO.score, 'Combinado: pontuação', 'INTEGER', 'NUMBER_INPUT'] as const] : []),
  ];
  for (const [id, called, type, shown] of wanted) {
    if (there.value.some(({ api_identifier }) => api_identifier === id)) continue;
    const words = { 'pt-BR': called };
    const made = await line.send({
      method: 'POST',
      url: `${API}/platform/contacts/fields`,
      json: {
        api_identifier: id,
        data_type: type,
        presentation_type: shown,
        name: words,
        label: words,
        validation_rules: {},
      },
      reads: z.unknown(),
    });
    if (!made.ok && made.trouble !== 'conflict') return made;
  }
  return { ok: true, value: null };
}

export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const answers: Written[] = [];
  let stop: Trouble | undefined;
  for (const write of writes) {
    const one: Written = stop ?? (await writeOne(line, write));
    if (!one.ok && PASSING.has(one.trouble) && !one.ofOne) stop ??= one;
    answers.push(one);
  }
  return stop && answers[0] === stop ? stop : { ok: true, value: answers };
}

const PASSING = new Set<Trouble['trouble']>(['limited', 'unavailable', 'unauthorised']);
const MISSING = trouble('missing', null, 'it is not there any more');
const NO_PLACE = trouble('invalid', null, 'it has no place for attempts', 'no_place');

async function writeOne(line: Line, write: Write): Promise<Written> {
  if (write.kind === 'attempt' || write.kind === 'unlog') return NO_PLACE;
  if (!UUID.test(write.person.id)) return MISSING;
  const url = contactAt(write.person.id);
  if (write.kind === 'erase') {
    const gone = await line.send({ method: 'DELETE', url, reads: z.unknown() });
    return gone.ok || gone.trouble === 'missing' ? { ok: true } : gone;
  }
  const values = Object.fromEntries(Object.entries(write.values).filter(([field]) => isWritable(field)));
  if (Object.keys(values).length === 0) return { ok: true, ref: write.person };
  const changed = await line.send({
    method: 'PATCH',
    url,
    json: values,
    reads: z.unknown(),
    ofOne: LIMIT_OF_ONE,
  });
  return changed.ok ? { ok: true, ref: write.person } : changed;
}
