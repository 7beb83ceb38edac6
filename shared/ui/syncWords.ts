import type { Catalog } from '../messages/catalog.ts';
import { shortDuration } from './duration.ts';

interface Synced {
  readonly syncedAt: number | null;
  readonly pending: number;
}

/** "synced 4 s ago", with what still waits to be sent before it (SYN7). */
export function syncWords({ syncedAt, pending }: Synced, now: number, { card, time }: Catalog): string {
  const synced = syncedAt === null ? card.neverSynced : card.synced(time.ago(agoWords(now - syncedAt)));
  return pending > 0 ? `${card.toSend(pending)} · ${synced}` : synced;
}

/** Seconds below a minute, then minutes, hours, days. */
function agoWords(ms: number): string {
  const past = Math.max(0, ms);
  return past < 60_000 ? `${Math.floor(past / 1_000)} s` : shortDuration(past, 24 * 3_600_000);
}
