/** Where each step of the first week stands, by what the workspace tells. */
import { describe, expect, test } from 'vitest';
import type { FirstWeekResponse } from '../../shared/protocol/firstWeek.ts';
import { standings, STEPS } from '../../worker/console/firstWeek/steps.ts';

const EMPTY: FirstWeekResponse = {
  imports: { done: 0, running: null },
  leads: 0,
  backlog: 0,
  releasable: 0,
  left: { won: 0, lost: 0 },
  releasing: false,
  trial: true,
  trialEndsAt: null,
  version: 1,
  effectiveAt: 0,
  previous: null,
  draft: null,
  previewed: null,
};
const DRAFT: NonNullable<FirstWeekResponse['draft']> = {
  hash: 'h',
  author: 'mia',
  savedAt: 0,
  signers: [],
  signed: [],
  complete: false,
  faults: 0,
  same: false,
};
const previewed = { at: 0, by: 'mia', leads: 5 };

describe('[TRI1] the first step that is not done is the one to do now', () => {
  test.each<[string, Partial<FirstWeekResponse>, string]>([
    ['nothing at all', {}, 'now waiting waiting waiting waiting'],
    ['leads', { leads: 5 }, 'done now waiting waiting waiting'],
    // A draft that says what is in force proposes nothing yet.
    ['the same again', { leads: 5, draft: { ...DRAFT, same: true } }, 'done now waiting waiting waiting'],
    ['a draft', { leads: 5, draft: DRAFT }, 'done done now waiting waiting'],
    ['tried', { leads: 5, draft: DRAFT, previewed }, 'done done done now waiting'],
    ['signed', { leads: 5, draft: { ...DRAFT, complete: true }, previewed }, 'done done done done now'],
    // Signed untried: the preview is still worth its while.
    ['signed unseen', { leads: 5, draft: { ...DRAFT, complete: true } }, 'done done now done waiting'],
    ['published for later', { leads: 5, trialEndsAt: 9 }, 'done done done done done'],
    ['in force', { trial: false, trialEndsAt: 1, version: 2 }, 'done done done done done'],
  ])('%s', (_, changes, expected) => {
    const standing = standings({ ...EMPTY, ...changes });
    expect(STEPS.map((step) => standing[step]).join(' ')).toBe(expected);
  });
});
