/** What a review looks back on by name, and the change a proposal carries out of one typed value (TGT7). */
import { describe, expect, test } from 'vitest';
import { apply } from '../../shared/definitions/apply.ts';
import { tellingIn } from '../../shared/definitions/change/telling.ts';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { reviewWords } from '../../shared/messages/consoleReview/index.ts';
import { ProposalRequest } from '../../shared/protocol/proposals.ts';
import { aboutWords, type Kind, topicsOf } from '../../worker/console/review/about.ts';
import { periodNamed, periodsFor, periodWords } from '../../worker/console/review/periods.ts';
import { changesFor, changesInWords, suggestionFor } from '../../worker/console/review/suggested.ts';

const definitions: Definitions = {
  ...STARTERS.en,
  goals: [{ id: 'volume', side: 'marketing', metric: 'mqls', target: 40, period: 'month' }],
};

describe('periods', () => {
  test.each([
    ['quarter', '2026-11-22', ['2026-Q4', '2026-10-01', '2026-12-31'], ['2026-Q4', '2026-Q3', '2026-Q2']],
    ['month', '2024-02-29', ['2024-02', '2024-02-01', '2024-02-29'], ['2024-02', '2024-01', '2023-12']],
    ['year', '2026-01-01', ['2026', '2026-01-01', '2026-12-31'], ['2026', '2025', '2024']],
  ] as const)('[TGT7] by %s as of %s', (every, today, [name, from, to], names) => {
    const firstOn = every === 'year' ? '2024-06-30' : every === 'quarter' ? '2026-06-30' : '2023-12-31';
    const periods = periodsFor(every, firstOn, today);
    expect(periods[0]).toEqual({ name, from, to });
    expect(periods.map((one) => one.name)).toEqual(names);
    expect(periodNamed(name)).toEqual({ name, from, to });
  });

  test('[TGT7] twelve at most, one at least; what is no period is none', () => {
    expect(periodsFor('month', '1999-01-01', '2026-11-22')).toHaveLength(12);
    expect(periodsFor('quarter', '2027-01-01', '2026-11-22').map(({ name }) => name)).toEqual(['2026-Q4']);
    for (const name of [null, '', '2026-Q5', '2026-13', '26', 'x'])
      expect([name, periodNamed(name)]).toEqual([name, null]);
  });

  test('[TGT7] said in each language', () => {
    const q4 = { name: '2026-Q4', from: '2026-10-01', to: '2026-12-31' };
    const november = { name: '2026-11', from: '2026-11-01', to: '2026-11-30' };
    expect(
      LANGUAGES.map((language) => periodWords(q4, reviewWords(language).pack, language)).toSorted(),
    ).toEqual(['Q4 2026', 'T4 de 2026', 'T4 de 2026']);
    expect(periodWords(november, reviewWords('es').pack, 'es')).toBe('noviembre de 2026');
  });
});

describe('the change a proposal carries', () => {
  const telling = tellingIn(definitions, 'en');
  const first = (kind: Kind) => topicsOf(kind, telling)[0]?.id ?? '';
  const suggest = (kind: Kind, typed: string) => changesFor(kind, first(kind), typed, definitions);
  const made = (kind: Kind, typed: string) => apply(definitions, suggest(kind, typed)) as Definitions;

  test('[TGT7] one value, in its own unit, and nothing else of the agreement', () => {
    const [rule] = definitions.scoring.groups[0]?.rules ?? [];
    expect(made('rule', ' 7 ').scoring.groups[0]?.rules[0]).toEqual({ ...rule, points: 7 });
    const [policy] = definitions.policies;
    const [unit = ''] = Object.keys(policy?.target ?? {});
    expect(made('policy', '3').policies[0]).toEqual({ ...policy, target: { [unit]: 3 } });
    expect(made('goal', '55').goals[0]?.target).toBe(55);
    expect(made('reason', 'No money').handoff.reasons[0]?.label).toBe('No money');
    for (const kind of ['rule', 'policy', 'goal', 'reason'] as const)
      expect([kind, suggest(kind, '3').length]).toEqual([kind, 1]);
  });

  test('[TGT7] none for what is empty, no number, or what holds already', () => {
    const points = definitions.scoring.groups[0]?.rules[0]?.points;
    expect(suggest('rule', String(points))).toEqual([]);
    expect(suggest('rule', 'many')).toEqual([]);
    expect(suggest('policy', '-4')).toEqual([]);
    expect(suggest('goal', '  ')).toEqual([]);
    expect(suggestionFor('stage', first('stage'), telling)).toBeNull();
    expect(suggestionFor('rule', 'nothing', telling)).toBeNull();
  });

  test('[TGT7] as the worker takes it, and as a person reads it', () => {
    const changes = [...suggest('goal', '55')];
    const request = { title: 'More', about: { kind: 'goal', id: 'volume' }, changes };
    expect(ProposalRequest.parse(request).changes).toEqual(changes);
    for (const language of LANGUAGES)
      expect(changesInWords(changes, definitions, language).join(' ')).toContain('40→55');
    // Still told once it is in force.
    expect(changesInWords(changes, made('goal', '55'), 'en').join(' ')).toContain('40→55');
  });

  test('[TGT7] what it touches is said by its name; what is gone, as gone', () => {
    const said = reviewWords('en').proposals;
    const [reason] = definitions.handoff.reasons;
    expect(aboutWords({ kind: 'reason', id: reason?.id }, telling, said)).toBe(
      `Reason for giving back: ${reason?.label}`,
    );
    expect(aboutWords({ kind: 'rule', id: 'gone' }, telling, said)).toBe(
      'Score rule: no longer in the agreement',
    );
    const lead = { id: 'a', name: 'Rafael', company: 'Sol' };
    expect(aboutWords({ kind: 'lead', id: 'a' }, telling, said, [lead])).toBe('Lead: Rafael · Sol');
    expect(aboutWords({ kind: 'lead', id: 'a' }, telling, said)).toBe('Lead: one you may not see');
  });
});
