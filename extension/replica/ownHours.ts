/** The hours in which the person works: their own, else their team's, else the workspace's (CAL8). */
import { memberAt } from '../../shared/lead/memberAt.ts';
import { versionAt, workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import type { CompiledCalendar } from '../../shared/time.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';

export function ownHours({ history, room, now, viewer }: ViewContext): CompiledCalendar {
  const { hours } = memberAt(room, viewer.memberId, now) ?? { hours: null };
  const own = hours === null ? undefined : room.calendars[hours];
  return own ?? workspaceCalendarOf(versionAt(history, now));
}
