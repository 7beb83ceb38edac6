/** The one place where national phone numbers are read: inside there is only E.164 (IDN1). */
import { parsePhoneNumberFromString, type CountryCode, type MetadataJson } from 'libphonenumber-js/core';
import phonePlans from './phonePlans.json' with { type: 'json' };

// The library's own without the formats its type asks for: `test/phonePlans.test.ts` writes and compares them.
const plans = phonePlans as unknown as MetadataJson;

/** E.164, or undefined. @param country where the number states none itself */
export function parsePhone(text: string, country: CountryCode | undefined): string | undefined {
  const phone = parsePhoneNumberFromString(text, { ...(country && { defaultCountry: country }) }, plans);
  return phone?.isPossible() ? phone.number : undefined;
}
