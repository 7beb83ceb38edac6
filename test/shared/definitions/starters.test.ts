import { expect, test } from 'vitest';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { STARTERS } from '../../../shared/definitions/starters.ts';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';

test.each(LANGUAGES)('[DEF6] the starter agreement in %s is one the worker would publish', (language) => {
  const starter = STARTERS[language];
  expect(Definitions.safeParse(starter).error?.issues ?? []).toEqual([]);
  expect(starter.language).toBe(language);
});

test('[DEF6] every name a starter uses is one it defines', () => {
  for (const starter of Object.values(STARTERS)) {
    const stages = starter.stages.map(({ id }) => id);
    const lists = Object.keys(starter.lists);
    const text = JSON.stringify(starter);
    for (const [, list] of text.matchAll(/"inList":"([^"]+)"/g)) expect(lists).toContain(list);
    const signals = starter.signals.map(({ id }) => id);
    for (const [, signal] of text.matchAll(/"signal":"([^"]+)"/g)) expect(signals).toContain(signal);
    const fields = [...starter.fields.map(({ id }) => id), 'name', 'company'];
    for (const [, field] of text.matchAll(/"field":"([^"]+)"/g)) expect(fields).toContain(field);
    for (const policy of starter.policies) expect(Object.keys(starter.calendars)).toContain(policy.calendar);
    expect(stages).toContain(starter.handoff.stage);
    expect(stages).toContain(starter.handoff.acceptedStage);
  }
});
