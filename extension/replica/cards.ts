/** Cards of leads, and the leads that owe something in the order in which it is owed. */
import { readLead } from '../../shared/lead/fold.ts';
import type { PredicateContext } from '../../shared/predicate/context.ts';
import { buildCard, leadName } from '../../shared/ui/buildCard.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import { byUrgency, clocksOfSide } from '../../shared/ui/nearestClock.ts';
import { isColleagues, type ViewContext } from '../../shared/ui/viewContext.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { pendingOf } from './outbox.ts';
import { contextOf, leadNow, type Replica } from './replica.ts';
import type { Agreement, LeadNow } from './states.ts';

/** More than a day's work is not a list anybody reads. */
const DAY_LIMIT = 100;

export async function cardOf(replica: Replica, leadId: string): Promise<CardView | null> {
  const shown = await leadNow(replica, leadId);
  if (!shown) return null;
  const { lead, agreement, context } = shown;
  const toSend = await pendingOf(replica.database, agreement.member);
  const { history, room } = agreement;
  const { context: criteria } = readLead(lead.facts, history, room, lead.state.evaluatedAt);
  return build(lead, agreement, toSend.length, context, criteria);
}

/** Names to pick from when an address belongs to several leads (IDN2). */
export async function choicesOf(replica: Replica, leadIds: readonly string[]) {
  const shown = await Promise.all(leadIds.map((leadId) => leadNow(replica, leadId)));
  const messages = messagesFor(replica.language);
  return shown.flatMap((each) =>
    each ? [{ leadId: each.lead.state.leadId, name: leadName(each.lead.state, messages) }] : [],
  );
}

/** The person's own leads and nobody's with a clock that counts, earliest due first. */
export async function dayCards(replica: Replica): Promise<readonly CardView[]> {
  const agreement = await replica.states.agreement();
  if (!agreement) return [];
  const now = replica.clock.now();
  const context = contextOf(agreement, now, replica.language);
  const ids = await replica.database.getAllKeys('leads');
  const leads = await Promise.all(ids.map((id) => replica.states.of(id, now)));
  const owed = leads.flatMap((lead) => {
    const dueAt = lead && dueOf(lead, context);
    return lead && dueAt !== null && dueAt !== undefined ? [{ lead, dueAt }] : [];
  });
  const toSend = await pendingOf(replica.database, agreement.member);
  return owed
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.lead.state.leadId < b.lead.state.leadId ? -1 : 1))
    .slice(0, DAY_LIMIT)
    .map(({ lead }) => build(lead, agreement, toSend.length, context));
}

const OWED = new Set(['running', 'breached', 'paused']);

/** Due of the clock that presses most; paused ones come last; null when nothing is owed. */
function dueOf({ state }: LeadNow, context: ViewContext): number | null {
  if (isColleagues(state, context)) return null;
  const clocks = clocksOfSide(state.clocks, context.viewer.role).filter(({ status }) => OWED.has(status));
  const [nearest] = byUrgency(clocks);
  return nearest ? (nearest.dueAt ?? Number.MAX_SAFE_INTEGER) : null;
}

function build(
  { state, pending }: LeadNow,
  { syncedAt }: Agreement,
  toSend: number,
  context: ViewContext,
  /** Left out where the checklist is not shown: it costs a second reading of the facts. */
  criteria: PredicateContext | null = null,
): CardView {
  const unsent = new Set(pending.map(({ id }) => id));
  return buildCard({ state, criteria, pending: unsent, toSend, syncedAt }, context);
}
