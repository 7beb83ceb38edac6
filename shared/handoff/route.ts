/**
 * Who gets a lead handed off without an active owner (HOF2): the first route that matches, then the one
 * person it names, if any, else round robin in its team over who is here, present and has room today.
 */
import type { LeadContext } from '../lead/context.ts';
import { hoursOf, type MemberAt, memberOf } from '../lead/memberAt.ts';
import type { Room, Routing } from '../lead/room.ts';
import { evaluate } from '../predicate/evaluate.ts';
import { compareText } from '../predicate/text.ts';
import { nextOpening, openMsBetween } from '../sla/openTime.ts';
import { localDateOf, openingOf } from '../sla/openTime.ts';
import { dateOfDay, dayOfDate } from '../sla/localTime.ts';
import type { CompiledCalendar } from '../time.ts';

export interface RouteInput {
  readonly context: LeadContext;
  readonly room: Room;
  readonly routing: Routing;
  /** Hours of a member who has none of their own. */
  readonly calendar: CompiledCalendar;
  /** Open ms the first response is promised within; 0 = any time left today is enough. */
  readonly neededMs: number;
  readonly now: number;
}

export interface Routed {
  readonly owner: string;
  readonly route: string;
  /** Whose turn it was; null where the route names the person, which is nobody's turn. */
  readonly team: string | null;
}

/** Null = unassigned: no route matches, or nobody of its team can take one now. */
export function route(input: RouteInput): Routed | null {
  const { context, room, routing, now } = input;
  const matching = [...context.definitions.routes]
    .toSorted((a, b) => a.order - b.order || compareText(a.id, b.id))
    .find(({ when }) => when === undefined || evaluate(when, context) === 'met');
  if (matching === undefined) return null;
  const able = room.members
    .map((member) => memberOf(room, member, now))
    .filter((member) => canTake(member, routing));
  const named = able.find(({ id }) => id === matching.member);
  if (named !== undefined) return { owner: named.id, route: matching.id, team: null };
  const team = inTurn(
    able.filter((member) => member.team === matching.team),
    routing.lastRouted[matching.team],
  );
  const owner = team.find((member) => coversToday(member, input)) ?? opensFirst(team, input);
  return owner === undefined ? null : { owner: owner.id, route: matching.id, team: matching.team };
}

function canTake({ id, active, awayUntil, perDay }: MemberAt, { todayCounts }: Routing): boolean {
  return active && awayUntil === null && (perDay === null || (todayCounts[id] ?? 0) < perDay);
}

/** In id order, beginning after whoever got the last one. */
function inTurn(team: readonly MemberAt[], last: string | undefined): readonly MemberAt[] {
  const sorted = [...team].toSorted((a, b) => compareText(a.id, b.id));
  if (last === undefined) return sorted;
  return [
    ...sorted.filter(({ id }) => compareText(id, last) > 0),
    ...sorted.filter(({ id }) => compareText(id, last) <= 0),
  ];
}

function coversToday(member: MemberAt, input: RouteInput): boolean {
  const hours = hoursOf(member, input.room, input.calendar);
  const left = openMsBetween(hours, input.now, endOfDate(hours, input.now));
  return left > 0 && left >= input.neededMs;
}

/** Opening of the next date: time of this date's night shift still counts as today (CAL3). */
function endOfDate(calendar: CompiledCalendar, now: number): number {
  const tomorrow = dateOfDay(dayOfDate(localDateOf(calendar, now)) + 1);
  return openingOf(calendar, tomorrow) ?? calendar.to;
}

function opensFirst(team: readonly MemberAt[], input: RouteInput): MemberAt | undefined {
  const opening = (member: MemberAt) =>
    nextOpening(hoursOf(member, input.room, input.calendar), input.now) ?? Number.POSITIVE_INFINITY;
  let first: MemberAt | undefined;
  for (const member of team) if (first === undefined || opening(member) < opening(first)) first = member;
  return first;
}
