/** Cards of leads: one at a time, and those of the day. */
import { readLead } from '../../shared/lead/fold.ts';
import type { LeadContext } from '../../shared/lead/context.ts';
import { buildCard, leadName } from '../../shared/ui/buildCard.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { cardOnDevice } from './deviceTime.ts';
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

/** What the person owes, earliest due first. */
export async function dayCards(replica: Replica): Promise<readonly CardView[]> {
  const { states, dues, clock, database, language } = replica;
  const agreement = await states.agreement();
  if (!agreement) return [];
  const now = clock.now();
  const context = contextOf(agreement, now, language);
  const owed = (await dues.list(context)).slice(0, DAY_LIMIT);
  const leads = await Promise.all(owed.map((leadId) => states.of(leadId, now)));
  const toSend = (await pendingOf(database, agreement.member)).length;
  return leads.flatMap((lead) =>
    lead ? [cardOnDevice(build(lead, agreement, toSend, context), clock)] : [],
  );
}

function build(
  { state, pending, rejected }: LeadNow,
  { syncedAt }: Agreement,
  toSend: number,
  context: ViewContext,
  /** Left out where the checklist is not shown: it costs a second reading of the facts. */
  criteria: LeadContext | null = null,
): CardView {
  const unsent = new Set(pending.map(({ id }) => id));
  const turnedDown = rejected.flatMap(({ kind, rejection }) =>
    rejection ? [{ kind, code: rejection.code }] : [],
  );
  return buildCard({ state, criteria, rejected: turnedDown, pending: unsent, toSend, syncedAt }, context);
}
