import type { Catalog } from '../../shared/messages/catalog.ts';
import { shortDuration } from '../../shared/ui/duration.ts';

/** "4 min ago": how long `at` lies back, both epoch ms by the same clock. */
export function agoOf(at: number, now: number, { time }: Catalog): string {
  const past = Math.max(0, now - at);
  return time.ago(past < 60_000 ? `${Math.floor(past / 1_000)} s` : shortDuration(past, 24 * 3_600_000));
}
