/** Deals of a connected system: each change of one is a fact on every lead it is about. */
import { v7 as uuidv7 } from 'uuid';
import type { BodyOf, Fact } from '../../../shared/lead/facts.ts';
import type { Deal } from '../../connectors/connector.ts';
import { headOf, type Tally } from './connectionFacts.ts';
import { dropLeft, keepLeft } from './connectionLeft.ts';
import { keepRecord, leadsOf, recordsOf } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { appendFacts } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import { refold } from '../leads/refold.ts';
import type { Work } from '../work.ts';

export function applyDeal(work: Work, connection: AgreedConnection, deal: Deal): Tally {
  const { id } = connection;
  const { definitions } = work.ground.inForce(work.now);
  const before = recordsOf(work, id, deal.ref);
  if (deal.people.length === 0 && before.length === 0) keepLeft(work, id, deal.ref, 'deal_of_nobody');
  else dropLeft(work, id, deal.ref);
  const currency = /^[A-Z]{3}$/.test(deal.currency ?? '') ? deal.currency : null;
  const body: BodyOf<'deal.changed'> = {
    dealId: `${connection.vendor}:${deal.ref.id}`,
    amount: Math.min(Math.max(deal.amount, 0), 1e12),
    currency: currency ?? definitions.currency,
    outcome: deal.outcome,
    openedOn: onOf(deal.createdAt),
    ...(deal.outcome === 'lost' && deal.reason !== null ? { reason: deal.reason.slice(0, 200) } : {}),
    ...(deal.outcome !== 'open' && deal.closedAt !== null ? { closedOn: onOf(deal.closedAt) } : {}),
    ...(deal.product === undefined ? {} : { product: deal.product.slice(0, 200) }),
  };
  const text = JSON.stringify(body);
  const fresh = leadsOf(work, id, deal.people).filter(
    (leadId) =>
      !before.some((record) => holderOf(work, record.leadId) === leadId && record.said['deal'] === text),
  );
  for (const leadId of fresh) {
    const factId = `c:${id}:deal:${deal.ref.id}:${leadId}:${uuidv7({ msecs: work.now })}`;
    const fact: Fact = {
      ...headOf(work, connection, leadId, deal.changedAt),
      id: factId,
      kind: 'deal.changed',
      body,
    };
    keepRecord(work, id, deal.ref, leadId, { said: { deal: text }, factId });
    if (appendFacts(work, [fact]).length > 0) refold(work, leadId);
  }
  return fresh.length > 0 ? { deals: 1 } : { unchanged: 1 };
}

function onOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
