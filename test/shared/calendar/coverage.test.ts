import { expect, test } from 'vitest';
import { coverageOf } from '../../../shared/calendar/coverage.ts';

const dated = (...dates: string[]) => ({ holidays: dates.map((on) => ({ on, label: on })) });

test('[CAL1] dated holidays run out, and it is said while there are fewer than three whole months', () => {
  const today = '2026-10-15';
  expect(coverageOf(dated(), today)).toEqual({ kind: 'none' });
  expect(coverageOf(dated('2026-09-07', '2026-01-01'), today)).toEqual({
    kind: 'over',
    lastOn: '2026-09-07',
  });
  expect(coverageOf(dated('2026-10-15'), today)).toEqual({ kind: 'ending', lastOn: '2026-10-15' });
  expect(coverageOf(dated('2027-01-14', '2026-12-25'), today)).toEqual({
    kind: 'ending',
    lastOn: '2027-01-14',
  });
  expect(coverageOf(dated('2026-12-25', '2027-01-15'), today)).toEqual({
    kind: 'enough',
    lastOn: '2027-01-15',
  });
});
