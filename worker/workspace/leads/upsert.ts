/** Leads from outside, created or completed by any identifier they share (IDN1–IDN3). */
import { v7 as uuidv7 } from 'uuid';
import type { BodyOf, Fact } from '../../../shared/lead/facts.ts';
import { heldIds } from '../../../shared/lead/account.ts';
import { externalKey, identityKeys, normalizeEmail } from '../../../shared/lead/identity.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import type { LeadUpsert } from '../../../shared/protocol/api.ts';
import { done, type Outcome } from '../../outcome.ts';
import { faultAt } from '../../reasons.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import { isErased } from '../privacy/erasedKeys.ts';
import { appendFacts } from './facts.ts';
import { leadsByKeys, rowError, type RowError } from './identity.ts';
import { fieldFaults } from './leadFields.ts';
import { countryOf } from './countryOf.ts';
import { parsePhone } from './phone.ts';
import { refold, stateOf } from './refold.ts';
import type { Who, Work } from '../work.ts';

export type UpsertResult = { readonly id: string; readonly created: boolean } | RowError;

/** Each row by itself: one that is wrong says so and holds up no other. */
export function upsertLeads(
  work: Work,
  who: Who,
  { leads }: { leads: readonly LeadUpsert[] },
): Outcome<{ results: readonly UpsertResult[] }> {
  const results = leads.map((lead, index) =>
    work.transact(() => upsertLead(work, who, lead, `/leads/${index}`)),
  );
  return done({ results });
}

function upsertLead(work: Work, who: Who, lead: LeadUpsert, pointer: string): UpsertResult {
  const plan = planUpsert(work, who, lead, pointer);
  if ('error' in plan) return plan;
  if (appendFacts(work, plan.facts).length > 0) refold(work, plan.id);
  return { id: plan.id, created: plan.created };
}

export interface UpsertPlan {
  readonly id: string;
  readonly created: boolean;
  /** None where the row says nothing new. */
  readonly facts: readonly Fact[];
  /** Keys the row itself is found by. */
  readonly keys: readonly string[];
}

/**
 * What a row would add, or why it cannot; writes nothing.
 * @param into the lead it is about, where that is known: what it shares with another is then for people to
 *   see as a duplicate (IDN3)
 */
export function planUpsert(
  work: Work,
  who: Pick<Who, 'memberId'>,
  lead: LeadUpsert,
  pointer: string,
  into?: string,
): UpsertPlan | RowError {
  const wanted = identified(work, lead, pointer);
  const { definitions } = work.ground.inForce(work.now);
  const faults = [...wanted.faults, ...fieldFaults(definitions, lead.fields ?? {}, `${pointer}/fields`)];
  const keys = identityKeys(wanted);
  if (keys.length === 0 && faults.length === 0) faults.push(faultAt(pointer, 'no_address'));
  if (lead.owner !== undefined && !memberAt(work.ground.room(), lead.owner, work.now)?.active)
    faults.push(faultAt(`${pointer}/owner`, 'no_member'));
  const [fault] = faults;
  if (fault) return rowError(fault);

  if (isErased(work, keys)) return rowError(faultAt(pointer, 'erased'));
  const [known, second] = into === undefined ? leadsByKeys(work, keys) : [into];
  if (second !== undefined) return rowError(faultAt(pointer, 'shared'));
  const id = known ?? uuidv7({ msecs: work.now });
  const head = {
    leadId: id,
    at: Math.min(lead.at ?? work.now, work.now),
    recordedAt: work.now,
    actor: who.memberId,
    observer: 'integration',
  } as const;
  const facts: Fact[] = [];
  if (known === undefined) {
    const { emails, phones, externalIds } = wanted;
    const body: BodyOf<'lead.captured'> = {
      emails,
      phones,
      externalIds,
      fields: lead.fields ?? {},
      ...(lead.source === undefined ? {} : { source: lead.source }),
      ...(lead.campaign === undefined ? {} : { campaign: lead.campaign }),
      cause: lead.backlog === true ? 'import' : 'api',
    };
    facts.push({ ...head, id: uuidv7({ msecs: work.now }), kind: 'lead.captured', body });
  } else {
    const body = changeOf(stateOf(work, known, work.now), wanted, lead);
    const changed = { ...head, at: work.now, id: uuidv7({ msecs: work.now }) };
    if (body && lead.backlog === true)
      facts.push({ ...changed, kind: 'lead.captured', body: importOf(body) });
    else if (body) facts.push({ ...head, id: changed.id, kind: 'lead.changed', body });
  }
  const owner = known === undefined ? null : stateOf(work, known, work.now).owner;
  if (lead.owner !== undefined && lead.owner !== owner?.id)
    facts.push({
      ...head,
      at: work.now,
      id: uuidv7({ msecs: work.now }),
      kind: 'owner.assigned',
      body: { owner: lead.owner },
    });
  return { id, created: known === undefined, facts, keys };
}

/** Said as a capture by import, so that what it makes a known lead good enough for is backlog, too (TRI2). */
function importOf(change: BodyOf<'lead.changed'>): BodyOf<'lead.captured'> {
  const { fields = {}, addEmails = [], addPhones = [], addExternalIds = [] } = change;
  const known = Object.entries(fields).flatMap(([id, value]) =>
    value === null ? [] : [[id, value] as const],
  );
  return {
    emails: addEmails,
    phones: addPhones,
    externalIds: addExternalIds,
    fields: Object.fromEntries(known),
    cause: 'import',
  };
}

type Identified = Pick<BodyOf<'lead.captured'>, 'emails' | 'phones' | 'externalIds'>;

function identified(work: Work, lead: LeadUpsert, pointer: string): Identified & { faults: Fault[] } {
  const faults: Fault[] = [];
  const emails = (lead.emails ?? []).flatMap((text, index) => {
    const email = normalizeEmail(text);
    if (email === null) faults.push(faultAt(`${pointer}/emails/${index}`, 'no_email'));
    return email ?? [];
  });
  const country = countryOf(work, lead.fields?.['country']);
  const phones = (lead.phones ?? []).flatMap((text, index) => {
    const phone = parsePhone(text, country);
    if (phone === undefined) faults.push(faultAt(`${pointer}/phones/${index}`, 'no_phone'));
    return phone ?? [];
  });
  return { emails, phones, externalIds: lead.externalIds ?? [], faults };
}

/** What the row adds to the lead; undefined when it says nothing new. Source and campaign stay the first ones. */
function changeOf(
  state: LeadState,
  wanted: Identified,
  lead: LeadUpsert,
): BodyOf<'lead.changed'> | undefined {
  const fields = Object.fromEntries(
    Object.entries(lead.fields ?? {}).filter(([id, value]) => state.fields[id] !== value),
  );
  const addEmails = wanted.emails.filter((email) => !state.emails.includes(email));
  const addPhones = wanted.phones.filter((phone) => !state.phones.includes(phone));
  const held = new Set(heldIds(state.externalIds).map(externalKey));
  const addExternalIds = heldIds(wanted.externalIds).filter((one) => !held.has(externalKey(one)));
  const body = {
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(addEmails.length > 0 ? { addEmails } : {}),
    ...(addPhones.length > 0 ? { addPhones } : {}),
    ...(addExternalIds.length > 0 ? { addExternalIds } : {}),
  };
  return Object.keys(body).length > 0 ? body : undefined;
}
