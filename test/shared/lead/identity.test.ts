/** Addresses, phones and ids in the one form in which they are compared. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  externalKey,
  identityKeys,
  isFreeMail,
  isRoleAddress,
  normalizeEmail,
  phoneKeys,
} from '../../../shared/lead/identity.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

describe('an e-mail', () => {
  test.each([
    ['  Ana@Clinic.Example ', 'ana@clinic.example'],
    ['ana+event@clinic.example', 'ana+event@clinic.example'],
    ['jose\u0301@clinic.example', 'jos\u00e9@clinic.example'],
    ['ana@MÜNCHEN.de', 'ana@xn--mnchen-3ya.de'],
    ['ana@mu\u0308nchen.de', 'ana@xn--mnchen-3ya.de'],
    ['ana@clinic.example.', 'ana@clinic.example'],
    ['root@localhost', 'root@localhost'],
    ['ana', null],
    ['@clinic.example', null],
    ['ana@', null],
    ['ana@bad domain.example', null],
    ['ana@host/path.example', null],
    ['Ana <ana@clinic.example>', null],
    ['ana@-.example', null],
  ])('[IDN1] %j is %j', (text, email) => {
    expect(normalizeEmail(text)).toBe(email);
  });

  test('[IDN1] normalized again it stays the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        const once = normalizeEmail(text);
        expect(once === null ? null : normalizeEmail(once)).toBe(once);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a phone', () => {
  test('[IDN1] a Brazilian mobile with and without its ninth digit is one', () => {
    expect(phoneKeys('+55 (11) 98765-4321')).toEqual(['+5511987654321', '+551187654321'].toSorted());
    expect(phoneKeys('+55 11 8765-4321')).toEqual(phoneKeys('+5511987654321'));
  });

  test('[IDN1] a Brazilian landline and other countries keep theirs', () => {
    expect(phoneKeys('+55 11 3765-4321')).toEqual(['+551137654321']);
    expect(phoneKeys('+1 415 555 0100')).toEqual(['+14155550100']);
    expect(phoneKeys('+351 912 345 678')).toEqual(['+351912345678']);
  });

  test.each(['', '98765-4321', '+0123456789', 'call me', '+12345678901234567'])(
    '[IDN1] %j is no phone',
    (text) => {
      expect(phoneKeys(text)).toEqual([]);
    },
  );
});

test('[IDN1] keys of a lead are sorted, without doubles, and no id poses as another', () => {
  const keys = identityKeys({
    emails: ['B@x.example', 'b@X.example', 'nobody'],
    phones: ['+5511987654321', '+551187654321'],
    externalIds: [{ system: 'hubspot', object: 'contact', id: '51' }],
  });
  expect(keys).toEqual([
    'email:b@x.example',
    'id:hubspot/contact/51',
    'phone:+551187654321',
    'phone:+5511987654321',
  ]);
  expect(externalKey({ system: 'a', object: 'b/c', id: 'd' })).not.toBe(
    externalKey({ system: 'a/b', object: 'c', id: 'd' }),
  );
});

test.each([
  ['contato@clinic.example', true],
  ['Contato+site@clinic.example', true],
  ['compras@clinic.example', true],
  ['joao@desk.example', true],
  ['joao@clinic.example', false],
  ['contato.joao@clinic.example', false],
])('[IDN2] %s is a role address: %s', (email, role) => {
  expect(isRoleAddress(email, ['contato@', 'Compras', 'joao@desk.example'])).toBe(role);
});

test('[IDN4] a free-mail domain and its subdomains make no account', () => {
  expect(
    ['gmail.com', 'mail.gmail.com', 'notgmail.com'].map((domain) => isFreeMail(domain, ['@Gmail.com'])),
  ).toEqual([true, true, false]);
});
