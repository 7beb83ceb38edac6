/** What a report is about: a stretch of time as seen now, under the agreement in force. */
import type { Definitions } from '../definitions/definitions.ts';
import type { History } from '../definitions/version.ts';
import type { Room } from '../lead/room.ts';
import { versionAt, workspaceCalendarOf } from '../lead/versionAt.ts';
import type { CompiledCalendar, Interval } from '../time.ts';

/** Whether a deal counts for a lead: one deal of several leads counts once (FCT3). */
export type KeepsDeal = (dealId: string, leadId: string) => boolean;

export interface Scope {
  /** `[start, end)`; what began, was answered or fell due in it, as each report says. */
  readonly window: Interval;
  /** Instant the leads were folded at. */
  readonly now: number;
  readonly history: History;
  readonly room: Room;
  readonly definitions: Definitions;
  /** The workspace's: dates of cohorts, weeks and paces are its dates. */
  readonly calendar: CompiledCalendar;
  readonly keepsDeal: KeepsDeal;
  /** Told each instant ahead at which what a report says of a lead changes though the lead does not. */
  readonly ahead?: (at: number) => void;
}

/** `keepsDeal` left out: every deal belongs to one lead. `deals.ts` finds out where that is not so. */
export function scopeOf(
  history: History,
  room: Room,
  now: number,
  window: Interval,
  keepsDeal: KeepsDeal = () => true,
): Scope {
  const version = versionAt(history, now);
  const { definitions } = version;
  return { window, now, history, room, definitions, calendar: workspaceCalendarOf(version), keepsDeal };
}

/** Whether `at` is over. What a report asks about now it asks here, so that it is known until when its answer holds. */
export function hasPassed({ now, ahead }: Pick<Scope, 'now' | 'ahead'>, at: number): boolean {
  if (now > at) return true;
  // Equal is in time (CLK6).
  ahead?.(at + 1);
  return false;
}

export function isIn({ start, end }: Interval, at: number): boolean {
  return at >= start && at < end;
}
