/** A criterion in words leaves nothing out that it asks for. */
import { expect, test } from 'vitest';
import { criterionWords } from '../../../shared/definitions/change/criterion.ts';
import { tellingIn } from '../../../shared/definitions/change/telling.ts';
import type { Predicate } from '../../../shared/predicate/predicate.ts';
import { agreement } from '../lead/agreement.ts';

const telling = tellingIn(agreement(), 'en');

test.for<[Predicate, string]>([
  [{ signal: 'pricing' }, 'Viewed the pricing page'],
  [
    { signal: 'pricing', where: [{ property: 'page', startsWith: '/pricing' }], withinDays: 30 },
    'Viewed the pricing page in the last 30 days (page: starts with “/pricing”)',
  ],
  [
    {
      signal: 'demo',
      where: [
        { property: 'seats', atLeast: 10 },
        { property: 'plan', in: ['pro', 'team'] },
      ],
    },
    'Asked for a demo (seats ≥ 10 and plan: pro or team)',
  ],
  [{ not: { signal: 'demo', where: [{ property: 'test', is: true }] } }, 'not: Asked for a demo (test: yes)'],
])('[PRD1] %j', ([criterion, words]) => {
  expect(criterionWords(criterion, telling)).toBe(words);
});
