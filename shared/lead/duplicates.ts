/**
 * Leads that may be one person (IDN3): proposed to somebody who knows them, never merged here. An
 * identity key says so, or the same name at the same company; a desk's address says nothing (IDN2).
 */
import { compareText, foldText } from '../predicate/text.ts';
import { identityKeys, isRoleAddress } from './identity.ts';
import type { LeadState } from './state.ts';

type Known = Pick<LeadState, 'leadId' | 'capturedAt' | 'emails' | 'phones' | 'externalIds' | 'fields'>;

export interface Duplicate {
  /** The lead known longer: it would keep its id. */
  readonly keep: string;
  readonly absorb: string;
  /** Identity keys both have (`email:…`), sorted; empty = the same name at the same company. */
  readonly keys: readonly string[];
}

/**
 * Each lead beside the one known longest that shares something with it; those with a shared key
 * first, then by ids. One pass over the leads, whatever their order.
 */
export function duplicatesOf(
  leads: readonly Known[],
  roleAddresses: readonly string[] = [],
): readonly Duplicate[] {
  const firstWith = new Map<string, string>();
  const shared = new Map<string, { readonly keep: string; readonly absorb: string; keys: string[] }>();
  for (const lead of leads.toSorted(byAge)) {
    for (const trait of traitsOf(lead, roleAddresses)) {
      const keep = firstWith.get(trait);
      if (keep === undefined) firstWith.set(trait, lead.leadId);
      if (keep === undefined || keep === lead.leadId) continue;
      const pair = JSON.stringify([keep, lead.leadId]);
      const found = shared.get(pair) ?? { keep, absorb: lead.leadId, keys: [] };
      if (!trait.startsWith(PERSON)) found.keys.push(trait);
      shared.set(pair, found);
    }
  }
  return [...shared.values()].toSorted(
    (a, b) =>
      Number(a.keys.length === 0) - Number(b.keys.length === 0) ||
      compareText(a.keep, b.keep) ||
      compareText(a.absorb, b.absorb),
  );
}

const PERSON = 'person:';

function byAge(a: Known, b: Known): number {
  return (a.capturedAt ?? Infinity) - (b.capturedAt ?? Infinity) || compareText(a.leadId, b.leadId);
}

function traitsOf(
  { emails, phones, externalIds, fields }: Known,
  roles: readonly string[],
): readonly string[] {
  const own = emails.filter((email) => !isRoleAddress(email, roles));
  const [name, company] = [fields['name'], fields['company']].map((value) =>
    typeof value === 'string' ? foldText(value) : '',
  );
  const keys = identityKeys({ emails: own, phones, externalIds });
  return name && company ? [...keys, PERSON + JSON.stringify([name, company])] : keys;
}
