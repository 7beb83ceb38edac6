/** Every leaf and operator against small leads. */
import { describe, expect, test } from 'vitest';
import type { Scalar } from '../../../shared/lead/facts.ts';
import { evaluate } from '../../../shared/predicate/evaluate.ts';
import { Predicate, type Verdict } from '../../../shared/predicate/predicate.ts';
import { agreement, at, attempt, captured, fact, live, read, signal, version } from '../lead/agreement.ts';

const NOW = at('2026-03-10', '12:00');

function verdictOn(predicate: Predicate, fields: Record<string, Scalar> = {}): Verdict {
  return evaluate(Predicate.parse(predicate), read([captured(NOW, { fields })], NOW).context);
}

describe('a field test', () => {
  const table: [Predicate, Record<string, Scalar>, Verdict][] = [
    [{ field: 'industry', is: 'Health' }, { industry: '  hEALTH ' }, 'met'],
    [{ field: 'industry', is: 'saúde' }, { industry: 'SAÚDE' }, 'met'],
    [{ field: 'industry', is: 'saúde' }, { industry: 'saude' }, 'unmet'],
    [{ field: 'industry', is: 'straße' }, { industry: 'STRASSE' }, 'met'],
    [{ field: 'industry', is: 'caf\u00e9' }, { industry: 'cafe\u0301' }, 'met'],
    [{ field: 'industry', is: 'health' }, {}, 'unknown'],
    [{ field: 'industry', is: 'health' }, { industry: '  ' }, 'unknown'],
    [{ field: 'industry', isNot: 'health' }, { industry: 'retail' }, 'met'],
    [{ field: 'industry', isNot: 'health' }, {}, 'unknown'],
    [{ field: 'employees', is: 50 }, { employees: '50' }, 'met'],
    [{ field: 'decider', is: true }, { decider: true }, 'met'],
    [{ field: 'decider', is: true }, { decider: false }, 'unmet'],
    [{ field: 'industry', in: ['Retail', 'Health'] }, { industry: 'health' }, 'met'],
    [{ field: 'industry', in: ['retail'] }, { industry: 'health' }, 'unmet'],
    [{ field: 'domain', inList: 'freeMail' }, { domain: 'GMAIL.com' }, 'met'],
    [{ field: 'domain', inList: 'nowhere' }, { domain: 'gmail.com' }, 'unmet'],
    [{ field: 'employees', atLeast: 50 }, { employees: 50 }, 'met'],
    [{ field: 'employees', atLeast: 50 }, { employees: 49.9 }, 'unmet'],
    [{ field: 'employees', atLeast: 50 }, { employees: 'many' }, 'unmet'],
    [{ field: 'employees', atMost: 50 }, { employees: 50 }, 'met'],
    [{ field: 'employees', atMost: 50 }, { employees: 'few' }, 'unmet'],
    [{ field: 'employees', between: [10, 50] }, { employees: 10 }, 'met'],
    [{ field: 'employees', between: [10, 50] }, { employees: 51 }, 'unmet'],
    [{ field: 'startsOn', atLeast: '2026-03-10' }, { startsOn: '2026-03-10' }, 'met'],
    [{ field: 'startsOn', atMost: '2026-03-10' }, { startsOn: '2026-03-11' }, 'unmet'],
    [{ field: 'startsOn', between: ['2026-01-01', '2026-06-30'] }, { startsOn: '2026-03-11' }, 'met'],
    [{ field: 'role', contains: 'DIRECTOR' }, { role: 'Sales director' }, 'met'],
    [{ field: 'role', startsWith: 'head' }, { role: 'Head of sales' }, 'met'],
    [{ field: 'role', endsWith: 'sales' }, { role: 'Head of sales ' }, 'met'],
    [{ field: 'role', endsWith: 'head' }, { role: 'Head of sales' }, 'unmet'],
    [{ field: 'budget', known: true }, { budget: 0 }, 'met'],
    [{ field: 'budget', known: true }, {}, 'unmet'],
    [{ field: 'budget', known: false }, {}, 'met'],
    [{ product: 'suite' }, { product: ' Suite' }, 'met'],
    [{ product: 'suite' }, {}, 'unknown'],
  ];
  test.each(table)('[PRD1][PRD3] %j on %j is %s', (predicate, fields, verdict) => {
    expect(verdictOn(predicate, fields)).toBe(verdict);
  });

  test('[PRD1] is refused with no operator, with two, or with one nobody knows', () => {
    for (const leaf of [{ field: 'a' }, { field: 'a', is: 1, atLeast: 1 }, { field: 'a', matches: '.*' }]) {
      expect(Predicate.safeParse(leaf).success).toBe(false);
    }
  });
});

describe('a mail domain', () => {
  const on = (email: string | null, predicate: Predicate) =>
    evaluate(predicate, read([captured(NOW, { emails: email === null ? [] : [email] })], NOW).context);
  test.each([
    ['ana@rival.example', 'met'],
    ['ana@mail.rival.example', 'met'],
    ['ana@notrival.example', 'unmet'],
    ['ana@rival.example.com', 'unmet'],
    [null, 'unknown'],
  ])('[PRD3] of %s matches itself and its subdomains: %s', (email, verdict) => {
    expect(on(email, { emailDomain: true, in: ['Rival.example'] })).toBe(verdict);
    expect(on(email, { emailDomain: true, inList: 'competitors' })).toBe(verdict);
  });
});

describe('a signal', () => {
  const facts = [
    captured(at('2026-01-01')),
    signal('pricing', at('2026-03-01', '12:00'), { page: '/pricing/plans' }),
    signal('pricing', at('2026-03-09', '12:00'), { page: '/pricing' }),
  ];
  const on = (predicate: Predicate, now = NOW) =>
    evaluate(Predicate.parse(predicate), read(facts, now).context);

  test('[PRD1] counts by property and times', () => {
    expect(on({ signal: 'pricing' })).toBe('met');
    expect(on({ signal: 'pricing', times: 3 })).toBe('unmet');
    expect(on({ signal: 'pricing', where: [{ property: 'page', startsWith: '/pricing/' }] })).toBe('met');
    expect(on({ signal: 'pricing', times: 2, where: [{ property: 'page', startsWith: '/pricing/' }] })).toBe(
      'unmet',
    );
    expect(on({ signal: 'pricing', where: [{ property: 'seconds', atLeast: 10 }] })).toBe('unmet');
    expect(on({ signal: 'demo' })).toBe('unmet');
  });

  test('[SCO2] is within days while the difference is smaller, and says when that ends', () => {
    const predicate = { signal: 'pricing', times: 2, withinDays: 9 };
    const ends = at('2026-03-10', '12:00');
    expect(on(predicate, ends - 1)).toBe('met');
    expect(on(predicate, ends)).toBe('unmet');
  });
});

describe('the rest', () => {
  const lived = live(
    [
      captured(at('2026-03-02', '09:00'), { fields: { name: 'Ana', industry: 'health', role: 'Director' } }),
      fact('account.counted', at('2026-03-02', '10:00'), { personas: { decider: 2 }, stages: { mql: 1 } }),
      fact('stage.set', at('2026-03-03'), { stage: 'mql' }, { actor: 'mia', observer: 'hand' }),
      attempt(at('2026-03-04'), 'dora', { outcome: 'connected' }),
      attempt(at('2026-03-05'), 'dora', { channel: 'email', outcome: 'sent', automatic: true }),
    ],
    NOW,
  );
  const { context } = read(lived, NOW);
  const table: [Predicate, Verdict][] = [
    [{ segment: 'health' }, 'met'],
    [{ segment: 'large' }, 'unmet'],
    [{ persona: 'decider' }, 'met'],
    [{ stageIs: 'mql' }, 'met'],
    [{ stageIs: 'lead' }, 'unmet'],
    [{ stageWas: 'lead' }, 'met'],
    [{ stageWas: 'sql' }, 'unmet'],
    [{ attempts: true, outcome: 'connected', times: 1 }, 'met'],
    [{ attempts: true, times: 2 }, 'unmet'],
    [{ attempts: true, channel: 'email', times: 1 }, 'unmet'],
    [{ account: { persona: 'decider', atLeast: 2 } }, 'met'],
    [{ account: { stage: 'sql', atLeast: 1 } }, 'unmet'],
    [{ score: true, atLeast: 15 }, 'met'],
    [{ fit: true, atMost: 14 }, 'unmet'],
    [{ engagement: true, atLeast: 1 }, 'unmet'],
  ];
  test.each(table)('[PRD1] %j is %s', (predicate, verdict) => {
    expect(evaluate(Predicate.parse(predicate), context)).toBe(verdict);
  });

  test('[PRD2] an account nobody counted is unknown, and so is a group that a missing value may decide', () => {
    const { context } = read([captured(NOW, { fields: { industry: 'retail' } })], NOW);
    expect(evaluate({ account: { persona: 'decider', atLeast: 1 } }, context)).toBe('unknown');
    expect(evaluate({ segment: 'health' }, context)).toBe('unmet');
    expect(evaluate({ segment: 'large' }, context)).toBe('unknown');
    expect(evaluate({ persona: 'decider' }, context)).toBe('unknown');
  });

  test('[PRD1] a persona the lead names itself goes before any criterion', () => {
    const definitions = agreement();
    const extra = { id: 'user', label: 'Hands-on user', when: { field: 'role', contains: 'analyst' } };
    const history = [version({ ...definitions, personas: [...definitions.personas, extra] })];
    const lead = captured(NOW, { fields: { role: 'director', persona: 'hands-on user' } });
    const { context } = read([lead], NOW, { history });
    expect(context.personas().id).toBe('user');
    expect(evaluate({ persona: 'decider' }, context)).toBe('unmet');
  });
});
