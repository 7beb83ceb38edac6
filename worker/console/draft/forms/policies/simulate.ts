/**
 * What an agreement would promise a lead that is only imagined: one clock of each kind begun at the
 * same instant, by the engine itself. Nothing here counts time or chooses a policy on its own.
 */
import { compileCalendar, compileRange } from '../../../../../shared/calendar/compile.ts';
import { isKnownZone } from '../../../../../shared/calendar/offsets.ts';
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import type { Policy } from '../../../../../shared/definitions/policy.ts';
import type { Version } from '../../../../../shared/definitions/version.ts';
import type { Room } from '../../../../../shared/lead/room.ts';
import type { ClockState } from '../../../../../shared/lead/state.ts';
import { CLOCK_KINDS, type ClockKind } from '../../../../../shared/lead/vocabulary.ts';
import type { Predicate, Verdict } from '../../../../../shared/predicate/predicate.ts';
import { foldClocks } from '../../../../../shared/sla/clocks.ts';
import { type ClockStep, stepsOfClock } from '../../../../../shared/sla/dueSteps.ts';
import { choicesOf } from '../../../../../shared/sla/policyChoice.ts';
import type { CompiledCalendar } from '../../../../../shared/time.ts';
import { ANYBODY, beginningOf } from './beginning.ts';
import { type Imagined, verdictFor } from './imagined.ts';

export interface Tried {
  readonly policy: Policy;
  /** `next`: one before it was chosen, so it was never asked. */
  readonly verdict: Verdict | 'next';
}

export interface Simulated {
  readonly kind: ClockKind;
  /** Of `stage_time`: the stage timed. */
  readonly stage: string | undefined;
  /** Policies in the order they are tried (CLK4). */
  readonly tried: readonly Tried[];
  /** Null where none matches. */
  readonly clock: ClockState | null;
  readonly calendar: CompiledCalendar | null;
  /** Warnings, breach and escalations, ascending. */
  readonly steps: readonly ClockStep[];
}

/** Every kind the agreement has a policy for, in the order of the vocabulary. */
export function simulate(version: Version, lead: Imagined): readonly Simulated[] {
  // Whatever day is imagined, it is this agreement that holds then, and in earnest.
  const held = { ...version, effectiveAt: 0, signed: true };
  const room = roomOf(lead);
  return CLOCK_KINDS.flatMap((kind) => {
    const stages = new Set(choicesOf(held, kind).map(({ policy }) => policy.stage));
    return [...stages].map((stage) => simulateOne(held, room, lead, kind, stage));
  });
}

function simulateOne(
  version: Version,
  room: Room,
  lead: Imagined,
  kind: ClockKind,
  stage: string | undefined,
): Simulated {
  const verdict = (predicate: Predicate) => verdictFor(predicate, lead);
  const { clocks } = foldClocks({
    ...beginningOf(kind, stage, lead.at),
    now: lead.at,
    leadId: 'imagined',
    history: [version],
    room,
    verdict,
    learnt: () => [],
  });
  const clock = clocks.find((one) => one.kind === kind && one.startedAt === lead.at) ?? null;
  const tried: Tried[] = [];
  let isChosen = false;
  for (const { policy } of choicesOf(version, kind)) {
    if (policy.stage !== stage) continue;
    const found = policy.when ? verdict(policy.when) : 'met';
    tried.push({ policy, verdict: isChosen ? 'next' : found });
    isChosen ||= policy.id === clock?.policy.id;
  }
  return {
    kind,
    stage,
    tried,
    clock,
    calendar: clock ? (version.calendars[clock.policy.calendar] ?? null) : null,
    steps: clock ? stepsOfClock(clock, [version]) : [],
  };
}

/** The lead's owner, as if they had always been there with these hours. */
function roomOf({ hours }: Imagined): Room {
  const own = hours === null ? null : ANYBODY;
  const log = [{ kind: 'joined', at: 0 } as const, { kind: 'hours', at: 0, calendar: own } as const];
  return {
    members: [{ id: ANYBODY, name: '', log }],
    teams: [],
    calendars: hours === null ? {} : { [ANYBODY]: hours },
  };
}

/**
 * A draft as if it were published, with its calendars compiled around an instant. A calendar whose
 * zone nobody knows is left out, as the problems beside it say.
 */
export function asVersion(definitions: Definitions, inForce: Version, at: number): Version {
  const { from, to } = compileRange(at);
  const calendars = Object.entries(definitions.calendars).flatMap(([id, calendar]) =>
    isKnownZone(calendar.zone) ? [[id, compileCalendar(id, calendar, from, to, 0)] as const] : [],
  );
  const version = inForce.version + 1;
  return { ...inForce, version, definitions, calendars: Object.fromEntries(calendars) };
}
