import { describe, expect, test } from 'vitest';
import { Policy, Target } from '../../../shared/definitions/policy.ts';
import { policy } from './story.ts';

describe('a policy as published', () => {
  test('[CLK2] states kind, party, level, order, target, calendar, warnings and escalations', () => {
    const stated = policy('cadence', {
      when: { field: 'size', atLeast: 200 },
      repeat: { times: 5 },
      pauses: ['snooze'],
      warn: [{ atPercent: 75, to: 'owner' }],
      escalate: [{ after: { businessHours: 2 }, do: { notify: 'manager' } }],
      acceptStated: { withinDays: 2 },
      grace: { businessMinutes: 30 },
    });
    expect(Policy.parse(stated)).toEqual(stated);
  });

  test.each(['id', 'kind', 'party', 'level', 'order', 'target', 'calendar', 'warn', 'escalate'] as const)(
    '[CLK2] without %s it is refused',
    (key) => {
      const { [key]: _, ...rest } = policy('reply');
      expect(Policy.safeParse(rest).success).toBe(false);
    },
  );

  test.each([
    { hours: 1, businessHours: 1 },
    { businessDays: 1, businessHours: 2 },
    { businessDays: 1.5 },
    { minutes: 0 },
    {},
  ])('[CAL4] units are not mixed: %j is refused', (target) => {
    expect(Target.safeParse(target).success).toBe(false);
  });
});
