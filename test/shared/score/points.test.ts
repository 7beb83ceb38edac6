/** The numbers criteria compare against those the state shows with its explanation. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fold } from '../../../shared/lead/fold.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { agreement, read, ROOM, version } from '../lead/agreement.ts';
import { instant, story } from '../lead/arbitrary.ts';

vi.setConfig(patience);

const decay = { losePercent: 33.3, everyDays: 11 };
const { scoring } = agreement();
/** Every way a rule can count, with sums that round and clamp. */
const groups = scoring.groups.map((group) =>
  group.kind === 'fit'
    ? group
    : {
        ...group,
        rules: [
          ...group.rules,
          { id: 'each', label: 'Signal', points: 3, signal: 'pricing', count: 'each' as const, decay },
          { id: 'newest', label: 'Signal', points: -7, signal: 'careers', count: 'once' as const, decay },
          {
            id: 'page',
            label: 'Signal',
            points: 5,
            signal: 'pricing',
            where: [{ property: 'page', startsWith: '/plans' }],
            count: 'once' as const,
          },
        ],
      },
);
const history = [version(agreement({ scoring: { ...scoring, groups } }))];

test('[SCO3] criteria compare the numbers that are shown', () => {
  fc.assert(
    fc.property(story, instant, (told, now) => {
      const { shown, fit, engagement } = fold(told, history, ROOM, now).score;
      expect(read(told, now, { history }).context.score()).toEqual({ score: shown, fit, engagement });
    }),
    { numRuns: RUNS },
  );
});
