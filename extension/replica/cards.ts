/** The card of one lead. */
import { accountOf } from '../../shared/lead/account.ts';
import type { History } from '../../shared/definitions/version.ts';
import { readLead, type ReadLead } from '../../shared/lead/fold.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { buildCard, leadName } from '../../shared/ui/buildCard.ts';
import { buildForeign } from '../../shared/ui/buildForeign.ts';
import { buildHistory } from '../../shared/ui/buildHistory.ts';
import type { AccountOther } from '../../shared/protocol/sync.ts';
import type { CardHistory, CardView } from '../../shared/ui/cardView.ts';
import { isColleagues, versionNumbered, type ViewContext } from '../../shared/ui/viewContext.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { Asked } from './firstCards.ts';
import { pendingOf } from './outbox.ts';
import { leadNow, type Replica } from './replica.ts';
import type { Agreement, LeadNow } from './states.ts';

/** How many of one company a card looks at: the rest is a list of its own. */
const MATES_LIMIT = 40;

/** Undefined when the lead is not on the device. */
export async function cardOf(replica: Replica, leadId: string): Promise<Asked> {
  const shown = await leadNow(replica, leadId);
  if (!shown) return undefined;
  const { lead, agreement, context } = shown;
  if (isColleagues(lead.state, context)) return { card: null, foreign: buildForeign(lead.state, context) };
  const toSend = await pendingOf(replica.database, agreement.member);
  const { history, room } = agreement;
  const read = readLead(lead.facts, history, room, lead.state.evaluatedAt);
  const mates = matesOf(replica, lead.state, context);
  const account = accountNow(lead.state, context.history);
  const others = account === null ? [] : replica.people.othersOf(account);
  return { card: build(lead, agreement, toSend.length, context, { read, mates, others }) };
}

/** The newest `shown` lines of what happened to a lead. */
export async function historyOf(
  replica: Replica,
  leadId: string,
  shown: number,
): Promise<CardHistory | undefined> {
  const found = await leadNow(replica, leadId);
  if (!found) return undefined;
  const { state, facts, pending } = found.lead;
  return buildHistory({ state, facts, pending: new Set(pending.map(({ id }) => id)) }, found.context, shown);
}

/**
 * The other leads of the account. A card is not kept waiting for them: those not read yet are read
 * afterwards, and the card is told to ask again.
 */
function matesOf(replica: Replica, state: LeadState, { history, now }: ViewContext): readonly LeadState[] {
  const some = mateIds(replica, state, history).slice(0, MATES_LIMIT);
  const known = some.flatMap((id) => replica.states.peek(id, now)?.state ?? []);
  if (known.length < some.length) void readMates(replica, state.leadId, some, now);
  return known;
}

function mateIds(replica: Replica, state: LeadState, history: History): readonly string[] {
  const account = accountNow(state, history);
  if (account === null) return [];
  return replica.people.ofAccount(account).filter((id) => id !== state.leadId);
}

function accountNow(state: LeadState, history: History): string | null {
  const definitions = versionNumbered(history, state.version)?.definitions;
  return accountOf(state, definitions?.lists['freeMail']?.values ?? []);
}

/** Whether `other` is a lead of the account of `leadId`. */
export async function isMate(replica: Replica, leadId: string, other: string): Promise<boolean> {
  const shown = await leadNow(replica, leadId);
  return shown !== undefined && mateIds(replica, shown.lead.state, shown.context.history).includes(other);
}

async function readMates(replica: Replica, leadId: string, ids: readonly string[], now: number) {
  const read = await Promise.all(ids.map((id) => replica.states.of(id, now)));
  // Asking again is only worth it when it will find them.
  if (!read.some((mate) => mate && replica.states.peek(mate.state.leadId, replica.clock.now()))) return;
  // A card begun for a frame that has not come yet lacks them, and nobody is there to be told.
  replica.firstCards.forget(leadId);
  replica.broadcast.cards([leadId]);
}

/** Names to pick from when an address belongs to several leads (IDN2). */
export async function choicesOf(replica: Replica, leadIds: readonly string[]) {
  const shown = await Promise.all(leadIds.map((leadId) => leadNow(replica, leadId)));
  const messages = messagesFor(replica.language);
  return shown.flatMap((each) =>
    each ? [{ leadId: each.lead.state.leadId, name: leadName(each.lead.state, messages) }] : [],
  );
}

function build(
  { state, pending, rejected }: LeadNow,
  { syncedAt }: Agreement,
  toSend: number,
  context: ViewContext,
  /** Left out in a list: it costs a second reading of the facts. */
  whole: {
    readonly read?: ReadLead;
    readonly mates?: readonly LeadState[];
    readonly others?: readonly AccountOther[];
  } = {},
): CardView {
  const unsent = new Set(pending.map(({ id }) => id));
  const turnedDown = rejected.flatMap(({ kind, rejection }) =>
    rejection ? [{ kind, code: rejection.code, theirs: rejection.theirs }] : [],
  );
  return buildCard({ state, ...whole, rejected: turnedDown, pending: unsent, toSend, syncedAt }, context);
}
