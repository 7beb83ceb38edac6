/**
 * One message of a hook as leads and signals. A signed sender may create and complete leads; a form
 * may only add them, and signals to those there are: whoever fills one in proves nothing (ACC5).
 */
import { v7 as uuidv7 } from 'uuid';
import type { Fact, Scalar } from '../../../shared/lead/facts.ts';
import type { LeadUpsert } from '../../../shared/protocol/api.ts';
import { appendFacts } from '../leads/facts.ts';
import type { Hook } from './hooks.ts';
import type { MappedMessage, MappedSignal } from './hooksMapping.ts';
import { refold } from '../leads/refold.ts';
import type { RowError } from '../leads/identity.ts';
import { planUpsert } from '../leads/upsert.ts';
import type { Work } from '../work.ts';

export interface PlannedMessage {
  /** As it was read from the body, in the agreement's own fields. */
  readonly lead: LeadUpsert;
  readonly signals: readonly MappedSignal[];
  /** What it does to the lead; null where it cannot. */
  readonly does: 'creates' | 'completes' | 'nothing' | null;
  readonly error: RowError | null;
}

type Kind = Pick<Hook, 'id' | 'kind'>;

/** Writes nothing. */
export function planMessage(work: Work, hook: Kind, message: MappedMessage): PlannedMessage {
  const { lead, plan } = planned(work, hook, message);
  const error = 'error' in plan ? plan : null;
  const adds = !('error' in plan) && plan.facts.length > 0;
  const does = 'error' in plan ? null : plan.created ? 'creates' : adds ? 'completes' : 'nothing';
  return { lead, signals: message.signals, does, error };
}

/** In the transaction of its delivery. @returns how much it made, or why not */
export function takeMessage(
  work: Work,
  hook: Kind,
  message: MappedMessage,
): { readonly leads: number; readonly signals: number } | RowError {
  const { lead, plan } = planned(work, hook, message);
  if ('error' in plan) return plan;
  const signals = message.signals.map((signal) => signalOf(work, hook, plan.id, lead, signal));
  const facts = [...plan.facts, ...signals];
  if (appendFacts(work, facts).length > 0) refold(work, plan.id);
  return { leads: plan.facts.length > 0 ? 1 : 0, signals: signals.length };
}

function planned(work: Work, hook: Kind, { lead: told }: MappedMessage) {
  const { at, ...rest } = told;
  // Whoever fills a form in says nothing about when: it counts from its arrival.
  const dated = at === undefined || hook.kind === 'form' ? {} : { at };
  const lead = { ...rest, ...dated, fields: typed(work, told.fields ?? {}) };
  const plan = planUpsert(work, { memberId: hook.id }, lead, '');
  if ('error' in plan) return { lead, plan };
  if (!plan.created && hook.kind === 'form') return { lead, plan: { ...plan, facts: [] } };
  const cause = hook.kind === 'form' ? 'form' : 'connector';
  const facts = plan.facts.map((fact): Fact =>
    fact.kind === 'lead.captured' ? { ...fact, body: { ...fact.body, cause } } : fact,
  );
  return { lead, plan: { ...plan, facts } };
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
