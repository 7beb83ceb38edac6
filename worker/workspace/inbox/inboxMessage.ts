/**
 * One message of a hook as leads and signals. A signed sender may create and complete leads; a form
 * may only add them, and signals to those there are: whoever fills one in proves nothing (ACC5).
 */
import { v7 as uuidv7 } from 'uuid';
import type { Fact, Scalar } from '../../../shared/lead/facts.ts';
import type { LeadUpsert } from '../../../shared/protocol/api.ts';
import { normalizeEmail } from '../../../shared/lead/identity.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';
import { faultAt } from '../../reasons.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import { appendFacts } from '../leads/facts.ts';
import type { Hook } from './hooks.ts';
import type { MappedMessage, MappedSignal } from './hooksMapping.ts';
import { refold } from '../leads/refold.ts';
import type { RowError } from '../leads/identity.ts';
import { countryOf } from '../leads/countryOf.ts';
import { parsePhone } from '../leads/phone.ts';
import { planUpsert } from '../leads/upsert.ts';
import type { Work } from '../work.ts';

export interface PlannedMessage {
  /** As it was read from the body, in the agreement's own fields. */
  readonly lead: LeadUpsert;
  readonly signals: readonly MappedSignal[];
  /** What it does to the lead; null where it cannot. */
  readonly does: 'creates' | 'completes' | 'nothing' | null;
  readonly error: RowError | null;
  /** Addresses that are none, left out of it. */
  readonly leftOut: readonly Fault[];
}

type Kind = Pick<Hook, 'id' | 'kind'>;

/** Writes nothing. */
export function planMessage(work: Work, hook: Kind, message: MappedMessage): PlannedMessage {
  const { lead, plan, leftOut } = planned(work, hook, message);
  const error = 'error' in plan ? plan : null;
  const adds = !('error' in plan) && plan.facts.length > 0;
  const does = 'error' in plan ? null : plan.created ? 'creates' : adds ? 'completes' : 'nothing';
  return { lead, signals: message.signals, does, error, leftOut };
}

/** In the transaction of its delivery. @returns how much it made, or why not */
export function takeMessage(
  work: Work,
  hook: Kind,
  message: MappedMessage,
): { readonly leads: number; readonly signals: number; readonly leftOut: readonly Fault[] } | RowError {
  const { lead, plan, leftOut } = planned(work, hook, message);
  if ('error' in plan) return plan;
  const signals = message.signals.map((signal) => signalOf(work, hook, plan.id, lead, signal));
  const facts = [...plan.facts, ...signals];
  if (appendFacts(work, facts).length > 0) refold(work, plan.id);
  return { leads: plan.facts.length > 0 ? 1 : 0, signals: signals.length, leftOut };
}

function planned(work: Work, hook: Kind, { lead: told }: MappedMessage) {
  const { at, ...rest } = told;
  // Whoever fills a form in says nothing about when: it counts from its arrival.
  const dated = at === undefined || hook.kind === 'form' ? {} : { at };
  const { good, leftOut } = addresses(work, told);
  const lead = { ...rest, ...good, ...dated, fields: typed(work, told.fields ?? {}) };
  const plan = planUpsert(work, { memberId: hook.id }, lead, '');
  if ('error' in plan) return { lead, plan, leftOut };
  if (!plan.created && hook.kind === 'form') return { lead, plan: { ...plan, facts: [] }, leftOut };
  const cause = hook.kind === 'form' ? 'form' : 'connector';
  const facts = plan.facts.map((fact): Fact =>
    fact.kind === 'lead.captured' ? { ...fact, body: { ...fact.body, cause } } : fact,
  );
  return { lead, plan: { ...plan, facts }, leftOut };
}

/** People mistype: what is no address is left out and told, as long as another way to them is left. */
function addresses(work: Work, { emails = [], phones = [], externalIds = [], fields = {} }: LeadUpsert) {
  const country = countryOf(work, fields['country']);
  const isEmail = emails.map((email) => Boolean(normalizeEmail(email)));
  const isPhone = phones.map((phone) => parsePhone(phone, country) !== undefined);
  if (!isEmail.includes(true) && !isPhone.includes(true) && externalIds.length === 0)
    return { good: { emails, phones }, leftOut: [] };
  const odd = (name: string, good: readonly boolean[], why: PlainReason): Fault[] =>
    good.flatMap((is, index) => (is ? [] : [faultAt(`/${name}/${index}`, why)]));
  return {
    good: {
      emails: emails.filter((_, index) => isEmail[index]),
      phones: phones.filter((_, index) => isPhone[index]),
    },
    leftOut: [...odd('emails', isEmail, 'email_left_out'), ...odd('phones', isPhone, 'phone_left_out')],
  };
}

function signalOf(
  work: Work,
  hook: Kind,
  leadId: string,
  { at, source, campaign }: LeadUpsert,
  { signal, properties }: MappedSignal,
): Fact {
  return {
    id: uuidv7({ msecs: work.now }),
    leadId,
    at: Math.min(at ?? work.now, work.now),
    recordedAt: work.now,
    actor: hook.id,
    observer: 'integration',
    kind: 'signal.seen',
    body: {
      signal,
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(source === undefined ? {} : { source }),
      ...(campaign === undefined ? {} : { campaign }),
    },
  };
}

/** Forms say everything in text: numbers and yes or no are read where the agreement has them. */
function typed(work: Work, fields: Readonly<Record<string, Scalar>>): Record<string, Scalar> {
  const { definitions } = work.ground.inForce(work.now);
  const types = new Map(definitions.fields.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) => [id, asType(types.get(id) ?? 'text', value)]),
  );
}

function asType(type: string, value: Scalar): Scalar {
  if (type === 'text' || type === 'choice') return String(value);
  if (typeof value !== 'string') return value;
  if (type === 'number' && value !== '' && Number.isFinite(Number(value))) return Number(value);
  if (type === 'boolean' && /^(?:true|yes|on|1)$/i.test(value)) return true;
  if (type === 'boolean' && /^(?:false|no|off|0)$/i.test(value)) return false;
  return value;
}
