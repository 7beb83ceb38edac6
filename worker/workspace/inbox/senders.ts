/**
 * Messages of senders known by name, laid out so that a mapping finds in them what people called it:
 * Typeform's answers by their question, Webflow's by the name of the field. Others are read as they come.
 */
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { HookKind } from '../../../shared/protocol/hooks.ts';

type Read = Readonly<Record<string, unknown>>;

/** @param body parsed; of a form, its fields. What is not in the sender's format stays as it is. */
export function readAs(kind: HookKind, body: unknown): unknown {
  if (kind === 'typeform') return typeform(body) ?? body;
  return kind === 'webflow' ? (webflow(body) ?? body) : body;
}

const Answer = z.object({
  type: z.string(),
  field: z.object({ id: z.string().optional(), ref: z.string().optional() }),
  text: z.string().optional(),
  email: z.string().optional(),
  phone_number: z.string().optional(),
  number: z.number().optional(),
  boolean: z.boolean().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
  choice: z.object({ label: z.string().optional(), other: z.string().optional() }).optional(),
  choices: z.object({ labels: z.array(z.string()).optional(), other: z.string().optional() }).optional(),
});
type Answer = z.infer<typeof Answer>;

/** https://www.typeform.com/developers/webhooks/example-payload/ */
const Typeform = z.object({
  event_id: z.string(),
  form_response: z.object({
    form_id: z.string(),
    submitted_at: z.string().optional(),
    hidden: z.record(z.string(), z.unknown()).optional(),
    calculated: z.object({ score: z.number() }).optional(),
    definition: z.object({ title: z.string().optional() }).optional(),
    answers: z.array(Answer).optional(),
  }),
});

function typeform(body: unknown): Read | undefined {
  const read = Typeform.safeParse(body).data;
  if (read === undefined) return undefined;
  const { form_id, submitted_at, hidden, calculated, definition, answers = [] } = read.form_response;
  const first = (type: string) =>
    answers.flatMap((one) => (one.type === type ? (valueOf(one) ?? []) : []))[0];
  return {
    event_id: read.event_id,
    form_id,
    form: definition?.title,
    submitted_at,
    email: first('email'),
    phone: first('phone_number'),
    score: calculated?.score,
    hidden,
    answers: Object.fromEntries(answers.map((one) => [one.field.ref ?? one.field.id ?? '', valueOf(one)])),
  };
}

/** Several choices are one text. */
function valueOf({
  text,
  email,
  phone_number,
  number,
  boolean,
  date,
  url,
  choice,
  choices,
}: Answer): Scalar | undefined {
  const several = choices ? [...(choices.labels ?? []), choices.other].flatMap((one) => one ?? []) : [];
  const chosen = choice?.label ?? choice?.other ?? (several.length > 0 ? several.join(', ') : undefined);
  return text ?? email ?? phone_number ?? number ?? boolean ?? date ?? url ?? chosen;
}

/** https://developers.webflow.com/data/reference/webhooks/events/form-submission */
const Webflow = z.object({
  triggerType: z.literal('form_submission'),
  payload: z.object({
    name: z.string().optional(),
    submittedAt: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  }),
});

function webflow(body: unknown): Read | undefined {
  const read = Webflow.safeParse(body).data;
  if (read === undefined) return undefined;
  const { name, submittedAt, data } = read.payload;
  return { form: name, submittedAt, ...data };
}
