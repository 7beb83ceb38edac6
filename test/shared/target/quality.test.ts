/** How good what marketing handed over was (TGT4), told by where it came from, against a count by hand. */
import { expect, test } from 'vitest';
import { qualityReport } from '../../../shared/target/quality.ts';
import { inCell, leadsBehind, runReport } from '../../../shared/target/report.ts';
import { at, fact } from '../lead/agreement.ts';
import { answer, handedOff, leadOf, scopeAt, stageSet } from './leads.ts';

const day = (on: string, time = '10:00') => at(`2026-03-${on}`, time);
const NOW = at('2026-04-15');
const web = (campaign?: string) => ({ source: 'web', ...(campaign === undefined ? {} : { campaign }) });
const back = { answer: 'recycled', reason: 'no_budget' } as const;

const LEADS = [
  // Accepted and qualified.
  leadOf(
    'a',
    [
      ...handedOff(day('02'), web('spring')),
      answer('a', day('03'), { answer: 'accepted' }),
      stageSet('sql', day('05')),
    ],
    NOW,
  ),
  // Given back.
  leadOf('b', [...handedOff(day('02'), web('spring')), answer('b', day('03'), back)], NOW),
  // Not answered yet.
  leadOf('c', handedOff(day('02'), web()), NOW),
  // Given back, and the referee overturned it: no answer stands.
  leadOf(
    'd',
    [
      ...handedOff(day('02'), { source: 'fair' }),
      answer('d', day('03'), back),
      fact(
        'handoff.contested',
        day('04'),
        { handoff: 'h:d:1', evidence: 'asked for a price' },
        { actor: 'ada' },
      ),
      fact('handoff.decided', day('05'), { handoff: 'h:d:1', outcome: 'overturned' }, { actor: 'rita' }),
    ],
    NOW,
  ),
  // Brought by sales itself: not marketing's.
  leadOf(
    'e',
    [...handedOff(day('02'), { source: 'outbound' }), answer('e', day('03'), { answer: 'accepted' })],
    NOW,
  ),
];

test('[TGT4] acceptance and MQL → SQL by source and campaign, as counted by hand', () => {
  const rows = runReport(qualityReport(scopeAt(NOW)), LEADS);
  const told = rows.map(({ by, of, accepted, qualified }) => [
    [by, of].join(' '),
    `${accepted.hits}/${accepted.n}`,
    `${qualified.hits}/${qualified.n}`,
  ]);
  expect(told.filter(([cut]) => !cut?.startsWith('segment'))).toEqual(
    expect.arrayContaining([
      ['all ', '1/2', '1/4'],
      ['source web', '1/2', '1/3'],
      ['source fair', '0/0', '0/1'],
      ['campaign spring', '1/2', '1/2'],
      ['campaign ', '0/0', '0/2'],
    ]),
  );
  expect(rows.some(({ of }) => of === 'outbound')).toBe(false);
  expect(rows.every(({ accepted, qualified }) => !accepted.colour && !qualified.colour)).toBe(true);
});

test('[TGT4] each number opens its leads', () => {
  const behind = (row: readonly (string | null)[], hit?: boolean) => [
    ...leadsBehind(qualityReport(scopeAt(NOW)), LEADS, inCell(row, hit)),
  ];
  expect(behind(['accepted', 'source', 'web'])).toEqual(['a', 'b']);
  expect(behind(['accepted', 'source', 'web'], true)).toEqual(['a']);
  expect(behind(['qualified', 'all', null])).toEqual(['a', 'b', 'c', 'd']);
  expect(behind(['qualified', 'all', null], true)).toEqual(['a']);
});

test('[TGT4] each event counts in the period it falls into', () => {
  const scope = { ...scopeAt(NOW), window: { start: day('03', '00:00'), end: day('04', '00:00') } };
  const [all] = runReport(qualityReport(scope), LEADS);
  expect([all?.accepted.n, all?.qualified.n]).toEqual([2, 0]);
});
