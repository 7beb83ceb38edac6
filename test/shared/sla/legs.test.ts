import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Policy } from '../../../shared/definitions/policy.ts';
import { breachOwner } from '../../../shared/sla/breachOwner.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { calendarOf, weekOf } from '../calendar/zones.ts';
import type { Hours } from '../calendar/zones.ts';
import { attempt, clock, member, nov, policy, room, story } from './story.ts';

const PROMISE = policy('first_response', { target: { businessHours: 4 } });

const toCarla = (said: string) => [
  { at: nov('2 9:00'), owner: 'bruno', factId: 'o1' },
  { at: nov(said), owner: 'carla', factId: 'o2' },
];

function hoursOf(id: string, hours: Hours) {
  const own = compileCalendar(id, calendarOf('UTC', weekOf(hours)), nov('-20'), nov('60'), 1);
  return { calendars: { [id]: own }, entry: { kind: 'hours', at: nov('-20'), calendar: id } as const };
}

function told(parts: Partial<ClockInput>) {
  return clock(story([PROMISE], { now: nov('2 12:30'), ...parts }), 'first_response');
}

describe('legs', () => {
  test("[CLK10] a reassignment never restarts the lead's clock; the new owner gets the target again", () => {
    const { dueAt, legs } = told({ owners: toCarla('2 12:00') });
    expect(dueAt).toBe(nov('2 13:00'));
    expect(legs).toEqual([
      { owner: 'bruno', from: nov('2 9:00'), to: nov('2 12:00'), dueAt: nov('2 13:00') },
      { owner: 'carla', from: nov('2 12:00'), to: null, dueAt: nov('2 16:00') },
    ]);
  });

  test('[CLK10] grace, one open hour by default, for a late reassignment of a short promise', () => {
    const short = policy('first_response', { target: { businessMinutes: 15 } });
    const dueOf = (grace: Policy['grace']) => {
      const by = grace ? { ...short, grace } : short;
      return clock(
        story([by], { now: nov('2 16:45'), owners: toCarla('2 16:30') }),
        'first_response',
      ).legs.at(-1)?.dueAt;
    };
    expect(dueOf(undefined)).toBe(nov('3 9:30'));
    expect(dueOf({ businessMinutes: 20 })).toBe(nov('2 16:50'));
  });

  test("[CLK10] [CAL8] counted over the policy's periods inside the owner's own hours", () => {
    const { calendars, entry } = hoursOf('part-time', [['14:00', '16:00']]);
    const people = room({ members: [member('bruno'), member('carla', entry)], calendars });
    const { dueAt, legs } = told({ room: people, owners: toCarla('2 12:00') });
    expect(dueAt).toBe(nov('2 13:00'));
    expect(legs.at(-1)).toMatchObject({ owner: 'carla', dueAt: nov('3 16:00') });
  });

  test("[CLK10] hours longer than the policy's give no time outside it", () => {
    const { calendars, entry } = hoursOf('long', [['06:00', '22:00']]);
    const people = room({ members: [member('bruno'), member('carla', entry)], calendars });
    expect(told({ room: people, owners: toCarla('2 15:00'), now: nov('2 16:00') }).legs.at(-1)).toMatchObject(
      {
        owner: 'carla',
        dueAt: nov('3 11:00'),
      },
    );
  });

  test("[CAL8] a member without hours of their own keeps their team's", () => {
    const { calendars } = hoursOf('team', [['14:00', '16:00']]);
    const joined = member('carla', { kind: 'team', at: nov('-20'), team: 'south' });
    const south = { id: 'south', label: 'South', side: 'sales', manager: null, calendar: 'team' } as const;
    const people = room({ members: [member('bruno'), joined], calendars, teams: [south] });
    expect(told({ room: people, owners: toCarla('2 12:00') }).legs.at(-1)).toMatchObject({
      dueAt: nov('3 16:00'),
    });
  });

  test('[CLK10] [CLK5] while the clock is paused no leg has a deadline; a pause after a leg moves nothing of it', () => {
    const pausable = { ...PROMISE, pauses: ['snooze' as const] };
    const snoozes = [{ from: nov('2 11:00'), to: nov('2 15:00') }];
    const { calendars, entry } = hoursOf('part-time', [['14:00', '16:00']]);
    const people = room({ members: [member('bruno', entry), member('carla')], calendars });
    const legsAt = (now: string) =>
      clock(
        story([pausable], { now: nov(now), room: people, owners: toCarla('2 10:00'), snoozes }),
        'first_response',
      ).legs.map(({ dueAt }) => dueAt);
    expect(legsAt('2 12:00')).toEqual([null, null]);
    expect(legsAt('2 15:30')).toEqual([nov('3 16:00'), nov('3 10:00')]);
  });

  test('[CLK10] who leaves is no owner any more', () => {
    const people = room({
      members: [member('bruno', { kind: 'left', at: nov('2 10:00') }), member('carla')],
    });
    expect(told({ room: people }).legs).toEqual([
      { owner: 'bruno', from: nov('2 9:00'), to: nov('2 10:00'), dueAt: nov('2 13:00') },
    ]);
  });

  test("[CLK10] a breach before the leg's due, or during an absence, belongs to the team", () => {
    const late = told({ now: nov('2 14:00') });
    expect(breachOwner(late, room())).toBe('bruno');
    const handedOver = told({ now: nov('2 14:00'), owners: toCarla('2 12:00') });
    expect(handedOver.status).toBe('breached');
    expect(breachOwner(handedOver, room())).toBeNull();
    const away = { kind: 'away', at: nov('2 12:00'), until: nov('3 9:00') } as const;
    expect(breachOwner(late, room({ members: [member('bruno', away)] }))).toBeNull();
    expect(breachOwner(told({ now: nov('2 13:00') }), room())).toBeNull();
  });

  test("[CLK10] a met clock's legs end with it; marketing's and the machine's have none", () => {
    expect(
      told({ attempts: [attempt(nov('2 12:10'))], owners: toCarla('2 12:00') }).legs.at(-1),
    ).toMatchObject({
      owner: 'carla',
      to: nov('2 12:10'),
    });
    expect(clock(story([policy('assignment')]), 'assignment').legs).toEqual([]);
  });
});
