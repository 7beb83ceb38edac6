/** Members and rooms as of an instant, from their dated logs. */
import { expect, test } from 'vitest';
import { memberAt, roomChangesAt } from '../../../shared/lead/memberAt.ts';
import type { MemberEntry, Room } from '../../../shared/lead/room.ts';

const room = (...log: MemberEntry[]): Room => ({
  members: [{ id: 'ana', name: 'Ana', log }],
  teams: [],
  calendars: {},
});

test.each([
  ['sdr', 'sales'],
  ['marketer', 'marketing'],
  ['manager', 'neutral'],
  ['admin', 'neutral'],
] as const)('[FCT1] without a side of their own a %s is of %s', (role, side) => {
  expect(memberAt(room({ kind: 'role', at: 10, role }), 'ana', 10)?.side).toBe(side);
});

test('[FCT1] a side given goes before that of the role', () => {
  const entries = [
    { kind: 'role', at: 10, role: 'sdr' },
    { kind: 'side', at: 20, side: 'neutral' },
  ] as const;
  expect(memberAt(room(...entries), 'ana', 19)?.side).toBe('sales');
  expect(memberAt(room(...entries), 'ana', 20)?.side).toBe('neutral');
});

test('[HOF2] a room changes when an entry begins and when an absence ends', () => {
  const away = room(
    { kind: 'joined', at: 10 },
    { kind: 'away', at: 30, until: 50 },
    { kind: 'left', at: 40 },
  );
  expect([9, 10, 30, 40, 50].map((now) => roomChangesAt(away, now))).toEqual([10, 30, 40, 50, null]);
});
