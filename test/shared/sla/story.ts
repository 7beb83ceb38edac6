/**
 * One lead's story for the clock tests, told in wall clocks of one zone: definitions with only the
 * policies under test, a room with the people named, and everything else empty until said.
 */
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { MemberEntry, Room, RoomMember } from '../../../shared/lead/room.ts';
import type { Attempt, ClockState, StageEntry } from '../../../shared/lead/state.ts';
import type { ClockKind } from '../../../shared/lead/vocabulary.ts';
import type { ClockHandoff, ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { calendarOf } from '../calendar/zones.ts';

/** Monday 2 November 2026 09:00 UTC; the stories run in November. */
export const MONDAY = Date.UTC(2026, 10, 2, 9);
const FROM = Date.UTC(2026, 9, 1);
const TO = Date.UTC(2027, 2, 1);

/** Instant of `2 10:30` = 2 November 2026, 10:30 UTC. */
export function nov(said: string): number {
  const [day = '', time = ''] = said.split(' ');
  const [hour = '0', minute = '0', second = '0'] = time.split(':');
  return Date.UTC(2026, 10, Number(day), Number(hour), Number(minute), Number(second));
}

export function policy(kind: ClockKind, parts: Partial<Policy> = {}): Policy {
  const party = kind === 'contest_answer' ? 'neutral' : 'sales';
  const target = { businessHours: 4 };
  return {
    id: kind,
    label: kind,
    kind,
    party,
    level: 'default',
    order: 1,
    target,
    calendar: 'office',
    warn: [],
    escalate: [],
    ...parts,
  };
}

export interface VersionParts extends Partial<Omit<Version, 'definitions' | 'calendars'>> {
  readonly policies: Policy[];
  readonly calendars?: Record<string, Calendar>;
  readonly required?: string[];
}

/** A signed version in force since October, unless said otherwise. Calendars: `office`, 09–17 UTC. */
export function version({ policies, calendars, required = [], ...parts }: VersionParts): Version {
  const stated = { office: calendarOf('UTC'), ...calendars };
  const definitions = {
    policies,
    calendars: stated,
    workspaceCalendar: 'office',
    handoff: { brief: { required } },
    stages: ['lead', 'mql', 'sal', 'sql', 'customer'].map((id) => ({ id })),
  };
  const compiled = Object.entries(stated).map(([id, one]) => [id, compileCalendar(id, one, FROM, TO, 1)]);
  return {
    version: 1,
    author: 'ana',
    note: '',
    publishedAt: FROM,
    effectiveAt: FROM,
    signed: true,
    signatures: [],
    choices: { leads: 'stay', clocks: 'new' },
    ...parts,
    // Only what clocks read of a published body.
    definitions: definitions as unknown as Definitions,
    calendars: Object.fromEntries(compiled),
  };
}

export function member(id: string, ...log: MemberEntry[]): RoomMember {
  return { id, name: id, log: [{ kind: 'joined', at: FROM }, ...log] };
}

/** Members `bruno` and `carla` of sales, without hours of their own. */
export function room(parts: Partial<Room> = {}): Room {
  return { members: [member('bruno'), member('carla')], teams: [], calendars: {}, ...parts };
}

export function handoff(openedAt: number, parts: Partial<ClockHandoff> = {}): ClockHandoff {
  const empty = { answers: [], contests: [], closed: null, trial: false, accepted: false };
  return { id: 'h', openedAt, since: openedAt, ...empty, ...parts };
}

export function attempt(at: number, parts: Partial<Attempt> = {}): Attempt {
  const id = parts.id ?? `a${at}`;
  return {
    id,
    factIds: [id],
    at,
    recordedAt: at,
    by: 'bruno',
    channel: 'call',
    outcome: 'no_answer',
    evidence: 'clicked',
    automatic: false,
    genuine: true,
    withdrawn: false,
    refused: false,
    afterOptOut: false,
    ...parts,
  };
}

export function entry(stage: string, at: number, from: string | null = null): StageEntry {
  const why = { cause: 'criteria', evidence: null, evidenceGone: false } as const;
  return { stage, from, at, since: at, actor: 'system', version: 1, factId: `e${at}`, ...why };
}

/** Handed off Monday 09:00 to Bruno, nothing done, looked at an hour later. */
export function story(policies: Policy[], parts: Partial<ClockInput> = {}): ClockInput {
  return {
    now: MONDAY + 3_600_000,
    leadId: 'l',
    history: [version({ policies })],
    room: room(),
    owners: [{ at: MONDAY, owner: 'bruno', factId: 'o1' }],
    handoffs: [handoff(MONDAY)],
    entries: [],
    attempts: [],
    replies: [],
    snoozes: [],
    nurtureStarts: [],
    known: {},
    optedOutAt: null,
    backlog: false,
    excludedAt: null,
    verdict: () => 'unmet',
    learnt: () => [],
    ...parts,
  };
}

/** The clocks of one kind, in order. */
export function clocks(input: ClockInput, kind: ClockKind): readonly ClockState[] {
  return foldClocks(input).clocks.filter((clock) => clock.kind === kind);
}

/** The only clock of a kind; fails the test when there is none or more than one. */
export function clock(input: ClockInput, kind: ClockKind): ClockState {
  const [only, ...others] = clocks(input, kind);
  if (!only || others.length > 0)
    throw new Error(`expected one ${kind} clock, found ${only ? others.length + 1 : 0}`);
  return only;
}
