/** The hours a member is told in: their own, else the workspace's (CAL3, CAL8). */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import type { Work } from '../work.ts';

/** @param hours key of the room's calendars; null for somebody without hours of their own */
export function ownHours(work: Work, hours: string | null): CompiledCalendar {
  const own = hours === null ? undefined : work.ground.room().calendars[hours];
  return own ?? workspaceCalendarOf(work.ground.inForce(work.now));
}
