/**
 * A command that came through the API instead of an outbox: the same reading, the same checks, the
 * same fact (SYN1, ACC2). A rejection becomes a problem document.
 */
import { eq } from 'drizzle-orm';
import type { AskedCommand, CommandDone } from '../../../shared/protocol/leadCommands.ts';
import type { CommandResult, Rejection } from '../../../shared/protocol/sync.ts';
import type { ProblemType } from '../../../shared/protocol/problem.ts';
import { done, failure, type Failure, type Outcome } from '../../outcome.ts';
import { applyCommand, type Refusal } from './command.ts';
import { readAhead } from './readAhead.ts';
import { rowInScope, UNKNOWN_LEAD } from '../leads/leads.ts';
import { holderOf } from '../leads/merged.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

export function obeyOnLead(
  work: Work,
  who: Who,
  { leadId, ...asked }: AskedCommand & { readonly leadId: string },
): Outcome<CommandDone> {
  return obey(work, who, leadId, asked, UNKNOWN_LEAD);
}

const UNKNOWN_HANDOFF = failure('not-found', 'There is no such hand-off.');

export function obeyOnHandoff(
  work: Work,
  who: Who,
  { handoff, ...asked }: AskedCommand & { readonly handoff: string },
): Outcome<CommandDone> {
  // Named after the lead it was opened on, whichever lead holds that one now (IDN3).
  const leadId = /^h:(.+):\d+$/s.exec(handoff)?.[1];
  if (leadId === undefined) return UNKNOWN_HANDOFF;
  return obey(work, who, leadId, { ...asked, body: { ...asked.body, handoff } }, UNKNOWN_HANDOFF);
}

const UNKNOWN_ATTEMPT = failure('not-found', 'There is no such attempt.');

export function obeyOnAttempt(
  work: Work,
  who: Who,
  { attempt, ...asked }: AskedCommand & { readonly attempt: string },
): Outcome<CommandDone> {
  const { facts } = schema;
  const made = work.db.select({ leadId: facts.leadId }).from(facts).where(eq(facts.id, attempt)).get();
  if (!made) return UNKNOWN_ATTEMPT;
  return obey(work, who, made.leadId, { ...asked, body: { ...asked.body, attempt } }, UNKNOWN_ATTEMPT);
}

/** @param unknown answered for what is not there and for what the asker may not know of: alike (ACC1) */
function obey(
  work: Work,
  who: Who,
  named: string,
  { kind, id, body, at = work.now, revision }: AskedCommand,
  unknown: Failure,
): Outcome<CommandDone> {
  const leadId = holderOf(work, named);
  const baseRevision = revision ?? revisionOf(work, leadId);
  const pushed = { n: 1, id, kind, body: { ...body, leadId }, at, baseRevision };
  const ahead = readAhead(work, [pushed]);
  const result = applyCommand(work, who, pushed, ahead, () => false);
  ahead.write();
  if (result.result === 'rejected') {
    const hidden = result.code === 'not_found' || !rowInScope(work, who, leadId);
    return hidden ? unknown : problemFor(result);
  }
  return done({
    leadId,
    fact: id,
    revision: revisionOf(work, leadId),
    duplicate: result.result === 'duplicate',
  });
}

function revisionOf(work: Work, leadId: string): number {
  const { leads } = schema;
  return work.db.select({ seq: leads.seq }).from(leads).where(eq(leads.id, leadId)).get()?.seq ?? 0;
}

const PROBLEMS: Readonly<Record<Rejection, readonly [ProblemType, string]>> = {
  malformed: ['invalid-body', 'See `errors` for the field that is not as expected.'],
  unknown_kind: ['invalid-body', 'There is no such command.'],
  not_found: ['not-found', 'It is not there.'],
  forbidden: ['forbidden', 'This is not for you to do on this lead. Ask its owner or a manager.'],
  conflict: ['conflict', 'It has changed since you read it, or was done already. Read it again.'],
  opted_out: ['conflict', 'This person asked not to be contacted this way.'],
  too_early: ['conflict', 'The agreement does not accept a time that far back.'],
  too_late: ['conflict', 'The agreed time for this is over.'],
  not_yet: ['conflict', 'The agreement asks for more tries before this answer; `theirs` says which.'],
};

/** The same for people; what is not there is the same for whoever may not know of it. */
const REASONS: Readonly<Record<Rejection, PlainReason>> = {
  malformed: 'not_as_expected',
  unknown_kind: 'not_as_expected',
  not_found: 'no_lead',
  forbidden: 'not_yours',
  conflict: 'changed_since',
  opted_out: 'opted_out',
  too_early: 'too_far_back',
  too_late: 'too_late',
  not_yet: 'tries_owed',
};

type Rejected = Extract<CommandResult, { result: 'rejected' }> & Pick<Refusal, 'reason'>;

/** @returns with the code of sync, so that whoever speaks both reads one language */
export function problemFor({ code, pointer, detail, reason: exact, theirs }: Rejected): Failure {
  const [problem, sentence] = PROBLEMS[code];
  const at = pointer?.replace(/^\/body/, '') ?? '';
  const reason = { code: exact ?? REASONS[code] };
  const errors = pointer === undefined ? undefined : [{ pointer: at, detail: detail ?? sentence, reason }];
  return {
    ...failure(problem, sentence, errors),
    more: { code, reason, ...(theirs === undefined ? {} : { theirs }) },
  };
}
