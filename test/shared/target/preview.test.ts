/** What an agreement would do to leads (DEF2): moves, deadlines, and the hand-offs it would bring (TGT6). */
import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { countOf, movesOf, previewMarks } from '../../../shared/target/preview.ts';
import { addMark, cellOf, tableOf } from '../../../shared/target/table.ts';
import { tryUnder } from '../../../shared/target/tried.ts';
import {
  agreement,
  at,
  captured,
  everyPolicy,
  fact,
  live,
  ROOM,
  signal,
  stricter,
  version,
} from '../lead/agreement.ts';

const BEGIN = at('2026-03-02', '10:00');
const NOW = at('2026-03-03', '11:00');
const good = { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' };
const hand = { actor: 'bruno', observer: 'hand' } as const;
const policies = everyPolicy();
const running = { leads: 'moveBack', clocks: 'running' } as const;

/** The table of leads that lived under one agreement, tried under another published now. */
function tried(
  next: Definitions,
  leads: readonly (readonly Fact[])[],
  now = NOW,
  first = agreement({ policies }),
) {
  const history = [version(first)];
  const published = { version: 2, effectiveAt: now, publishedAt: now, choices: running };
  const table = tableOf();
  for (const facts of leads) {
    const all = live(facts, now, { history });
    const before = tryUnder(all, history, ROOM, now);
    const after = tryUnder(all, [...history, version(next, published)], ROOM, now);
    const window = { start: at('2026-03-01'), end: at('2026-04-01') };
    for (const mark of previewMarks(before, after, window, 5)) addMark(table, mark);
  }
  return table;
}

const byScore = [captured(BEGIN, { fields: good }), signal('pricing', BEGIN)];
const asked = [captured(BEGIN), signal('demo', BEGIN)];
const byHand = [captured(BEGIN), fact('stage.set', BEGIN, { stage: 'mql' }, hand)];

describe('[DEF2] a preview', () => {
  test('of the same agreement moves nobody and no deadline', () => {
    const table = tried(agreement({ policies }), [byScore, asked, byHand]);
    expect(movesOf(table)).toEqual([]);
    for (const what of ['begun', 'ended', 'late', 'earlier', 'later']) {
      expect(countOf(table, [what]) + countOf(table, ['shift', what])).toBe(0);
    }
    expect(cellOf(table, ['expected', 'after'])).toMatchObject({ n: 3, sum: 15 });
  });

  test('says who moves where, and which promises end with that', () => {
    const table = tried({ ...stricter(), policies }, [byScore, asked, byHand]);
    expect(movesOf(table)).toEqual([{ from: 'mql', to: 'lead', n: 1 }]);
    expect(countOf(table, ['ended'])).toBe(1);
    expect(countOf(table, ['stage', 'mql', 'before'])).toBe(3);
    expect(countOf(table, ['stage', 'mql', 'after'])).toBe(2);
    expect(cellOf(table, ['expected', 'before']).n).toBe(3);
    expect(cellOf(table, ['expected', 'after']).n).toBe(2);
  });

  test('says which deadlines come earlier or later, and by how much', () => {
    const hours = (businessHours: number) =>
      policies.map((policy) =>
        policy.kind === 'acceptance' ? { ...policy, target: { businessHours } } : policy,
      );
    const first = agreement({ policies: hours(20) });
    const shift = (businessHours: number) => {
      const table = tried(agreement({ policies: hours(businessHours) }), [asked], NOW, first);
      return ['earlier', 'later'].map((way) => [
        countOf(table, ['shift', way]),
        cellOf(table, ['clock', 'acceptance', way]).times?.sum ?? null,
      ]);
    };
    // Two hours are over: they count from the publish, Tuesday 11:00, instead of Wednesday 12:00.
    expect(shift(2)).toEqual([
      [1, 23 * 3_600_000],
      [0, null],
    ]);
    expect(shift(22)).toEqual([
      [0, null],
      [1, 2 * 3_600_000],
    ]);
    expect(shift(20)).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  test('says what begins, and who is late by it', () => {
    const silent = agreement({ policies: [] });
    const lead = [captured(NOW - 60_000), signal('demo', NOW)];
    const begun = tried(agreement({ policies }), [lead], NOW, silent);
    expect(countOf(begun, ['begun'])).toBe(1);
    expect(countOf(begun, ['late'])).toBe(0);
    const late = [captured(BEGIN), signal('demo', BEGIN)];
    const wall = policies.map((policy) =>
      policy.kind === 'brief_completion' ? { ...policy, target: { minutes: 5 } } : policy,
    );
    expect(countOf(tried(agreement({ policies: wall }), [late]), ['late'])).toBe(0);
  });

  test('counts those the agreement lets in, with the attempts it asks', () => {
    const easier = agreement({ policies: policies.filter(({ kind }) => kind !== 'cadence') });
    const stages = easier.stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { field: 'name', known: true } as const } : stage,
    );
    const known = [captured(BEGIN, { fields: { name: 'Ana' } })];
    const table = tried({ ...easier, stages }, [known]);
    expect(movesOf(table)).toEqual([{ from: 'lead', to: 'mql', n: 1 }]);
    expect(cellOf(table, ['expected', 'before']).n).toBe(0);
    expect(cellOf(table, ['expected', 'after'])).toMatchObject({ n: 1, sum: 1 });
  });

  test('knows no more of those its criteria or signals no longer hand over', () => {
    const { stages } = agreement();
    const without = stages.map(({ fastTrack: _, ...stage }) =>
      stage.id === 'mql' ? { ...stage, criteria: { field: 'budget', known: true } as const } : stage,
    );
    const table = tried(agreement({ policies, stages: without }), [byScore, asked, byHand]);
    expect(cellOf(table, ['expected', 'before']).n).toBe(3);
    expect(cellOf(table, ['expected', 'after']).n).toBe(1);
    const fast = tried(agreement({ policies }), [[...asked, fact('lead.changed', BEGIN, { fields: good })]]);
    expect(cellOf(fast, ['expected', 'after']).n).toBe(1);
  });
});
