/** The one place where national phone numbers are read: inside there is only E.164 (IDN1). */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Work } from '../work.ts';

/** E.164, or undefined. @param country where the number states none itself */
export function parsePhone(text: string, country: CountryCode | undefined): string | undefined {
  const phone = parsePhoneNumberFromString(text, country);
  return phone?.isPossible() ? phone.number : undefined;
}

/** The lead's own country when it is two letters, else Brazil for a workspace that speaks Portuguese. */
export function countryOf(work: Work, stated: unknown): CountryCode | undefined {
  if (typeof stated === 'string' && /^[A-Z]{2}$/.test(stated)) return stated as CountryCode;
  return work.ground.workspace()?.language === 'pt-BR' ? 'BR' : undefined;
}
