import { expect, test } from 'vitest';
import type { Side } from '../../../shared/lead/vocabulary.ts';
import { debtorOf } from '../../../shared/sla/debtor.ts';
import { agreement, at, member, ROOM } from '../lead/agreement.ts';

const NOW = at('2026-03-02', '10:00');
const definitions = agreement({
  sources: [
    { id: 'google', label: 'Google', marketer: 'lia' },
    { id: 'event', label: 'Event', marketer: 'gone' },
  ],
  handoff: { ...agreement().handoff, referee: 'carla' },
});
const room = {
  ...ROOM,
  members: [
    ...ROOM.members,
    member('lia', 'marketing', 'demand'),
    member('gone', 'marketing', 'demand', [{ kind: 'left', at: NOW - 1 }]),
  ],
};
const handoff = { id: 'h' };
const owes = (
  kind: Parameters<typeof debtorOf>[0]['kind'],
  party: Side,
  source: string | null = 'google',
  owner: string | null = 'bruno',
) => {
  const lead = {
    owner: owner === null ? null : { id: owner, since: NOW },
    source: 'event',
    handoffs: [{ ...handoff, source }],
  } as unknown as Parameters<typeof debtorOf>[1];
  return debtorOf({ kind, party, handoff: 'h' }, lead, definitions, room, NOW);
};

test("[CLK2] sales' clocks are the owner's, while they are there", () => {
  expect(owes('first_response', 'sales')).toBe('bruno');
  expect(owes('first_response', 'sales', 'google', null)).toBeNull();
  expect(owes('first_response', 'sales', 'google', 'gone')).toBeNull();
});

test("[CLK2] marketing's clocks are the marketer's of the source, else their team's manager's", () => {
  expect(owes('return_to_nurture', 'marketing')).toBe('lia');
  expect(owes('return_to_nurture', 'marketing', 'event')).toBe('mia');
  expect(owes('brief_completion', 'marketing', 'elsewhere')).toBe('mia');
  expect(owes('brief_completion', 'marketing', null)).toBe('mia');
});

test("[CLK2] it is the source of that hand-off, and the lead's own where the hand-off is not known", () => {
  const lead = {
    owner: null,
    source: 'event',
    handoffs: [
      { id: 'first', source: 'event' },
      { id: 'h', source: 'google' },
    ],
  } as unknown as Parameters<typeof debtorOf>[1];
  const owed = (of: string) =>
    debtorOf({ kind: 'return_to_nurture', party: 'marketing', handoff: of }, lead, definitions, room, NOW);
  expect(owed('h')).toBe('lia');
  expect(owed('first')).toBe('mia');
  expect(owed('forgotten')).toBe('mia');
});

test('[CLK2] a contest waits for the referee, an assignment for nobody in particular', () => {
  expect(owes('contest_answer', 'neutral')).toBe('carla');
  expect(owes('assignment', 'neutral')).toBeNull();
  expect(owes('stage_time', 'neutral')).toBeNull();
  expect(owes('assignment', 'sales')).toBeNull();
});
