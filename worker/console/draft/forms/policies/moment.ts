/** The instant a simulation begins with. */
import { instantOfLocal, localMsOf, type Offsets } from '../../../../../shared/sla/localTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../../shared/time.ts';

/** 17:40 on a Friday: the hour that shows what hours are worth. 1970-01-02 was a Friday. */
export function nextFriday(offsets: Offsets, now: number): number {
  const today = Math.floor(localMsOf(offsets, now) / DAY_MS);
  const friday = today + ((((1 - today) % 7) + 7) % 7);
  return instantOfLocal(offsets, friday * DAY_MS + 17 * HOUR_MS + 40 * MINUTE_MS);
}
