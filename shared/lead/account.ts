/** Which leads belong together (IDN4): by the domain of an address, or else by a company's record. */
import { compareText } from '../predicate/text.ts';
import type { ExternalId } from './facts.ts';
import { domainOf, externalKey, isCompanyRecord, isFreeMail } from './identity.ts';

/**
 * `domain:clinica.example`, else `id:hubspot/company/51`; null when neither is known. A free-mail
 * domain is nobody's company. Of several the first in code-unit order, so that every fold says the same;
 * of one system's company records the one said last counts, for people change their company.
 */
export function accountOf(
  lead: { readonly emails: readonly string[]; readonly externalIds: readonly ExternalId[] },
  freeMail: readonly string[],
): string | null {
  const domains = lead.emails.map(domainOf).filter((domain) => !isFreeMail(domain, freeMail));
  const domain = domains.toSorted(compareText)[0];
  if (domain !== undefined) return `domain:${domain}`;
  const companies = heldIds(lead.externalIds).filter(isCompanyRecord);
  return companies.map(externalKey).toSorted(compareText)[0] ?? null;
}

/** Ids that still say something: of each system's company records only the one said last. */
export function heldIds(externalIds: readonly ExternalId[]): readonly ExternalId[] {
  return externalIds.filter(
    (id, place) =>
      !isCompanyRecord(id) ||
      !externalIds.slice(place + 1).some((later) => isCompanyRecord(later) && later.system === id.system),
  );
}
