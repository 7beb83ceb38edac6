/** Deals told of several leads: they count for one of them (FCT3). */
import { sql } from 'drizzle-orm';
import { dealKeepers } from '../../../shared/target/deals.ts';
import { reportLead } from '../../../shared/target/report.ts';
import type { KeepsDeal } from '../../../shared/target/scope.ts';
import { factsOf } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import type { Work } from '../work.ts';
import type { SharedDeals } from './reportCache.ts';

/** Which lead keeps a deal of several (FCT3): only those few leads are read for it. */
export function keeperOfDeals(work: Work, asOf: number): KeepsDeal {
  const { keepers } = sharedDeals(work, asOf);
  return (dealId, leadId) => (keepers.get(dealId) ?? leadId) === leadId;
}

export function sharedDeals(work: Work, asOf: number): SharedDeals {
  const told = work.db.all<{ dealId: string; leadId: string }>(
    sql`select distinct body ->> 'dealId' as dealId, lead_id as leadId from facts
        where kind = 'deal.changed' and body ->> 'dealId' in (
          select body ->> 'dealId' from facts where kind = 'deal.changed'
          group by 1 having count(distinct lead_id) > 1)`,
  );
  const history = work.ground.history();
  const room = work.ground.room();
  const shared = told.map(({ dealId, leadId }) => ({ dealId, leadId: holderOf(work, leadId) }));
  const ids = new Set(shared.map(({ leadId }) => leadId));
  const leads = [...ids].map((id) => reportLead(factsOf(work, id), history, room, asOf));
  const keeps = dealKeepers(leads);
  const holders = new Map<string, string[]>();
  for (const [dealId, ones] of Map.groupBy(shared, (one) => one.dealId))
    holders.set(dealId, [...new Set(ones.map(({ leadId }) => leadId))]);
  const keepers = new Map<string, string>();
  for (const [dealId, ones] of holders) {
    const keeper = ones.find((leadId) => keeps(dealId, leadId));
    if (keeper !== undefined) keepers.set(dealId, keeper);
  }
  return { keepers, holders };
}
