/** What routing needs to know of today, read in the transaction that decides (HOF2). */
import { and, desc, eq, gte } from 'drizzle-orm';
import type { Routing } from '../../../shared/lead/room.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { startOfLocalDay } from '../localDay.ts';
import { factOfRow } from '../leads/facts.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

export function routingAt(work: Work, now: number): Routing {
  const routed = (since: number, most: number) =>
    work.db
      .select()
      .from(schema.facts)
      .where(and(eq(schema.facts.kind, 'owner.routed'), gte(schema.facts.at, since)))
      .orderBy(desc(schema.facts.at), desc(schema.facts.seq))
      .limit(most)
      .all()
      .map(factOfRow)
      .flatMap((fact) => (fact.kind === 'owner.routed' ? [fact.body] : []));

  // Read only when asked for: most folds route nobody.
  return {
    get todayCounts() {
      const today = startOfLocalDay(workspaceCalendarOf(work.ground.inForce(now)), now);
      const counts: Record<string, number> = {};
      for (const { owner } of routed(today, 10_000)) counts[owner] = (counts[owner] ?? 0) + 1;
      return counts;
    },
    get lastRouted() {
      const last: Record<string, string> = {};
      // Newest first; a team silent for longer than this starts its round again.
      for (const { owner, team } of routed(0, 500)) if (team !== null) last[team] ??= owner;
      return last;
    },
  };
}
