/**
 * Leads whose deals are over, read off the deals' facts: won when one of them is, lost when all are, as
 * the reports have it (TGT1). There is nothing to hand over any more (TRI2).
 */
import { sql, type SQL } from 'drizzle-orm';
import type { BodyOf } from '../../../shared/lead/facts.ts';
import type { Work } from '../work.ts';
import { holderOf, idsOf } from './merged.ts';

type Told = Pick<BodyOf<'deal.changed'>, 'outcome'> & { readonly leadId: string; readonly dealId: string };
export type Closed = 'won' | 'lost';

/** Of these leads; what is left out is open, or has no deal. */
export function closedOf(work: Work, leadIds: readonly string[]): ReadonlyMap<string, Closed> {
  const ids = JSON.stringify(leadIds.flatMap((id) => idsOf(work, id)));
  return closedAmong(work, sql`select value from json_each(${ids})`);
}

/** Of those in the backlog, and of what they absorbed. */
export function closedInBacklog(work: Work): ReadonlyMap<string, Closed> {
  const absorbed = JSON.stringify([...work.ground.merges().into.keys()]);
  return closedAmong(
    work,
    sql`select id from leads indexed by leads_backlog where backlog = 1
        union all select value from json_each(${absorbed})`,
  );
}

function closedAmong(work: Work, leadIds: SQL): ReadonlyMap<string, Closed> {
  const told = work.db.all<Told>(
    sql`select lead_id as "leadId", body ->> 'dealId' as "dealId", body ->> 'outcome' as outcome
        from facts indexed by facts_deals
        where kind = 'deal.changed' and lead_id in (${leadIds}) and at <= ${work.now} order by at, id`,
  );
  const deals = new Map<string, Map<string, Told['outcome']>>();
  for (const { leadId, dealId, outcome } of told) {
    const holder = holderOf(work, leadId);
    const theirs = deals.get(holder) ?? new Map<string, Told['outcome']>();
    deals.set(holder, theirs.set(dealId, outcome));
  }
  const closed = new Map<string, Closed>();
  for (const [leadId, theirs] of deals) {
    const outcomes = new Set(theirs.values());
    if (outcomes.has('won')) closed.set(leadId, 'won');
    else if (!outcomes.has('open')) closed.set(leadId, 'lost');
  }
  return closed;
}
