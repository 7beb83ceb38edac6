/**
 * Why a row of a file, a message or a record of another system was not taken, as data: a closed list of codes
 * with what a sentence about each needs. `shared/messages/reasons/` says them in three languages; the API says
 * the English one beside it. Never holds the value that was wrong (PRI1).
 */
import * as z from 'zod';

/** That need nothing beside them. The last seven are what can go wrong with a request to a vendor. */
export const PLAIN_REASONS = [
  'takes_text',
  'takes_number',
  'takes_yes_no',
  'takes_date',
  'no_email',
  'no_phone',
  'email_left_out',
  'phone_left_out',
  'no_address',
  'no_member',
  'no_signal',
  'erased',
  'shared',
  'nobody',
  'failed',
  'no_instant',
  'not_one_value',
  'no_list',
  'no_json',
  'hook_revoked',
  'field_gone',
  'no_deal',
  'no_place',
  'unauthorised',
  'forbidden',
  'missing',
  'conflict',
  'invalid',
  'limited',
  'unavailable',
] as const;
export type PlainReason = (typeof PLAIN_REASONS)[number];

export const Reason = z.discriminatedUnion('code', [
  z.object({ code: z.enum(PLAIN_REASONS) }),
  z.object({ code: z.literal('takes_choice'), choices: z.array(z.string()).readonly() }),
  z.object({ code: z.literal('no_field'), name: z.string() }),
  z.object({ code: z.enum(['too_many', 'too_long']), max: z.number() }),
]);
export type Reason = z.infer<typeof Reason>;

/** One that was met, and where: a column, a pointer (RFC 6901) or a field of theirs; empty for all of it. */
export const FaultView = z.object({ pointer: z.string(), detail: z.string(), reason: Reason.optional() });
export type FaultView = z.infer<typeof FaultView>;
