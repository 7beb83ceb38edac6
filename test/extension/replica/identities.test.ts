/** Record numbers as pages, exports and connectors write them are one. */
import { expect, test } from 'vitest';
import { keysFor, sameKey } from '../../../extension/replica/identities.ts';

const key = (system: string, object: string, id: string) => keysFor({ record: { system, object, id } });

test('[IDN1] a record is the same in upper and lower case', () => {
  expect(key('dynamics', 'Contact', '62E872CE-2A51-EB11-A813-000D3A5466D8')).toEqual(
    key('dynamics', 'contact', '62e872ce-2a51-eb11-a813-000d3a5466d8'),
  );
  expect(key('hubspot', 'contact', '51')).not.toEqual(key('hubspot', 'deal', '51'));
});

// Salesforce's own example of its two forms.
test('[IDN1] Salesforce’s 15 characters are its 18, and two that differ by case stay two', () => {
  expect(key('salesforce', 'Account', '001D000000IRt53')).toEqual(
    key('salesforce', 'account', '001D000000IRt53IAD'),
  );
  expect(key('salesforce', 'lead', '00Q5g00000ABCde')).not.toEqual(
    key('salesforce', 'lead', '00Q5g00000ABCDE'),
  );
});

test('addresses and numbers of people are left as they are', () => {
  expect(sameKey('email:Ana@Lead1.test')).toBe('email:Ana@Lead1.test');
  expect(key('tryton', 'party.party', '5')).toEqual(['id:tryton/party.party/5']);
});
