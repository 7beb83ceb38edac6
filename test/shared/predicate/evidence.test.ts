/** How new the evidence behind a criterion is, when time may change it, and what each leaf answers for. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../shared/predicate/compile.ts';
import type { PredicateContext } from '../../../shared/predicate/context.ts';
import { changesAt, evaluate, evidenceAt } from '../../../shared/predicate/evaluate.ts';
import { explain } from '../../../shared/predicate/explain.ts';
import { missing } from '../../../shared/predicate/missing.ts';
import type { Leaf, Predicate } from '../../../shared/predicate/predicate.ts';
import { compareText } from '../../../shared/predicate/text.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { at, attempt, captured, fact, live, read, signal } from '../lead/agreement.ts';

const START = at('2026-03-02', '09:00');
const hour = (n: number) => START + n * HOUR_MS;
const NOW = hour(30);

const facts = live(
  [
    captured(START, { fields: { industry: 'health', product: 'suite', employees: 60 } }),
    signal('pricing', hour(1)),
    signal('pricing', hour(3)),
    fact('lead.changed', hour(4), { fields: { role: 'director' } }),
    fact('account.counted', hour(5), { personas: { decider: 2 }, stages: { mql: 1 } }),
    fact('stage.set', hour(6), { stage: 'mql' }, { actor: 'bruno', observer: 'hand' }),
    attempt(hour(7), 'bruno', { channel: 'call', outcome: 'connected' }),
    attempt(hour(8), 'bruno', { channel: 'email', outcome: 'sent' }),
    fact('lead.changed', hour(9), { addEmails: ['ana@second.example'] }),
  ],
  NOW,
);
const { context } = read(facts, NOW);
const bare = read([captured(START, { emails: [] })], NOW).context;

describe('evidence', () => {
  test.each<[Leaf, number | null]>([
    [{ field: 'role', is: 'director' }, hour(4)],
    [{ product: 'suite' }, START],
    [{ signal: 'pricing' }, hour(3)],
    [{ signal: 'demo' }, null],
    [{ emailDomain: true, in: ['second.example'] }, hour(9)],
    [{ attempts: true, times: 1 }, hour(8)],
    [{ attempts: true, channel: 'call', times: 1 }, hour(7)],
    [{ attempts: true, outcome: 'sent', times: 1 }, hour(8)],
    [{ attempts: true, outcome: 'refused', times: 1 }, null],
    [{ account: { persona: 'decider', atLeast: 1 } }, hour(5)],
    [{ segment: 'health' }, START],
    [{ persona: 'decider' }, hour(4)],
    [{ score: true, atLeast: 1 }, hour(3)],
    [{ stageIs: 'mql' }, null],
    [{ stageWas: 'mql' }, null],
  ])('[STG4] of %j is dated %s', (leaf, expected) => {
    expect(evidenceAt(leaf, context)).toBe(expected);
  });

  test('[STG4] that is missing has no date', () => {
    for (const leaf of [
      { product: 'suite' },
      { field: 'role', is: 'x' },
      { attempts: true, times: 1 },
      { account: { stage: 'mql', atLeast: 1 } },
      { emailDomain: true, in: ['x.example'] },
    ] as const)
      expect(evidenceAt(leaf as unknown as Leaf, bare)).toBeNull();
  });

  test('[STG4] is of the branches that hold, the newest of them', () => {
    const role = { field: 'role', is: 'director' };
    const product = { product: 'suite' };
    expect(evidenceAt({ all: [product, role] }, context)).toBe(hour(4));
    expect(evidenceAt({ any: [product, { field: 'role', is: 'analyst' }] }, context)).toBe(START);
    expect(evidenceAt({ any: [{ signal: 'pricing', times: 9 }] }, context)).toBeNull();
    expect(evidenceAt({ not: role }, context)).toBe(hour(4));
  });
});

describe('time', () => {
  const within = (withinDays: number, times = 1): Leaf => ({ signal: 'pricing', times, withinDays });

  test('[FCT5] takes a signal out of its window, the nearest one first', () => {
    expect(changesAt(within(3), context)).toBe(hour(3) + 3 * DAY_MS);
    expect(changesAt(within(3, 2), context)).toBe(hour(1) + 3 * DAY_MS);
    expect(changesAt(within(3, 3), context)).toBeNull();
    expect(changesAt({ signal: 'pricing' }, context)).toBeNull();
    expect(changesAt({ all: [within(3), within(5)] }, context)).toBe(hour(3) + 3 * DAY_MS);
    expect(changesAt({ any: [within(5), within(4)] }, context)).toBe(hour(3) + 4 * DAY_MS);
    expect(changesAt({ not: within(2) }, context)).toBe(hour(3) + 2 * DAY_MS);
  });

  test('[FCT5] that has passed is no instant to come', () => {
    const stale = { ...context, scoreChangesAt: () => context.now, groupsChangeAt: () => context.now - 1 };
    expect(changesAt({ score: true, atLeast: 1 }, stale)).toBeNull();
    expect(changesAt({ segment: 'health' }, stale)).toBeNull();
    expect(changesAt({ score: true, atLeast: 1 }, { ...stale, scoreChangesAt: () => context.now + 1 })).toBe(
      context.now + 1,
    );
  });

  test('[CLK9] alone can turn only what looks at it, and which way', () => {
    const ways = (predicate: Predicate) => {
      const { mayRise, mayFall, wantsMorePoints, wantsFewerPoints } = compile(predicate);
      return [mayRise, mayFall, wantsMorePoints, wantsFewerPoints].map(Number).join('');
    };
    expect(ways(within(3))).toBe('0100');
    expect(ways({ not: within(3) })).toBe('1000');
    expect(ways({ signal: 'pricing' })).toBe('0000');
    expect(ways({ score: true, atLeast: 3 })).toBe('0010');
    expect(ways({ fit: true, atMost: 3 })).toBe('0001');
    expect(ways({ not: { fit: true, atMost: 3 } })).toBe('0010');
    expect(ways({ segment: 'health' })).toBe('1100');
    expect(ways({ persona: 'decider' })).toBe('1100');
    expect(ways({ all: [{ product: 'suite' }, within(3), { score: true, atLeast: 3 }] })).toBe('0110');
    expect(ways({ any: [{ not: within(3) }, { engagement: true, atMost: 3 }] })).toBe('1001');
    for (const leaf of [{ stageIs: 'a' }, { attempts: true, times: 1 }, { product: 'x' }] as const)
      expect(ways(leaf as Predicate)).toBe('0000');
  });
});

test('[PRD1] a criterion says what it needs to know', () => {
  const parts: Predicate[] = [
    { field: 'role', is: 'x' },
    { product: 'suite' },
    { emailDomain: true, in: ['x'] },
    { signal: 'demo' },
    { score: true, atLeast: 1 },
    { segment: 'health' },
    { persona: 'decider' },
    { attempts: true, times: 1 },
    { stageWas: 'mql' },
    { account: { stage: 'mql', atLeast: 1 } },
  ];
  const asked = parts.map((part) => {
    const { fields, segments, personas, ...flags } = compile({ any: [part, { not: part }] }).needs;
    return [
      ...fields,
      ...segments,
      ...personas,
      ...Object.entries(flags).flatMap(([name, on]) => (on ? name : [])),
    ];
  });
  expect(asked.map((some) => some.join())).toEqual(
    'role product domains signals scores health decider attempts stages account'.split(' '),
  );
  expect([...compile({ all: parts }).needs.fields]).toEqual(['role', 'product']);
});

describe('leaves', () => {
  test('[SCO3] a score that is just being asked for is unknown', () => {
    const asking: PredicateContext = { ...context, score: () => null };
    expect(evaluate({ score: true, atLeast: 0 }, asking)).toBe('unknown');
    expect(evaluate({ not: { fit: true, atMost: 0 } }, asking)).toBe('unknown');
    expect(explain({ engagement: true, atMost: 0 }, asking)).toMatchObject({ seen: null });
  });

  test('[PRD2] unknown asks for a value; one that is there and does not match is unmet', () => {
    expect(evaluate({ product: 'other' }, context)).toBe('unmet');
    expect(evaluate({ account: { persona: 'user', atLeast: 1 } }, context)).toBe('unmet');
    expect(evaluate({ account: { stage: 'mql', atLeast: 1 } }, context)).toBe('met');
    expect(evaluate({ account: { stage: 'mql', atLeast: 2 } }, context)).toBe('unmet');
  });

  test('[PRD4] each says what it saw and wanted', () => {
    const seen = (leaf: Leaf, by = context) => explain(leaf, by);
    expect(seen({ account: { stage: 'mql', atLeast: 3 } })).toMatchObject({
      seen: 1,
      wanted: { operator: 'atLeast', value: 3 },
    });
    expect(seen({ account: { stage: 'sql', atLeast: 3 } })).toMatchObject({ seen: 0 });
    expect(seen({ account: { stage: 'sql', atLeast: 3 } }, bare)).toMatchObject({ seen: null });
    expect(seen({ stageIs: 'mql' })).toMatchObject({ seen: 'mql', wanted: { operator: 'is', value: 'mql' } });
    expect(seen({ field: 'role', known: false })).toMatchObject({
      wanted: { operator: 'known', value: false },
    });
    expect(seen({ emailDomain: true, in: ['x'] })).toMatchObject({
      wanted: { operator: 'in', value: ['x'] },
    });
    expect(seen({ emailDomain: true, inList: 'freeMail' })).toMatchObject({
      wanted: { operator: 'inList', value: 'freeMail' },
    });
    expect(seen({ attempts: true, times: 3 })).toMatchObject({
      seen: 2,
      counted: 2,
      newest: hour(8),
      wanted: { operator: 'atLeast', value: 3 },
    });
    expect(seen({ signal: 'pricing' })).toMatchObject({
      counted: 2,
      newest: hour(3),
      wanted: { operator: 'atLeast', value: 1 },
    });
    expect(seen({ signal: 'demo' })).toMatchObject({ counted: 0, newest: null });
    expect(seen({ segment: 'health' })).toMatchObject({
      seen: 'health',
      wanted: { operator: 'is', value: 'health' },
    });
    expect(seen({ persona: 'decider' })).toMatchObject({
      seen: 'decider',
      wanted: { operator: 'is', value: 'decider' },
    });
    expect(seen({ product: 'x' })).toMatchObject({ seen: 'suite', wanted: { operator: 'is', value: 'x' } });
    expect(seen({ engagement: true, atMost: 3 })).toMatchObject({ wanted: { operator: 'atMost', value: 3 } });
  });

  test('[PRD4] a group and a not keep the words of their author, or none', () => {
    expect(explain({ not: { product: 'x' }, label: 'Nothing yet' }, context)).toMatchObject({
      kind: 'not',
      label: 'Nothing yet',
    });
    expect(explain({ not: { product: 'x' } }, context)).toMatchObject({
      label: null,
      children: [{ path: '/not', label: null }],
    });
    expect(explain({ any: [{ product: 'x' }] }, context)).toMatchObject({ kind: 'any', label: null });
  });

  test('[PRD5] that a value would answer name its field; points name their gap', () => {
    const [set] = missing({ all: [{ product: 'x' }, { persona: 'y' }] }, bare);
    expect(set?.map(({ field, gap }) => [field, gap])).toEqual([
      ['product', null],
      ['persona', null],
    ]);
    const gaps = (leaf: Leaf) =>
      missing(leaf, bare)[0]?.map(({ gap, field }) => [gap?.want, gap?.rules.map(({ id }) => id), field]);
    expect(gaps({ fit: true, atLeast: 20 })).toEqual([[20, ['size'], null]]);
    expect(gaps({ engagement: true, atLeast: 10 })).toEqual([[10, ['pricing'], null]]);
    expect(gaps({ signal: 'demo' })).toEqual([[undefined, undefined, null]]);
    expect(missing({ not: { score: true, atMost: 0 } }, bare)[0]).toMatchObject([{ to: 'unmet', gap: null }]);
  });
});

test('[FCT6] text is ordered by code units', () => {
  expect(['b', 'Z', 'é', 'a', 'a'].toSorted(compareText)).toEqual(['Z', 'a', 'a', 'b', 'é']);
  expect([compareText('a', 'a'), compareText('a', 'b'), compareText('b', 'a')]).toEqual([0, -1, 1]);
});
