/** What an import shows of how leads were treated, one lead a leak. */
import { expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { auditReport, type Audited } from '../../../shared/target/audit.ts';
import { inCell, leadsBehind, runReport } from '../../../shared/target/report.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { at, attempt, captured, fact, signal } from '../lead/agreement.ts';
import { answer, deal, leadOf, scopeAt, stageSet } from './leads.ts';

/** A Monday; those in health are promised a first response in one open hour. */
const CAME = at('2026-03-02', '10:00');
const NOW = at('2026-04-10', '12:00');

const imported = (source: string | null, fields: Record<string, string | number> = {}): Fact =>
  captured(CAME, {
    cause: 'import',
    fields: { name: 'Ana', ...fields },
    ...(source === null ? {} : { source }),
  });
/** Good enough for sales: 35 points of profile and 10 of interest, 120 people. */
const READY = { industry: 'health', employees: 120 };
const ready = (source: string | null = 'ads') => [
  imported(source, READY),
  fact('signal.seen', CAME, { signal: 'pricing' }),
];
const owned = () => fact('owner.assigned', CAME, { owner: 'bruno' });

const LEADS: Readonly<Record<string, readonly Fact[]>> = {
  fine: [...ready(), owned(), attempt(CAME + HOUR_MS / 2, 'bruno')],
  nobodys: [...ready(), attempt(CAME + HOUR_MS, 'bruno')].filter(({ kind }) => kind !== 'owner.assigned'),
  untried: [...ready(), owned()],
  machine: [...ready(), owned(), attempt(CAME + HOUR_MS, 'bruno', { automatic: true })],
  late: [...ready(), owned(), attempt(CAME + 2 * HOUR_MS, 'bruno')],
  /** In time to the minute. */
  close: [...ready(), owned(), attempt(CAME + HOUR_MS, 'someone-who-left')],
  sourceless: [...ready(null), owned(), attempt(CAME + HOUR_MS, 'bruno')],
  cameBack: [...ready(), owned(), attempt(CAME + HOUR_MS, 'bruno', { channel: 'email', outcome: 'bounced' })],
  refuses: [...ready(), owned(), attempt(CAME + HOUR_MS, 'bruno', { outcome: 'refused' })],
  /** Not good enough for sales: nobody need have tried. */
  young: [imported('ads'), owned()],
  /** Not imported, a customer, turned down: not open, or not the import's. */
  own: [captured(CAME)],
  customer: [...ready(null), stageSet('customer', CAME + HOUR_MS)],
  sold: [...ready(null), deal(CAME + HOUR_MS)],
  lost: [...ready(null), deal(CAME + HOUR_MS, { outcome: 'lost' })],
};

const leads = Object.entries(LEADS).map(([id, facts]) => leadOf(id, facts, NOW));
const report = auditReport(scopeAt(NOW));

function behind(leak: Audited): readonly string[] {
  return [...leadsBehind(report, leads, inCell([leak]))].toSorted();
}

test('[TGT4] [TRI2] each leak with its leads, and the share it is of', () => {
  expect(behind('no_owner')).toEqual(['nobodys']);
  expect(behind('never_tried')).toEqual(['machine', 'untried']);
  expect(behind('tried_late')).toEqual(['late']);
  expect(behind('no_source')).toEqual(['sourceless']);
  expect(behind('bounced')).toEqual(['cameBack']);
  expect(behind('refused')).toEqual(['refuses']);
  const rows = Object.fromEntries(runReport(report, leads).map(({ leak, leads: share }) => [leak, share]));
  expect(rows['no_owner']).toMatchObject({ hits: 1, n: 10 });
  // Young was never ready for sales: nine were.
  expect(rows['never_tried']).toMatchObject({ hits: 2, n: 9 });
});

test('what was turned down is over, and leaks nothing any more', () => {
  const told = [
    imported('ads'),
    signal('demo', CAME + HOUR_MS),
    answer('gone', CAME + 2 * HOUR_MS, { answer: 'disqualified', reason: 'no_fit' }),
  ];
  expect(runReport(report, [leadOf('gone', told, NOW)]).every(({ leads: { n } }) => n === 0)).toBe(true);
});
