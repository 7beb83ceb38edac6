/** Which country a lead's national phone numbers are of (IDN1). */
import type { CountryCode } from 'libphonenumber-js/core';
import type { Work } from '../work.ts';

/** The lead's own country when it is two letters, else Brazil for a workspace that speaks Portuguese. */
export function countryOf(work: Work, stated: unknown): CountryCode | undefined {
  if (typeof stated === 'string' && /^[A-Z]{2}$/.test(stated)) return stated as CountryCode;
  return work.ground.workspace()?.language === 'pt-BR' ? 'BR' : undefined;
}
