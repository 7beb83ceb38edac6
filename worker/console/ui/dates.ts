/** Instants by the workspace's own calendar, which carries its offsets: no zone is looked up (CAL3). */
import { localMsOf } from '../../../shared/sla/localTime.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';

/** Local time less instant, ms. */
export function offsetMsAt({ offsets }: CompiledCalendar, at: number): number {
  return localMsOf(offsets, at) - at;
}
