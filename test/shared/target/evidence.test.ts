/** What closed leads teach a first agreement, counted by hand on a few dozen. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { closedOf } from '../../../shared/target/closed.ts';
import { EVIDENCE_DAYS, evidenceReport } from '../../../shared/target/evidence.ts';
import { type ReportLead, runReport } from '../../../shared/target/report.ts';
import { traitsOf } from '../../../shared/target/trait.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { agreement, at, attempt, captured, fact } from '../lead/agreement.ts';
import { answer, deal, handedOff, leadOf, scopeAt } from './leads.ts';

const CAME = at('2026-03-02', '10:00');
const NOW = at('2026-04-10', '12:00');
const STARTER = agreement();

/** Imported leads with a field each, closed some days later. */
function closedLead(
  id: string,
  outcome: 'won' | 'lost',
  fields: Record<string, string | number>,
): ReportLead {
  const told = [
    captured(CAME, { fields: { name: id, ...fields }, cause: 'import', emails: [`${id}@acme.example`] }),
    deal(CAME + 9 * DAY_MS, { dealId: id, outcome, amount: 1_500, currency: 'BRL' }),
  ];
  return leadOf(id, told, NOW);
}

function some(n: number, one: (id: string) => ReportLead, name: string): readonly ReportLead[] {
  return [...Array(n).keys()].map((place) => one(`${name}-${place}`));
}

const evidenceOf = (leads: readonly ReportLead[], now = NOW) =>
  runReport(evidenceReport(scopeAt(now), STARTER), leads);

describe('which leads are closed, and until when they are looked at', () => {
  const closed = (told: readonly Fact[], now = NOW) => closedOf(leadOf('lead-1', told, now), scopeAt(now));

  test('won by a deal or by the last stage, lost when every deal is or sales said so', () => {
    expect(closed([captured(CAME)])).toBe(null);
    expect(closed([captured(CAME), deal(CAME + DAY_MS, { outcome: 'open' })])).toBe(null);
    expect(closed([captured(CAME), deal(CAME + DAY_MS)])).toMatchObject({ won: true, at: CAME + DAY_MS });
    expect(
      closed([captured(CAME), deal(CAME + DAY_MS, { outcome: 'lost', reason: 'no_fit' })]),
    ).toMatchObject({
      won: false,
    });
    const two = [
      deal(CAME + DAY_MS, { outcome: 'lost' }),
      deal(CAME + DAY_MS, { dealId: 'b', outcome: 'open' }),
    ];
    expect(closed([captured(CAME), ...two])).toBe(null);
    const refused = answer('lead-1', CAME + HOUR_MS, { answer: 'disqualified', reason: 'no_fit' });
    expect(closed([...handedOff(CAME), refused])).toMatchObject({ won: false, at: CAME + HOUR_MS });
  });

  test('what was learnt after the hand-off is not what it was handed over for', () => {
    const told = [
      ...handedOff(CAME),
      fact('lead.changed', CAME + DAY_MS, { fields: { industry: 'health' } }),
      deal(CAME + 2 * DAY_MS),
    ];
    expect(closed(told)?.knownAt).toBe(CAME);
    const evidence = evidenceOf(some(25, (id) => leadOf(id, told, NOW), 'late'));
    expect(evidence.traits).not.toContainEqual({ kind: 'is', field: 'industry', value: 'health' });
    expect(evidence.traits).toContainEqual({ kind: 'signal', signal: 'demo' });
  });
});

test('numbers fall on steps, texts are folded, and remarks are no values', () => {
  const seen = (fields: Record<string, string | number | boolean>) =>
    traitsOf(
      { fields, signals: [], domains: ['gmail.com'], list: () => new Set(['gmail.com']) },
      STARTER.fields,
    );
  expect(seen({ employees: 49, industry: ' Health ', budget: 0.5, name: 'Ana' })).toEqual([
    { kind: 'known', field: 'employees' },
    { kind: 'step', field: 'employees', from: 20 },
    { kind: 'known', field: 'industry' },
    { kind: 'is', field: 'industry', value: 'health' },
    { kind: 'freeMail' },
  ]);
  expect(seen({ employees: 50 })).toContainEqual({ kind: 'step', field: 'employees', from: 50 });
  expect(seen({ employees: 1_000 })).toContainEqual({ kind: 'step', field: 'employees', from: 1_000 });
  expect(seen({ industry: 'x'.repeat(41) })).toEqual([{ kind: 'freeMail' }]);
});

describe('counts', () => {
  const leads = [
    ...some(22, (id) => closedLead(id, 'won', { industry: 'Health', employees: 120 }), 'a'),
    ...some(8, (id) => closedLead(id, 'lost', { industry: 'health', employees: 60 }), 'b'),
    ...some(21, (id) => closedLead(id, 'lost', { industry: 'retail' }), 'c'),
    // Too few of them to say anything of, and of whom somebody might be told apart.
    ...some(3, (id) => closedLead(id, 'won', { industry: 'mining' }), 'd'),
  ];
  const evidence = evidenceOf(leads);

  test('won and lost, in cases without anybody in particular', () => {
    expect(evidence).toMatchObject({ won: 25, lost: 29 });
    const names = evidence.traits.map((trait) => JSON.stringify(trait));
    expect(names).toContain('{"kind":"is","field":"industry","value":"health"}');
    expect(names.some((name) => name.includes('mining'))).toBe(false);
    const place = names.indexOf('{"kind":"is","field":"industry","value":"health"}');
    const health = evidence.cases.filter(({ has }) => has.includes(place));
    expect(health.map(({ won, lost, sums }) => [won, lost, sums])).toEqual(
      // 20 points for 50 people or more, 15 for the health segment; nothing for interest.
      expect.arrayContaining([
        [22, 0, [35, 0]],
        [0, 8, [35, 0]],
      ]),
    );
    expect(evidence.cases.reduce((sum, one) => sum + one.won + one.lost, 0)).toBe(54);
    expect(JSON.stringify(evidence)).not.toContain('acme');
  });

  test('the criterion’s other parts, each by itself', () => {
    // "10 people or more" is the only one: 30 of 54 said how many they are.
    const met = evidence.cases.filter((one) => one.met.includes(0));
    expect(met.reduce((sum, { won, lost }) => sum + won + lost, 0)).toBe(30);
  });

  test('what won deals were worth, and the segments they would be in', () => {
    expect(evidence.deals).toEqual([{ currency: 'BRL', n: 25, cents: 25 * 150_000 }]);
    expect(evidence.segments).toEqual([
      { segment: null, won: 3, lost: 21 },
      { segment: 'health', won: 22, lost: 8 },
    ]);
  });

  test('of the last 90 days alone', () => {
    const closing = CAME + 9 * DAY_MS;
    expect(evidenceOf(leads, closing + EVIDENCE_DAYS * DAY_MS)).toMatchObject({ won: 25, lost: 29 });
    expect(evidenceOf(leads, closing + EVIDENCE_DAYS * DAY_MS + 1)).toMatchObject({
      won: 0,
      lost: 0,
      cases: [],
    });
  });
});

test('first tries count from the hand-off, or from the capture of what was imported, whoever made them', () => {
  const imported = captured(CAME, { cause: 'import' });
  const leads = [
    leadOf('a', [imported, attempt(CAME + 2 * HOUR_MS, 'somebody-before-us')], NOW),
    leadOf('b', [...handedOff(CAME + HOUR_MS), attempt(CAME + 5 * HOUR_MS, 'bruno')], NOW),
    leadOf('c', [imported, attempt(CAME + HOUR_MS, 'bruno', { automatic: true })], NOW),
    leadOf('d', [imported], NOW),
  ];
  expect(evidenceOf(leads).responses).toEqual([
    [CAME, CAME + 2 * HOUR_MS],
    [CAME + HOUR_MS, CAME + 5 * HOUR_MS],
  ]);
});
