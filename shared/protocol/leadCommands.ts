/**
 * What a person does to one lead through the API: the very commands of sync (SYN1), one address each.
 * The lead, the hand-off or the attempt is in the address, so the body leaves it out.
 */
import * as z from 'zod';
import { Why } from './reason.ts';
import { CommandBody, type CommandKind } from './commands.ts';

const Id = z.string().min(1).max(200);

const head = {
  /** UUID of the fact it becomes: sent again it is done once. `Idempotency-Key` does as well. */
  id: z.uuid().optional(),
  /** When it was done, epoch ms; now when left out, never later. */
  at: z.int().optional(),
};
/** A change of state: with the lead's `revision` as it was read, what changed since is a conflict. */
const change = { ...head, revision: z.int().optional() };
const lead = { leadId: true } as const;
const handoff = { leadId: true, handoff: true } as const;

export const StageRequest = CommandBody['stage.set'].omit(lead).extend(change);
export const ReleaseStageRequest = CommandBody['stage.release'].omit(lead).extend(change);
export const OwnerRequest = CommandBody['owner.assign'].omit(lead).extend(change);
export const FieldRequest = CommandBody['lead.set'].omit(lead).extend(change);
export const SnoozeRequest = CommandBody['lead.snooze'].omit(lead).extend(head);
export const ResumeRequest = CommandBody['lead.resume'].omit(lead).extend(head);
export const OptOutRequest = CommandBody['lead.optOut'].omit(lead).extend(head);
export const OptInRequest = CommandBody['lead.optIn'].omit(lead).extend(head);
export const NurtureRequest = CommandBody['nurture.start'].omit(lead).extend(head);
export const MaterialRequest = CommandBody['material.use'].omit(lead).extend(head);
/** One's own try, logged by hand; other systems use `POST /v1/attempts`. */
export const LogAttemptRequest = CommandBody['attempt.log'].omit(lead).extend(head);
export const LogReplyRequest = CommandBody['reply.log'].omit(lead).extend(head);

export const AnswerRequest = CommandBody['handoff.answer'].omit(handoff).extend(change);
export const ContestRequest = CommandBody['handoff.contest'].omit(handoff).extend(head);
export const CommentRequest = CommandBody['handoff.comment'].omit(handoff).extend(head);
export const DecideRequest = CommandBody['handoff.decide'].omit(handoff).extend(change);

const attempt = { leadId: true, attempt: true } as const;
export const RefuseAttemptRequest = CommandBody['attempt.refuse'].omit(attempt).extend(head);
export const WithdrawAttemptRequest = CommandBody['attempt.withdraw'].omit(attempt).extend(head);

/** As a route hands it to the workspace. */
export interface AskedCommand {
  readonly kind: CommandKind;
  /** UUID; the fact's. */
  readonly id: string;
  /** Without the lead. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Epoch ms; now if left out. */
  readonly at?: number | undefined;
  /** Of the lead as the asker read it; as it is now if left out. */
  readonly revision?: number | undefined;
}

/** What was done, and the lead's revision since. */
export const CommandDone = z.object({
  leadId: Id,
  fact: z.string(),
  revision: z.int(),
  /** It had been done before, under the same id. */
  duplicate: z.boolean(),
});
export type CommandDone = z.infer<typeof CommandDone>;

/** `POST /v1/assignments` (manager): many leads to one owner, or back to nobody. */
export const AssignmentsRequest = z.strictObject({
  leadIds: z.array(Id).min(1).max(500),
  owner: Id.nullable(),
});
export type AssignmentsRequest = z.infer<typeof AssignmentsRequest>;

/** `POST /v1/leads/acts`: one thing done to many leads, each by the checks of its own command. */
export const ActsRequest = z.strictObject({
  leadIds: z.array(Id).min(1).max(500),
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('accept') }),
    CommandBody['lead.snooze'].omit(lead).extend({ kind: z.literal('snooze') }),
    z.strictObject({ kind: z.literal('resume') }),
  ]),
});
export type ActsRequest = z.infer<typeof ActsRequest>;

/** Of either: an error points at its lead, or at what is wrong for all of them. */
export const AssignmentsResponse = z.object({
  /** In the order of the request. */
  results: z.array(
    z.union([
      z.object({ leadId: Id, revision: z.int() }),
      z.object({ error: z.string(), reason: Why, pointer: z.string() }),
    ]),
  ),
});
export type AssignmentsResponse = z.infer<typeof AssignmentsResponse>;
