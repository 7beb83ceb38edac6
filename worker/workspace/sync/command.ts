/** One command: read, authorised by what held at its `at`, checked, and made a fact (SYN1, ACC2). */
import { CommandBody, type Command, type CommandKind } from '../../../shared/protocol/commands.ts';
import { factOf } from '../../../shared/protocol/factOf.ts';
import type { CommandResult, PushRequest, Rejection } from '../../../shared/protocol/sync.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { addFacts } from '../leads/facts.ts';
import { checkAcknowledged, wasAcknowledged } from './acknowledged.ts';
import { attemptAt } from '../leads/attemptAt.ts';
import { checkCommand } from './checkCommand.ts';
import { checkRevision } from './revision.ts';
import { mayCommand } from './mayCommand.ts';
import { holderOf } from '../leads/merged.ts';
import { LeadView } from '../leads/leadView.ts';
import { refold } from '../leads/refold.ts';
import type { Ahead } from './readAhead.ts';
import type { Who, Work } from '../work.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

/** Longest body of one command, in characters of JSON. */
const MOST_CHARACTERS = 64 * 1024;

export interface Refusal {
  readonly code: Rejection;
  readonly pointer?: string;
  readonly detail?: string;
  /** For the console; sync tells its code alone. */
  readonly reason?: PlainReason;
  readonly theirs?: unknown;
}

type Pushed = PushRequest['commands'][number];

/** @param isOwn whether a fact came from the same device's own outbox */
export function applyCommand(
  work: Work,
  who: Who,
  pushed: Pushed,
  ahead: Ahead,
  isOwn: (factId: string) => boolean,
): CommandResult & Pick<Refusal, 'reason'> {
  const { n, id } = pushed;
  const outcome = settle(work, who, pushed, ahead, isOwn);
  if (outcome === 'applied' || outcome === 'duplicate') return { n, id, result: outcome };
  return { n, id, result: 'rejected', ...outcome };
}

function settle(
  work: Work,
  who: Who,
  pushed: Pushed,
  ahead: Ahead,
  isOwn: (factId: string) => boolean,
): 'applied' | 'duplicate' | Refusal {
  const read = readCommand(pushed);
  if ('code' in read) return read;
  // Half a character cannot be stored as it is, and would name another lead when read back.
  if (!read.body.leadId.isWellFormed()) return { code: 'malformed', pointer: '/body/leadId' };
  // What is asked of a lead that was merged into another reaches that one (IDN3).
  const leadId = holderOf(work, read.body.leadId);
  const command = { ...read, body: { ...read.body, leadId } } as Command;
  const taken = ahead.leadOfFact(command.id);
  if (taken !== undefined)
    return holderOf(work, taken) === leadId ? 'duplicate' : { code: 'conflict', pointer: '/id' };

  // Whatever is not a try is judged by all that came before it.
  if (command.kind !== 'attempt.log') ahead.write();
  const kept = ahead.lead(leadId);
  const lead = kept ? new LeadView(work, leadId, kept.stored) : null;
  const ready = wasAcknowledged(work, pushed)
    ? checkAcknowledged(work, who, clamp(work, command))
    : judge(work, who, clamp(work, command), lead, isOwn);
  if ('code' in ready) return ready;

  const fact: Fact = factOf(ready, { actor: who.memberId, at: ready.at, recordedAt: work.now });
  ahead.applied(command.id, leadId);
  if (kept && command.kind === 'attempt.log') {
    ahead.later(fact, kept);
    return 'applied';
  }
  ahead.write();
  const added = addFacts(work, [fact]);
  if (kept) refold(work, leadId, { ...kept, stored: [...kept.stored, ...added] });
  else if (ready.kind === 'lead.capture') refold(work, leadId);
  return 'applied';
}

/** The command as it is kept, or why it is turned down. */
function judge(
  work: Work,
  who: Who,
  asked: Command,
  lead: LeadView | null,
  isOwn: (factId: string) => boolean,
): Command | Refusal {
  if ((lead !== null) === (asked.kind === 'lead.capture'))
    return lead !== null
      ? { code: 'conflict', pointer: '/body/leadId', detail: 'this lead exists already' }
      : { code: 'not_found', pointer: '/body/leadId' };
  const denied = mayCommand(work, who, asked, lead);
  if (denied) return denied;
  const stale = lead && checkRevision(asked, lead, isOwn);
  if (stale) return stale;
  return checkCommand(work, who, asked, lead);
}

function readCommand(pushed: Pushed): Command | Refusal {
  const kind = pushed.kind;
  if (!isKind(kind)) return { code: 'unknown_kind', pointer: '/kind' };
  if (JSON.stringify(pushed.body ?? null).length > MOST_CHARACTERS)
    return { code: 'malformed', pointer: '/body', detail: `longer than ${MOST_CHARACTERS} characters` };
  const body = CommandBody[kind].safeParse(pushed.body);
  if (body.success) return { ...pushed, kind, body: body.data } as Command;
  const issue = body.error.issues[0];
  return {
    code: 'malformed',
    pointer: `/body${(issue?.path ?? []).map((part) => `/${String(part)}`).join('')}`,
    detail: issue?.message ?? 'not a body of this kind',
  };
}

function isKind(kind: string): kind is CommandKind {
  return Object.hasOwn(CommandBody, kind);
}

/** ATT5: a device's clock may be wrong by years; nothing is refused for it. */
function clamp(work: Work, command: Command): Command {
  return { ...command, at: attemptAt(command, work.now) };
}
