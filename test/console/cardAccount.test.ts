/** The console's card shows the others of the account, as the worker tells of them (IDN4, ACC3). */
import { expect, test } from 'vitest';
import type { MeResponse } from '../../shared/protocol/people.ts';
import { cardNow, cardThen } from '../../worker/console/leads/view.ts';
import type { OtherLead } from '../../shared/ui/buildAccount.ts';
import { at, captured, HISTORY, live, ROOM, signal } from '../shared/lead/agreement.ts';

const NOW = at('2026-03-02', '11:00');
const facts = live(
  [
    captured(at('2026-03-02', '09:00'), { emails: ['ana@gmail.com'] }),
    signal('demo', at('2026-03-02', '10:00')),
  ],
  at('2026-03-02', '10:00'),
);
const ground = { leadId: facts[0]?.leadId ?? '', revision: 1, facts, history: HISTORY, room: ROOM };
const me = { memberId: 'bruno', role: 'sdr' } as MeResponse;
const viewer = { me, language: 'en' } as const;

test('[IDN4] others by name where they may be known, else by whose they are; personas they cover', () => {
  const others: readonly OtherLead[] = [
    { id: 'b', name: 'Bia', stage: 'mql', owner: 'bruno', persona: null, touched: null },
    {
      id: 'c',
      name: null,
      stage: 'mql',
      owner: 'carla',
      persona: 'decider',
      touched: { at: NOW - 60_000, by: 'carla' },
    },
  ];
  const { account, touch } = cardNow(ground, NOW, viewer, 5, others);
  expect(account?.people).toMatchObject([
    { leadId: 'b', name: 'Bia', open: true },
    { leadId: 'c', name: 'carla’s lead', open: false },
  ]);
  expect(account).toMatchObject({ covered: ['Decision maker'], missing: [] });
  expect(touch).toContain('with carla’s lead');
  // Of a day gone by nobody keeps who else there was.
  expect(cardThen(ground, NOW, 'then', viewer, 5)?.view.account).toBeNull();
  expect(cardNow(ground, NOW, viewer).account).toBeNull();
});
