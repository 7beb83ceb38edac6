/** The scores beside the scoring table: those of the fold, by hand, and their explanation to the point. */
import { expect, test } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { linesOf, scoresOf } from '../../../worker/console/draft/forms/scoring/scores.ts';
import { DAY_MS } from '../../../shared/time.ts';
import {
  agreement,
  at,
  captured,
  HISTORY,
  LEAD,
  ROOM,
  signal,
  version,
} from '../../shared/lead/agreement.ts';

const NOW = at('2026-03-10', '12:00');
const facts = [
  captured(NOW - 5 * DAY_MS, { fields: { employees: 60, industry: 'health' } }),
  signal('demo', NOW - 2 * DAY_MS),
];
const ground = { leadId: LEAD, revision: 1, facts, history: HISTORY, room: ROOM };

/** The same agreement with other points for a rule. */
function pointsOf(rule: string, points: number): Definitions {
  const { scoring } = agreement();
  const groups = scoring.groups.map((group) =>
    group.kind === 'fit'
      ? { ...group, rules: group.rules.map((one) => (one.id === rule ? { ...one, points } : one)) }
      : { ...group, rules: group.rules.map((one) => (one.id === rule ? { ...one, points } : one)) },
  );
  return agreement({ scoring: { ...scoring, groups } });
}

test('[SCO3] now is what the fold says; with the draft it is by the draft’s points', () => {
  const { before, after } = scoresOf(ground, pointsOf('size', 13), NOW);
  expect(before).toEqual(fold(facts, HISTORY, ROOM, NOW).score);
  expect(before.rules.find(({ id }) => id === 'size')?.shown).toBe(20);
  expect(after.shown).toBe(before.shown - 7);
});

test('[SCO4] the lines add up to both scores, and leave out what gives nothing in either', () => {
  const draft = pointsOf('size', 90);
  const scores = scoresOf(ground, { ...draft, scoring: { ...draft.scoring, max: 35 } }, NOW);
  const lines = linesOf(scores);
  const sum = (side: 'before' | 'after') => lines.reduce((total, line) => total + line[side], 0);
  expect(sum('before')).toBe(scores.before.shown);
  expect(sum('after')).toBe(scores.after.shown);
  expect(scores.after.shown).toBe(35);
  expect(lines.every(({ before, after }) => before !== 0 || after !== 0)).toBe(true);
});

test('what else the draft changes does not matter to a score: only its parts of it do', () => {
  const draft = agreement({ calendars: {}, workspaceCalendar: 'none', policies: [] });
  const { before, after } = scoresOf(ground, draft, NOW);
  expect(after).toEqual(before);
});

test('only the version in force is replaced: what was in force before stays', () => {
  const older = version(pointsOf('size', 1), { version: 1, effectiveAt: NOW - 9 * DAY_MS });
  const [current] = HISTORY;
  const newer = { ...(current ?? older), version: 2, effectiveAt: NOW - DAY_MS };
  const { before, after } = scoresOf({ ...ground, history: [older, newer] }, pointsOf('size', 13), NOW);
  expect(before.rules.find(({ id }) => id === 'size')?.shown).toBe(20);
  expect(after.rules.find(({ id }) => id === 'size')?.shown).toBe(13);
});
