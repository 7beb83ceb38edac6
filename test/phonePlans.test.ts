/**
 * The worker reads phone numbers and never sets them in print, so it carries the library's numbering plans
 * without their formats: half the weight. After an upgrade of the library `-u` writes them anew.
 */
import * as fc from 'fast-check';
import {
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString as byLibrary,
  type CountryCode,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/examples.mobile.json';
import library from 'libphonenumber-js/metadata.min.json';
import { expect, test } from 'vitest';
import { parsePhone } from '../worker/workspace/leads/phone.ts';

/** Where a plan of the library has its formats. */
const FORMATS = 4;

type Plans = Readonly<Record<string, readonly unknown[]>>;

/** One country a line, so that an upgrade can be read. */
function withoutFormats({
  version,
  country_calling_codes,
  countries,
  nonGeographic,
}: typeof library): string {
  const lines = (plans: Plans) =>
    Object.entries(plans)
      .map(
        ([name, plan]) => `"${name}":${JSON.stringify(plan.map((part, at) => (at === FORMATS ? 0 : part)))}`,
      )
      .join(',\n');
  return `{"version":${version},"country_calling_codes":${JSON.stringify(country_calling_codes)},
"countries":{
${lines(countries as unknown as Plans)}
},"nonGeographic":{
${lines(nonGeographic as unknown as Plans)}
}}
`;
}

test('[IDN1] what the worker carries of the numbering plans is all of them but the formats', async () => {
  await expect(withoutFormats(library)).toMatchFileSnapshot('../worker/workspace/leads/phonePlans.json');
});

const country = fc.constantFrom(...getCountries());
/** An example of a country, as people write it or mistype it. */
const written = country.chain((of) => {
  const example = getExampleNumber(of, examples);
  const [national = '', whole = ''] = [example?.formatNational(), example?.formatInternational()];
  return fc.oneof(
    fc.constantFrom(national, whole, whole.replace('+', '00'), whole.slice(1), example?.nationalNumber ?? ''),
    fc.nat({ max: national.length }).map((at) => national.slice(0, at)),
    fc.tuple(fc.constantFrom(national, whole), fc.nat(9_999)).map(([text, more]) => `${text}${more}`),
    fc.stringMatching(/^\+?[\d ()-]{3,18}$/),
  );
});

test('[IDN1] a phone is read as by the library with all it has', () => {
  fc.assert(
    fc.property(written, fc.option(country, { nil: undefined }), (text, of: CountryCode | undefined) => {
      const whole = byLibrary(text, of);
      expect(parsePhone(text, of)).toBe(whole?.isPossible() ? whole.number : undefined);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 2_000) },
  );
}, 60_000);
