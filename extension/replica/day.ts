/** What popup and side panel show beside cards: the day's rows, and what of one's own is not settled yet. */
import { messagesFor } from '../../shared/messages/catalog.ts';
import { buildDayRow } from '../../shared/ui/buildDayRow.ts';
import { leadName } from '../../shared/ui/buildCard.ts';
import { rejectedWords } from '../../shared/ui/rejectedWords.ts';
import { calendarOf } from '../../shared/ui/viewContext.ts';
import { localMsOf } from '../../shared/sla/localTime.ts';
import { CommandBody } from '../../shared/protocol/commands.ts';
import { DAY_MS } from '../../shared/time.ts';
import type { Catalog } from '../../shared/messages/catalog.ts';
import type { ReplyOf, Unsettled } from '../messages.ts';
import type { OutboxRow } from './database.ts';
import { rowOnDevice } from './deviceTime.ts';
import { isTurnedDown, readRejected, rowsOf } from './outbox.ts';
import { contextOf, leadNow, type Replica } from './replica.ts';
import { memberKey } from './session.ts';

/** More than a day's work is not a list anybody reads. */
const OWED_LIMIT = 500;
const DONE_LIMIT = 100;
/** Waiting and refused are shown up to this many each, the newest. */
const UNSETTLED_LIMIT = 100;

/** What the person owes, earliest due first, and what they did today. */
export async function dayOf(replica: Replica): Promise<ReplyOf<'panel.day'>> {
  const { states, dues, clock, language } = replica;
  const agreement = await states.agreement();
  if (!agreement) return { rows: [], of: 0, language, trial: false, ready: false };
  const now = clock.now();
  const context = contextOf(agreement, now, language);
  const current = agreement.history.findLast(({ effectiveAt }) => effectiveAt <= now);
  const offsets = calendarOf(current)?.offsets ?? [];
  const sinceMidnight = localMsOf(offsets, now) % DAY_MS;
  const { leads: owed } = await dues.queue(context);
  const done = await dues.worked(context, now - sinceMidnight);
  const wanted = new Set([...owed.slice(0, OWED_LIMIT), ...done.slice(0, DONE_LIMIT)]);
  const leads = await Promise.all([...wanted].map((leadId) => states.of(leadId, now)));
  const rows = leads.flatMap((lead) => {
    if (!lead) return [];
    const { state, facts } = lead;
    return [rowOnDevice(buildDayRow({ state, facts, pending: lead.pending.length > 0 }, context), clock)];
  });
  return {
    rows,
    of: owed.length,
    language,
    trial: !agreement.history.some(({ signed }) => signed),
    ready: true,
  };
}

/** Everything of the person's own that waits to be sent or was turned down (SYN2, SYN7), the newest first. */
export async function unsettled(replica: Replica): Promise<ReplyOf<'panel.unsettled'>> {
  const session = await replica.session();
  if (!session) return { waiting: [], refused: [] };
  const rows = (await rowsOf(replica.database, memberKey(session))).toSorted((a, b) => b.at - a.at);
  const messages = messagesFor(replica.language);
  const views = (isOne: (row: OutboxRow) => boolean, say: (row: OutboxRow) => string) =>
    Promise.all(
      rows
        .filter(isOne)
        .slice(0, UNSETTLED_LIMIT)
        .map((row) => viewOf(replica, row, say(row), messages)),
    );
  return {
    waiting: await views(
      ({ state }) => state === 'pending',
      (row) => whatOf(row, messages),
    ),
    refused: await views(isTurnedDown, ({ kind, rejection }) =>
      rejection ? rejectedWords({ kind, code: rejection.code, theirs: rejection.theirs }, messages) : '',
    ),
  };
}

/** The person has read these refusals: off every list and card, on this device. */
export async function settleRefused(replica: Replica, ids: readonly string[]): Promise<boolean> {
  const session = await replica.session();
  if (!session) return false;
  const read = await readRejected(replica.database, memberKey(session), ids, replica.clock.now());
  replica.states.forget(read.map(({ leadId }) => leadId));
  replica.broadcast.changed();
  return read.length > 0;
}

async function viewOf(
  replica: Replica,
  { id, leadId, at }: OutboxRow,
  text: string,
  messages: Catalog,
): Promise<Unsettled> {
  const shown = await leadNow(replica, leadId);
  return {
    id,
    leadId,
    name: shown ? leadName(shown.lead.state, messages) : null,
    text,
    at: replica.clock.onDevice(at),
  };
}

/** "Call · No answer" for an attempt; for the rest its kind. */
function whatOf({ kind, body }: OutboxRow, { words }: Catalog): string {
  const attempt = kind === 'attempt.log' ? CommandBody[kind].safeParse(body) : undefined;
  if (attempt?.success)
    return `${words.channels[attempt.data.channel]} · ${words.outcomes[attempt.data.outcome]}`;
  switch (kind) {
    case 'attempt.withdraw':
      return words.commands.withdraw;
    case 'handoff.answer':
      return words.commands.answer;
    case 'lead.set':
      return words.commands.set;
    default:
      return words.commands.other;
  }
}
