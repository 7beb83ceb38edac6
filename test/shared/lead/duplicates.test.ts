/** Which leads are proposed as one person. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { duplicatesOf } from '../../../shared/lead/duplicates.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

type Known = Parameters<typeof duplicatesOf>[0][number];

const known = (leadId: string, capturedAt: number, parts: Partial<Known> = {}): Known => ({
  leadId,
  capturedAt,
  emails: [],
  phones: [],
  externalIds: [],
  fields: {},
  ...parts,
});
const ana = { name: ' Ana LIMA', company: 'Clínica São José' };

describe('duplicates', () => {
  test('[IDN3] share an address, a phone in any of its forms, or an id; the one known longer would stay', () => {
    const leads = [
      known('b', 2, { emails: ['Ana@x.example'], phones: ['+551187654321'] }),
      known('a', 3, { emails: ['ana@X.example'] }),
      known('c', 1, { phones: ['+5511987654321'] }),
      known('d', 4, { externalIds: [{ system: 's', object: 'o', id: '1' }] }),
      known('e', 5, { externalIds: [{ system: 's', object: 'o', id: '1' }] }),
      known('f', 6, { emails: ['other@x.example'] }),
    ];
    expect(duplicatesOf(leads)).toEqual([
      { keep: 'b', absorb: 'a', keys: ['email:ana@x.example'] },
      { keep: 'c', absorb: 'b', keys: ['phone:+551187654321', 'phone:+5511987654321'] },
      { keep: 'd', absorb: 'e', keys: ['id:s/o/1'] },
    ]);
  });

  test('[IDN3] or have the same name at the same company, which is said last', () => {
    const leads = [
      known('a', 1, { fields: ana }),
      known('b', 2, { fields: { name: 'ana lima ', company: 'CLÍNICA SÃO JOSÉ' } }),
      known('c', 3, { fields: { name: 'Ana Lima' } }),
      known('d', 4, { fields: { name: 'Ana Lima', company: 'Elsewhere' } }),
      known('e', 5, { emails: ['z@x.example'] }),
      known('f', 6, { emails: ['z@x.example'] }),
    ];
    expect(duplicatesOf(leads)).toEqual([
      { keep: 'e', absorb: 'f', keys: ['email:z@x.example'] },
      { keep: 'a', absorb: 'b', keys: [] },
    ]);
  });

  test("[IDN2][IDN3] a desk's address makes nobody one person", () => {
    const leads = ['a', 'b'].map((id, at) => known(id, at, { emails: ['contato@x.example'] }));
    expect(duplicatesOf(leads, ['contato@'])).toEqual([]);
    expect(duplicatesOf(leads)).toHaveLength(1);
  });

  test('[IDN3] are the same whatever order the leads come in, and nobody duplicates themselves', () => {
    const lead = fc.record({
      emails: fc.subarray(['a@x.example', 'b@x.example', 'c@x.example']),
      name: fc.constantFrom('Ana', 'Bia', ''),
      at: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 6 }), fc.integer({ min: 0, max: 5 }), (some, turn) => {
        const leads = some.map(({ emails, name, at }, place) =>
          known(`l${place}`, at, { emails, fields: { name, company: 'X' } }),
        );
        const found = duplicatesOf(leads);
        expect(duplicatesOf([...leads.slice(turn), ...leads.slice(0, turn)])).toEqual(found);
        expect(found.filter(({ keep, absorb }) => keep === absorb)).toEqual([]);
        const met = leads.filter((one) => leads.some((other) => other !== one && sharesMail(one, other)));
        const named = new Set(found.flatMap(({ keep, absorb }) => [keep, absorb]));
        expect(met.filter(({ leadId }) => !named.has(leadId))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

function sharesMail(one: Known, other: Known): boolean {
  return one.emails.some((email) => other.emails.includes(email));
}
