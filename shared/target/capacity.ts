/**
 * Capacity (TGT6): the attempts an agreement asks of each person and open day, beside those the team
 * makes. A preview calls `loadOf` with the hand-offs it expects.
 */
import { hoursOf, memberAt } from '../lead/memberAt.ts';
import type { RoomMember } from '../lead/room.ts';
import { versionOf } from '../lead/versionAt.ts';
import { choicesOf } from '../sla/policyChoice.ts';
import { openingOf } from '../sla/openTime.ts';
import type { CompiledCalendar } from '../time.ts';
import { clocksOf, type CountedHandoff, countedHandoffs } from './handoffs.ts';
import { openDatesIn } from './period.ts';
import type { KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { cellOf, cellsOf, type Mark } from './table.ts';

export interface Load {
  /** Attempts due per person and open day; null when nobody is there. */
  readonly asks: number | null;
  /** Genuine attempts made per person and open day. */
  readonly makes: number | null;
}

export interface Capacity extends Load {
  readonly handoffs: number;
  /** Attempts agreed on those hand-offs. */
  readonly due: number;
  readonly made: number;
  readonly peopleDays: number;
  readonly people: readonly {
    readonly member: string;
    readonly openDays: number;
    readonly made: number;
    /** Per open day; null without one. */
    readonly makes: number | null;
  }[];
}

/** Hand-offs × agreed attempts ÷ people-days. */
export function loadOf(due: number, made: number, peopleDays: number): Load {
  if (peopleDays === 0) return { asks: null, makes: null };
  return { asks: due / peopleDays, makes: made / peopleDays };
}

/** Hand-offs opened, and genuine attempts made, in the window. */
export function capacityReport(scope: Scope): Report<Capacity> {
  return {
    *marks(lead): Generator<Mark> {
      for (const handoff of countedHandoffs(lead)) {
        if (handoff.withdrawn || !isIn(scope.window, handoff.draft.openedAt)) continue;
        yield { row: ['handoffs'], amount: agreedAttempts(lead, handoff, scope) };
      }
      for (const { genuine, at, by } of lead.state.attempts) {
        if (genuine && isIn(scope.window, at)) yield { row: ['made', by] };
      }
    },
    read: (table) => {
      const handoffs = cellOf(table, ['handoffs']);
      const made = cellsOf(table, 'made').reduce((sum, { n }) => sum + n, 0);
      const people = openDaysByMember(scope).map(({ member, openDays }) => {
        const own = cellOf(table, ['made', member]).n;
        return { member, openDays, made: own, makes: loadOf(0, own, openDays).makes };
      });
      const peopleDays = people.reduce((sum, { openDays }) => sum + openDays, 0);
      const due = handoffs.sum;
      return { ...loadOf(due, made, peopleDays), handoffs: handoffs.n, due, made, peopleDays, people };
    },
  };
}

/** Steps of its cadence; of the first cadence of its version while none has begun; without any, one. */
function agreedAttempts(lead: KeptLead, handoff: CountedHandoff, scope: Scope): number {
  const clock = clocksOf(lead, handoff, 'cadence').at(-1);
  if (clock !== undefined) return clock.of;
  const version = versionOf(scope.history, handoff.draft.version);
  const choice = version && choicesOf(version, 'cadence').find(({ policy }) => policy.when === undefined);
  return choice?.policy.repeat?.times ?? 1;
}

/** Who works leads: sales, in no other role than `sdr`, on each date of their own hours they were there. */
function openDaysByMember(scope: Scope): readonly { readonly member: string; readonly openDays: number }[] {
  return scope.room.members
    .map((member) => ({ member: member.id, openDays: openDaysOf(member, scope) }))
    .filter(({ openDays }) => openDays > 0);
}

function openDaysOf({ id }: RoomMember, { room, window, calendar }: Scope): number {
  // Somebody's hours may change on the way: each calendar answers for the dates on which it was theirs.
  const calendars = new Set<CompiledCalendar>([calendar, ...Object.values(room.calendars)]);
  let count = 0;
  for (const own of calendars) {
    for (const on of openDatesIn(own, window)) {
      const opening = openingOf(own, on);
      const there = opening === null ? null : memberAt(room, id, opening);
      if (there === null || !there.active || there.awayUntil !== null || there.side !== 'sales') continue;
      if (there.role !== null && there.role !== 'sdr') continue;
      if (hoursOf(there, room, calendar) === own) count += 1;
    }
  }
  return count;
}
