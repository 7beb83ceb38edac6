/** Deals of a lead as their facts last told them, and since when the lead is won (FCT3, TGT1). */
import type { BodyOf } from '../lead/facts.ts';
import { isLastStage } from '../stage/order.ts';
import { inReporting } from './money.ts';
import { dateAt, startOfDate } from './period.ts';
import type { KeptLead } from './keptLead.ts';
import type { KeepsDeal, Scope } from './scope.ts';

export interface Deal {
  readonly id: string;
  readonly outcome: 'open' | 'won' | 'lost';
  /** When the outcome was reached; of an open deal, when it was opened. */
  readonly at: number;
  readonly openedAt: number;
  /** Hundredths of the reporting currency; null = no rate for its date. */
  readonly cents: number | null;
}

/** Those that count for this lead. */
export function dealsOf({ state, story }: KeptLead, scope: Scope): readonly Deal[] {
  const told = new Map<string, { first: number; last: number; body: BodyOf<'deal.changed'> }>();
  for (const fact of story.facts) {
    if (fact.kind !== 'deal.changed') continue;
    const { dealId } = fact.body;
    const known = told.get(dealId);
    // A deal told again with the same outcome reached it when it was first told so.
    const same = known?.body.outcome === fact.body.outcome;
    told.set(dealId, {
      first: known?.first ?? fact.at,
      last: same ? known.last : fact.at,
      // When it was opened stays said, also where a later telling leaves it out.
      body: { ...fact.body, openedOn: fact.body.openedOn ?? known?.body.openedOn },
    });
  }
  return [...told]
    .filter(([id]) => scope.keepsDeal(id, state.leadId))
    .map(([id, { first, last, body }]) => {
      const openedAt = onDate(scope, body.openedOn, first);
      const at = body.outcome === 'open' ? openedAt : onDate(scope, body.closedOn, last);
      const on = body.closedOn ?? dateAt(scope.calendar, at);
      const cents = inReporting(scope.definitions, body.amount, body.currency, on);
      return { id, outcome: body.outcome, at, openedAt, cents };
    });
}

/** The instant known, unless the date says that it was another day. */
function onDate({ calendar }: Scope, on: string | undefined, at: number): number {
  return on === undefined || on === dateAt(calendar, at) ? at : startOfDate(calendar, on);
}

/** When the lead became a customer: its first won deal, or without any deal the last stage; null = not. */
export function wonAt(lead: KeptLead, scope: Scope): number | null {
  const hasDeals = lead.story.facts.some(({ kind }) => kind === 'deal.changed');
  const wins = hasDeals
    ? dealsOf(lead, scope).filter(({ outcome }) => outcome === 'won')
    : lead.state.entries.filter(({ stage }) => isLastStage(scope.definitions, stage));
  return wins.length === 0 ? null : Math.min(...wins.map(({ at }) => at));
}

/**
 * A first pass that finds which lead keeps each deal: the one handed off first, else captured first,
 * else the smaller id. Memory: one small entry per deal.
 */
export function dealKeepers(leads: Iterable<KeptLead>): KeepsDeal {
  const keepers = new Map<string, readonly [handedOffAt: number, capturedAt: number, leadId: string]>();
  for (const { state, story } of leads) {
    const rank = [
      state.handoffs[0]?.openedAt ?? Infinity,
      state.capturedAt ?? Infinity,
      state.leadId,
    ] as const;
    for (const fact of story.facts) {
      if (fact.kind !== 'deal.changed') continue;
      const { dealId } = fact.body;
      const known = keepers.get(dealId);
      if (known === undefined || isBefore(rank, known)) keepers.set(dealId, rank);
    }
  }
  return (dealId, leadId) => (keepers.get(dealId)?.[2] ?? leadId) === leadId;
}

type Rank = readonly [number, number, string];

function isBefore(a: Rank, b: Rank): boolean {
  if (a[0] !== b[0]) return a[0] < b[0];
  return a[1] === b[1] ? a[2] < b[2] : a[1] < b[1];
}
