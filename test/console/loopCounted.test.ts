/**
 * The closed loop of one March, counted by hand: seven leads whose every number on the screen can be read
 * off the story, told to the reports and read as the screen reads them.
 */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../shared/lead/facts.ts';
import { ReportsResponse, type ReportName } from '../../shared/protocol/reports.ts';
import { dispositionsReport } from '../../shared/target/dispositions.ts';
import { leaksReport } from '../../shared/target/leaks.ts';
import { qualityReport } from '../../shared/target/quality.ts';
import { recycledReport } from '../../shared/target/recycled.ts';
import { type Report, runReport } from '../../shared/target/report.ts';
import type { Share } from '../../shared/target/share.ts';
import { DAY_MS } from '../../shared/time.ts';
import { ASKED, figuresOf } from '../../worker/console/loop/figures.ts';
import { at, attempt, fact } from '../shared/lead/agreement.ts';
import { answer, deal, handedOff, leadOf, scopeAt, stageSet } from '../shared/target/leads.ts';

const day = (on: string) => at(`2026-03-${on}`, '10:00');
const NOW = at('2026-04-15');
/** The first opening of the day agreed for a return: a Wednesday. */
const RETURN = at('2026-03-18', '09:00');

function lead(id: string, source: string, campaign: string | undefined, ...happened: readonly Fact[]) {
  const first = { source, ...(campaign === undefined ? {} : { campaign }) };
  const owned = fact('owner.assigned', day('02'), { owner: 'bruno' });
  return leadOf(id, [...handedOff(day('02'), first), owned, ...happened], NOW, {}, [RETURN]);
}

const spoke = attempt(at('2026-03-02', '11:00'), 'bruno', { outcome: 'connected' });
const JUNK = { answer: 'disqualified', reason: 'junk' } as const;
const LATER = { answer: 'recycled', reason: 'no_budget' } as const;
const contested = (id: string, outcome: 'overturned' | 'upheld') => [
  fact(
    'handoff.contested',
    day('04'),
    { handoff: `h:${id}:1`, evidence: 'asked for a price' },
    { actor: 'ada' },
  ),
  fact('handoff.decided', day('05'), { handoff: `h:${id}:1`, outcome }, { actor: 'rita' }),
];

const LEADS = [
  // Taken, and an SQL two days later.
  lead(
    'a',
    'web',
    'spring',
    spoke,
    answer('a', day('03'), { answer: 'accepted' }),
    stageSet('sql', day('05')),
  ),
  // Taken by Carla, no further.
  lead('b', 'web', 'spring', spoke, answer('b', day('03'), { answer: 'accepted' }, 'carla')),
  // Turned down; the referee gave it back to sales, which has not tried it yet.
  lead('c', 'web', 'autumn', answer('c', day('03'), JUNK), ...contested('c', 'overturned')),
  // Turned down by Carla, contested in vain.
  lead('d', 'fair', undefined, spoke, answer('d', day('03'), JUNK, 'carla'), ...contested('d', 'upheld')),
  // Given back, nurtured, handed off again fifteen days later, taken without a try, and won.
  lead(
    'e',
    'fair',
    undefined,
    spoke,
    answer('e', day('03'), { ...LATER, toStage: 'lead', returnOn: '2026-03-18' }),
    fact('nurture.started', day('04'), {}),
    answer('e', day('19'), { answer: 'accepted' }, 'bruno', 2),
    deal(day('25')),
  ),
  // Given back by Carla, and forgotten.
  lead('f', 'fair', undefined, spoke, answer('f', day('03'), LATER, 'carla')),
  // Nobody tried it.
  lead('g', 'web', undefined),
];

const SCOPE = { ...scopeAt(NOW), window: { start: at('2026-03-01'), end: at('2026-04-01') } };
const REPORTS = {
  dispositions: dispositionsReport(SCOPE),
  quality: qualityReport(SCOPE),
  recycled: recycledReport(SCOPE),
  leaks: leaksReport(SCOPE),
} satisfies Partial<Record<ReportName, Report<unknown>>>;

/** As the worker answers it. */
function answered(): ReportsResponse {
  const none = { team: null, segment: null, owner: null, source: null, from: null, to: null };
  const reports = Object.entries(REPORTS).map(([report, one]) => {
    const rows = runReport<unknown>(one, LEADS);
    return { report, asOf: NOW, ...none, version: 1, trial: false, figures: null, rows, cells: [] };
  });
  return ReportsResponse.parse(JSON.parse(JSON.stringify({ reports })));
}

const of = ({ hits, n }: Share) => `${hits}/${n}`;

describe('the closed loop', () => {
  const figures = figuresOf(answered());

  test('asks for no report this test does not count', () => {
    expect(Object.keys(REPORTS).toSorted()).toEqual([...ASKED].toSorted());
  });

  test('[TGT4] the tiles: three of six first answers taken, one of eight hand-offs an SQL, two of four returns contested, one of two overturned', () => {
    expect(figures).toMatchObject({
      accepted: { hits: 3, n: 6 },
      qualified: { hits: 1, n: 8 },
      contested: { hits: 2, n: 4 },
      overturned: { hits: 1, n: 2 },
      answered: 6,
    });
  });

  const brought = (by: 'source' | 'campaign') =>
    figures.origins[by].map(({ of: name, qualified, accepted, returned, ...rest }) => [
      name,
      `handed over ${qualified.n}`,
      `accepted ${of(accepted)}`,
      `SQL ${of(qualified)}`,
      `returned ${returned}`,
      `contested ${of(rest.contested)}`,
      `overturned ${of(rest.overturned)}`,
    ]);

  test('[TGT4] what each source brought, the return that was overturned in no source’s figures but that', () => {
    expect(brought('source')).toEqual([
      ['fair', 'handed over 4', 'accepted 1/4', 'SQL 0/4', 'returned 3', 'contested 1/3', 'overturned 0/1'],
      ['web', 'handed over 4', 'accepted 2/2', 'SQL 1/4', 'returned 0', 'contested 1/1', 'overturned 1/1'],
    ]);
  });

  test('[TGT4] and each campaign, those of none together', () => {
    expect(brought('campaign')).toEqual([
      [null, 'handed over 5', 'accepted 1/4', 'SQL 0/5', 'returned 3', 'contested 1/3', 'overturned 0/1'],
      ['spring', 'handed over 2', 'accepted 2/2', 'SQL 1/2', 'returned 0', 'contested 0/0', 'overturned 0/0'],
      ['autumn', 'handed over 1', 'accepted 0/0', 'SQL 0/1', 'returned 0', 'contested 1/1', 'overturned 1/1'],
    ]);
  });

  test('[TGT1] the interval behind each share, Wilson’s of 2 in 2 and of 1 in 4', () => {
    const [fair, web] = figures.origins.source;
    const between = (share: Share | undefined) => [share?.low, share?.high].map((end) => end?.toFixed(3));
    expect(between(web?.accepted)).toEqual(['0.342', '1.000']);
    expect(between(fair?.accepted)).toEqual(['0.046', '0.699']);
  });

  test('[TGT4] why leads came back, and how much of it was contested and overturned', () => {
    const told = figures.reasons.map(({ of: reason, answers, ...rest }) => [
      reason,
      answers.recycled,
      answers.disqualified,
      of(rest.contested),
      of(rest.overturned),
    ]);
    expect(told).toEqual([
      ['no_budget', 2, 0, '0/2', '0/0'],
      ['junk', 0, 1, '2/2', '1/2'],
    ]);
  });

  test('[TGT5] each person’s answers, without the one that was overturned', () => {
    const told = figures.people.map(({ of: person, answers, accepted }) => [person, answers, of(accepted)]);
    expect(told).toEqual([
      ['bruno', { accepted: 2, recycled: 1, disqualified: 0 }, '2/3'],
      ['carla', { accepted: 1, recycled: 1, disqualified: 1 }, '1/3'],
    ]);
  });

  test('[TGT4] recycled: one of two came back, at the first opening of the day agreed, and was won', () => {
    const away = RETURN - day('03');
    const told = figures.recycled.map((row) => [
      row.by,
      row.of,
      of(row.cameBack),
      of(row.won),
      row.away.median,
    ]);
    expect(told).toEqual([
      ['all', null, '1/2', '1/1', away],
      ['source', 'fair', '1/2', '1/1', away],
    ]);
    expect(Math.round((away / DAY_MS) * 10) / 10).toBe(15);
  });

  test('[TGT4] leaks: two of the web never tried, nor the second hand-off of the fair’s; one of its never nurtured', () => {
    const told = figures.leaks.map(({ leak, n, sources }) => [
      leak,
      n,
      sources.map(({ source, n: own }) => [source, own]),
    ]);
    expect(told).toEqual([
      [
        'no_attempt',
        3,
        [
          ['web', 2],
          ['fair', 1],
        ],
      ],
      ['never_nurtured', 1, [['fair', 1]]],
    ]);
  });
});
