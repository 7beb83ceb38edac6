import type { BacklogWords } from './words.ts';

export const en: BacklogWords = {
  left: {
    one: '# more stays as it is, for there is nothing left to sell:',
    other: '# more stay as they are, for there is nothing left to sell:',
  },
  won: { one: 'the deal of # is won', other: 'the deals of # are won' },
  lost: { one: 'the deal of # is lost', other: 'the deals of # are lost' },
};
