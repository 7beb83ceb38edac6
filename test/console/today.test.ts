/**
 * What Today shows, counted by hand: eight hand-offs of one March whose every number can be read off
 * the story, told to the reports and read as the screen reads them.
 */
import { describe, expect, test } from 'vitest';
import { ReportsResponse, type ReportName } from '../../shared/protocol/reports.ts';
import { attemptsReport } from '../../shared/target/attemptsPerLead.ts';
import { complianceReport } from '../../shared/target/compliance.ts';
import { dispositionsReport } from '../../shared/target/dispositions.ts';
import { funnelReport } from '../../shared/target/funnel.ts';
import { pacingReport } from '../../shared/target/pace.ts';
import { type Report, runReport } from '../../shared/target/report.ts';
import { speedReport } from '../../shared/target/speed.ts';
import { todayReport } from '../../shared/target/today.ts';
import { workedReport } from '../../shared/target/worked.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { shared } from '../../worker/console/today/shared.ts';
import { ASKED, figuresOf } from '../../worker/console/today/figures.ts';
import { DEFINITIONS, LEADS, NOW, SCOPE } from './marchStory.ts';

/** As the worker answers it. */
function answered() {
  const reports = {
    today: todayReport(SCOPE),
    compliance: complianceReport(SCOPE),
    worked: workedReport(SCOPE),
    speed: speedReport(SCOPE),
    pacing: pacingReport(SCOPE, 'mqls', 0),
    funnel: funnelReport(SCOPE),
    dispositions: dispositionsReport(SCOPE),
    attempts: attemptsReport(SCOPE),
  } satisfies Partial<Record<ReportName, Report<unknown>>>;
  const answers = Object.entries(reports).map(([report, one]) => {
    const read: unknown = runReport<unknown>(one, LEADS);
    const figures = Array.isArray(read) ? null : read;
    const rows = Array.isArray(read) ? read : [];
    const none = { team: null, segment: null, owner: null, source: null, from: null, to: null };
    return { report, asOf: NOW, ...none, version: 1, trial: false, figures, rows, cells: [] };
  });
  return ReportsResponse.parse(JSON.parse(JSON.stringify({ reports: answers })));
}

describe('what needs somebody now', () => {
  test.each([
    ['each has its share', [5, 5, 5], [3, 3, 3]],
    ['what one does not need goes to the first that does', [9, 1, 4], [5, 1, 3]],
    ['the last has what the others leave', [0, 1, 20], [0, 1, 8]],
    ['all there is', [1, 0, 2], [1, 0, 2]],
  ])('%s', (_, lengths, expected) => {
    const lists = lengths.map((length, list) => Array.from({ length }, (__, place) => `${list}.${place}`));
    const kept = lists.map((list, place) => list.slice(0, expected[place]));
    expect(shared(lists, 9)).toEqual(kept.flat());
  });
});

describe('Today', () => {
  const figures = figuresOf(answered(), DEFINITIONS);

  test('asks for no report this test does not count', () => {
    expect(answered().reports.map(({ report }) => report)).toEqual(expect.arrayContaining([...ASKED]));
  });

  test('[TGT4] first response in time: six of eight, c late and e never', () => {
    expect(figures.firstResponse).toEqual({ hits: 6, n: 8, share: 6 / 8 });
  });

  test('[TGT2] worked: six of the seven that are settled, f in progress', () => {
    expect(figures.worked).toMatchObject({ hits: 6, n: 7, share: 6 / 7, inProgress: 1 });
  });

  test('[TGT4] median response: 1, 1, 1, 2, 2, 3 and 6 hours', () => {
    expect(figures.speed?.whole).toMatchObject({ n: 7, median: 2 * HOUR_MS });
    expect(figures.speed?.machine?.median).toBe(0);
    expect(figures.speed?.human.median).toBe(2 * HOUR_MS);
  });

  test('[TGT4] returns: not now twice, no fit once, the most first', () => {
    expect(figures.returns).toEqual([
      { reason: 'not_now', n: 2 },
      { reason: 'no_fit', n: 1 },
    ]);
    expect(figures.answers?.answers).toEqual({ accepted: 0, recycled: 2, disqualified: 1 });
  });

  test('[TGT4][TGT5] each person: promises of theirs, and attempts on what is settled of theirs', () => {
    expect(figures.people.toSorted((one, other) => (one.person < other.person ? -1 : 1))).toEqual([
      {
        person: 'bruno',
        inTime: { hits: 3, n: 5, share: 3 / 5 },
        policies: ['first_response-default'],
        // a, c, g and h once, e never.
        attempts: { mean: 4 / 5, n: 5 },
      },
      {
        person: 'carla',
        inTime: { hits: 3, n: 3, share: 1 },
        policies: ['first_response-default'],
        // b twice, d once; f is not settled.
        attempts: { mean: 3 / 2, n: 2 },
      },
    ]);
  });

  test('[TGT4] eight were delivered; of e somebody is late still', () => {
    expect(figures.pacing?.actual).toBe(8);
    expect(figures.funnel?.leads).toBe(8);
    expect(figures.today).toMatchObject({ late: 1, atRisk: 0 });
  });
});
