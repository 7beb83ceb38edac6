/** What draws the eye without being asked: the toolbar's number and the system's notices, one look at a time. */
import { showBadge } from './badge.ts';
import { tellNotices } from './notifier.ts';
import type { Replica } from './replica.ts';
import { forgetKept } from './told.ts';

const looking = new WeakMap<Replica, Promise<void>>();

/** Never throws: a toolbar that cannot be drawn keeps nobody from working. */
export function attend(replica: Replica): Promise<void> {
  const before = looking.get(replica) ?? Promise.resolve();
  const look = before.then(async () => {
    await showBadge(replica);
    if (await replica.session()) await tellNotices(replica);
    else await forgetKept(replica.database);
  });
  const quiet = look.catch(() => undefined);
  looking.set(replica, quiet);
  return quiet;
}
