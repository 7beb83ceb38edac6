/** What new facts of a lead set off, in their own transaction: notices for members, events for subscribers. */
import type { Fact } from '../../../shared/lead/facts.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { plainFact, type StoredFact } from '../leads/facts.ts';
import { notifyOfFacts } from '../notices/noticesOfFacts.ts';
import { agreedConnections, enqueueWrites } from '../connections/connectionQueue.ts';
import type { LeadRow } from '../leads/leadRow.ts';
import type { News } from '../notices/news.ts';
import { enqueueEvents, subscribers } from '../outbox/subscriptionEvents.ts';
import type { Work } from '../work.ts';

/** Facts that come back from elsewhere (a restore, an imported workspace) are no news. */
const NEWS_MS = DAY_MS;

interface Folded {
  /** The row before this fold; undefined for a new lead. */
  readonly before: LeadRow | undefined;
  readonly state: LeadState;
  /** As they were stored when the fold began. */
  readonly stored: readonly StoredFact[];
  /** Added since by deciding. */
  readonly decided: readonly Fact[];
}

export function announce(work: Work, folded: Folded): void {
  announceAll(work, [folded]);
}

/** Whoever is to be told is looked up once for all of them. */
export function announceAll(work: Work, folded: readonly Folded[]): void {
  const all = folded.flatMap((one) => newsOf(work, one) ?? []);
  if (all.length === 0) return;
  const [subscribed, connections] = [subscribers(work), agreedConnections(work)];
  for (const news of all) {
    notifyOfFacts(work, news);
    enqueueEvents(work, news, subscribed);
    enqueueWrites(work, news, connections);
  }
}

function newsOf(work: Work, { before, state, stored, decided }: Folded): News | undefined {
  const known = before?.seq ?? 0;
  const come = stored.filter(({ seq, recordedAt }) => seq > known && recordedAt > work.now - NEWS_MS);
  if (come.length + decided.length === 0) return undefined;
  return { before, state, fresh: [...come.map(plainFact), ...decided], facts: [...stored, ...decided] };
}
