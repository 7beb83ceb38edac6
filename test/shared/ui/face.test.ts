import { describe, expect, test } from 'vitest';
import type { ClockFace } from '../../../shared/ui/chipView.ts';
import { openBetween, openDayMs, shortDuration } from '../../../shared/ui/duration.ts';
import { clockFaceAt } from '../../../shared/ui/face.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
/** Monday 16 Nov 2026, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 10, 16);
/** Mon–Fri 09–12 and 13–18 in UTC. */
const OPEN = [0, 1, 2, 3, 4].flatMap((day): [number, number][] => [
  [MONDAY + day * DAY + 9 * HOUR, MONDAY + day * DAY + 12 * HOUR],
  [MONDAY + day * DAY + 13 * HOUR, MONDAY + day * DAY + 18 * HOUR],
]);

const DUE = MONDAY + 17.5 * HOUR;
const face = (some: Partial<ClockFace> = {}): ClockFace => ({
  kind: 'first_response',
  status: 'running',
  trial: false,
  startedAt: MONDAY + 13 * HOUR,
  dueAt: DUE,
  riskAt: DUE - 2 * HOUR,
  open: OPEN,
  words: { running: '{t}', late: 'late {t}', still: 'on time' },
  ...some,
});

describe('a running clock', () => {
  test.each([
    ['long before', DUE - 4.5 * HOUR, 'ok', '4 h 30'],
    ['a lunch break inside counts for nothing', MONDAY + 11.5 * HOUR, 'ok', '5 h'],
    ['a moment before risk', DUE - 2 * HOUR - 1, 'ok', '2 h 01'],
    ['from riskAt on', DUE - 2 * HOUR, 'risk', '2 h'],
    ['minutes only', DUE - 45 * MIN, 'risk', '45 min'],
    ['seconds round up', DUE - 30_000, 'risk', '1 min'],
  ])('[CLK1] %s', (_, now, tone, text) => {
    expect(clockFaceAt(face(), now)).toEqual({ tone, icon: 'timer', text });
  });

  test('[CLK6] equal is in time, one millisecond more is late', () => {
    expect(clockFaceAt(face(), DUE)).toEqual({ tone: 'risk', icon: 'timer', text: '0 min' });
    expect(clockFaceAt(face(), DUE + 1)).toEqual({ tone: 'late', icon: 'alert', text: 'late 1 min' });
  });

  test('without a warning it is never at risk', () => {
    expect(clockFaceAt(face({ riskAt: null }), DUE).tone).toBe('ok');
  });

  test('days are open days, as many as the open time left holds', () => {
    const due = MONDAY + 2 * DAY + 13.5 * HOUR;
    expect(clockFaceAt(face({ dueAt: due }), MONDAY + 13.5 * HOUR).text).toBe('2 d');
    expect(clockFaceAt(face({ dueAt: due }), MONDAY + 14 * HOUR).text).toBe('1 d');
    expect(clockFaceAt(face({ dueAt: due }), MONDAY + DAY + 13.5 * HOUR).text).toBe('1 d');
    expect(clockFaceAt(face({ dueAt: due }), MONDAY + DAY + 14.5 * HOUR).text).toBe('7 h');
  });

  test('wall time counts nights too', () => {
    const wall = face({ open: null, dueAt: MONDAY + 2 * DAY });
    expect(clockFaceAt(wall, MONDAY).text).toBe('2 d');
    expect(clockFaceAt(wall, MONDAY + DAY + HOUR).text).toBe('23 h');
  });
});

describe('a breached clock', () => {
  test.each([
    ['hours and minutes', MONDAY + 17 * HOUR, MONDAY + 13 * HOUR, 'late 4 h'],
    ['two digits of minutes', MONDAY + 15 * HOUR + 5 * MIN, MONDAY + 13 * HOUR, 'late 2 h 05'],
    ['over night in open time', MONDAY + DAY + 9.5 * HOUR, MONDAY + 17.5 * HOUR, 'late 1 h'],
  ])('[OVR1] %s', (_, now, dueAt, text) => {
    expect(clockFaceAt(face({ status: 'breached', dueAt }), now)).toEqual({
      tone: 'late',
      icon: 'alert',
      text,
    });
  });

  test('a device clock that lags says one minute, not a negative time', () => {
    expect(clockFaceAt(face({ status: 'breached' }), DUE - HOUR).text).toBe('late 1 min');
  });
});

describe('a clock at rest', () => {
  test.each([
    ['met', 'check'],
    ['met_late', 'check'],
    ['paused', 'pause'],
    ['waiting', 'none'],
    ['cancelled', 'none'],
  ] as const)('[CLK1] %s shows its own words', (status, icon) => {
    expect(clockFaceAt(face({ status, dueAt: null }), DUE)).toEqual({ tone: 'rest', icon, text: 'on time' });
  });

  test('[TRI1] in trial it is grey and never late', () => {
    const trial = face({ trial: true, words: { running: '{t} · trial', late: 'late {t}', still: 'trial' } });
    expect(clockFaceAt(trial, DUE - HOUR)).toEqual({ tone: 'rest', icon: 'timer', text: '1 h · trial' });
    expect(clockFaceAt(trial, DUE + HOUR)).toEqual({ tone: 'rest', icon: 'none', text: 'trial' });
  });
});

describe('durations', () => {
  test('an open date is what opens within it, lunch or shifts', () => {
    expect(openDayMs(OPEN)).toBe(8 * HOUR);
    expect(openDayMs(null)).toBe(DAY);
    const shifts = [0, 8, 16, 24, 32].map((hour): [number, number] => [hour * HOUR, (hour + 8) * HOUR]);
    expect(openDayMs(shifts)).toBe(DAY);
  });

  test('open time between two instants', () => {
    expect(openBetween(OPEN, MONDAY, MONDAY + 7 * DAY)).toBe(40 * HOUR);
    expect(openBetween(OPEN, MONDAY + DAY, MONDAY)).toBe(0);
    expect(openBetween(null, 5, 9)).toBe(4);
  });

  test.each([
    [0, '0 min'],
    [59 * MIN, '59 min'],
    [HOUR, '1 h'],
    [HOUR + 5 * MIN, '1 h 05'],
    [23 * HOUR + 59 * MIN, '23 h 59'],
    [DAY, '1 d'],
    [3 * DAY - 1, '2 d'],
  ])('%i ms is %s', (ms, text) => {
    expect(shortDuration(ms, DAY)).toBe(text);
  });
});
