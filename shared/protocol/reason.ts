/**
 * Why a row of a file, a message or a record of another system was not taken, as data: a closed list of codes
 * with what a sentence about each needs. `shared/messages/reasons/` says them in three languages; the API says
 * the English one beside it. Never holds the value that was wrong (PRI1).
 */
import * as z from 'zod';
import { TROUBLES } from './trouble.ts';

/** That need nothing beside them. */
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
  'mapped_twice',
  'owner_kept',
  'app_refused',
  'settings_refused',
  'unreached',
  'no_app',
  'access_unread',
  'no_access_yet',
  'other_account',
  ...TROUBLES,
  'file_empty',
  'file_stopped',
  'same_names',
  'no_identity_column',
  'row_unreadable',
  'row_too_long',
  'quote_open',
  'not_text',
  'not_mapped',
  'no_date',
  'day_or_month',
  'no_such_day',
  'no_amount',
  'no_currency',
  'no_outcome',
  'required',
  'empty',
  'wrong_kind',
  'not_as_expected',
  'no_url',
  'password_in_url',
  'only_https',
  'only_public',
  'named_twice',
  'no_lead',
  'no_team',
  'no_such_stage',
  'no_such_reason',
  'reason_needed',
  'email_taken',
  'place_of_identity',
  'secret_wanted',
  'secret_not_wanted',
  'redirects',
  'not_reached',
  'nobody_subscribed',
  'not_yours',
  'changed_since',
  'opted_out',
  'too_far_back',
  'too_late',
  'tries_owed',
  'nothing_to_answer',
  'date_begun',
  'too_far_ahead',
  'snoozed_enough',
  'last_admin',
  'not_over_yet',
  'message_taken',
  'subscription_paused',
  'no_open_time',
  'nothing_open_then',
  'ends_before',
  'over_already',
  'too_long_ago',
  'longer_than_a_year',
  'begins_later',
  'closure_over',
  'meeting_open',
  'meeting_closed',
  'proposal_settled',
  'no_backup',
  'backup_cut',
  'backup_row',
  'backup_fact',
  'backup_agreement',
  'backup_member',
  'restore_running',
  'longer_than_a_month',
  'in_trial',
  'release_running',
] as const;
export type PlainReason = (typeof PLAIN_REASONS)[number];

/** With a number: how many there were, or may be. */
export const COUNTED_REASONS = [
  'more_cells',
  'too_many_columns',
  'too_few',
  'too_few_characters',
  'above',
  'below',
  'closed_too_long',
  'answered',
  'no_answer',
  'imports_running',
  'too_many_kept',
] as const;
export type CountedReason = (typeof COUNTED_REASONS)[number];

/** With a name: a column's, or of the agreement or the database, never a person's. */
export const NAMED_REASONS = [
  'no_column',
  'no_stage',
  'kept_by',
  'connected_twice',
  'no_zone',
  'unknown_field',
  'backup_table',
  'backup_columns',
] as const;
export type NamedReason = (typeof NAMED_REASONS)[number];

export const Reason = z.discriminatedUnion('code', [
  z.object({ code: z.enum(PLAIN_REASONS) }),
  z.object({ code: z.literal('takes_choice'), choices: z.array(z.string()).readonly() }),
  z.object({ code: z.literal('no_field'), name: z.string() }),
  z.object({ code: z.enum(['too_many', 'too_long']), max: z.number() }),
  z.object({ code: z.enum(COUNTED_REASONS), n: z.number() }),
  z.object({ code: z.enum(NAMED_REASONS), name: z.string() }),
]);
export type Reason = z.infer<typeof Reason>;

/**
 * As it travels: a code of a newer worker is left to the sentence beside it, and which codes there are is no part
 * of the contract (SYN8): one more changes nothing for whoever reads them.
 */
export const Why = z
  .custom<Reason>((said) => Reason.safeParse(said).success)
  .meta({
    type: 'object',
    description: '`code`, and what a sentence about it needs: `n`, `max`, `name`, `choices`.',
  })
  .optional()
  .catch(undefined);

/** One that was met, and where: a column, a pointer (RFC 6901) or a field of theirs; empty for all of it. */
export const FaultView = z.object({ pointer: z.string(), detail: z.string(), reason: Why });
export type FaultView = z.infer<typeof FaultView>;
