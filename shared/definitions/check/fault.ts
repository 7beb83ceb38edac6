/**
 * What can be wrong with an agreement (DEF1), as data: a closed list of codes with what a sentence
 * about each needs. `shared/messages/problems/` says them in three languages.
 */
import type { Answer, ClockKind, Side } from '../../lead/vocabulary.ts';
import type { Field } from '../field.ts';

export type ValueKind = 'text' | 'number' | 'whole' | 'yesNo' | 'list' | 'object' | 'true';
/** What a name may refer to. */
export type Named =
  | 'field'
  | 'choice'
  | 'list'
  | 'signal'
  | 'segment'
  | 'persona'
  | 'exclusion'
  | 'product'
  | 'group'
  | 'rule'
  | 'band'
  | 'stage'
  | 'reason'
  | 'snoozeReason'
  | 'route'
  | 'policy'
  | 'calendar'
  | 'signer'
  | 'source'
  | 'rate'
  | 'quota'
  | 'goal'
  | 'material'
  | 'site';
/** What is decided in this order, each seeing only those before it. */
export type Decided = 'segment' | 'persona' | 'score';

export type ShapeFault =
  | { readonly code: 'missing'; readonly key: string }
  | { readonly code: 'wrong_type'; readonly expected: readonly ValueKind[] }
  | { readonly code: 'unknown_key'; readonly key: string }
  | { readonly code: 'reserved_key'; readonly key: string }
  | { readonly code: 'not_one_of'; readonly choices: readonly string[] }
  | { readonly code: 'choose_one'; readonly keys: readonly string[] }
  | { readonly code: 'exclude_each_other'; readonly keys: readonly string[] }
  | { readonly code: 'text_empty' }
  | { readonly code: 'text_too_long'; readonly max: number }
  | { readonly code: 'text_length'; readonly length: number }
  | { readonly code: 'too_many'; readonly max: number }
  | { readonly code: 'too_few'; readonly min: number }
  | { readonly code: 'number_too_big'; readonly max: number; readonly inclusive: boolean }
  | { readonly code: 'number_too_small'; readonly min: number; readonly inclusive: boolean }
  | { readonly code: 'bad_field_id' }
  | { readonly code: 'bad_date' }
  | { readonly code: 'bad_time' }
  | { readonly code: 'bad_link' }
  | { readonly code: 'not_allowed' }
  | { readonly code: 'too_many_problems'; readonly shown: number };

export type NameFault =
  | { readonly code: 'unknown_reference'; readonly what: Named; readonly id: string }
  | { readonly code: 'duplicate'; readonly what: Named; readonly id: string }
  | { readonly code: 'reserved_field'; readonly id: string }
  | { readonly code: 'choices_missing' };

export type CriterionFault =
  | { readonly code: 'too_deep'; readonly max: number }
  | { readonly code: 'too_many_nodes'; readonly max: number }
  | { readonly code: 'decided_later'; readonly place: Decided; readonly asks: Decided }
  | {
      readonly code: 'operator_type';
      readonly operator: string;
      readonly field: string;
      readonly type: Field['type'];
    }
  | { readonly code: 'value_type'; readonly field: string; readonly type: Field['type'] }
  | { readonly code: 'empty_range' }
  | { readonly code: 'never_met'; readonly limit: number }
  | { readonly code: 'always_met'; readonly limit: number };

export type PromiseFault =
  | { readonly code: 'min_above_max' }
  | { readonly code: 'bands_not_descending'; readonly band: string; readonly previous: string }
  | { readonly code: 'handoff_first' }
  | { readonly code: 'handoff_last' }
  | { readonly code: 'accepted_not_after' }
  | { readonly code: 'accepted_automatic' }
  | { readonly code: 'no_way_in'; readonly stage: string }
  | { readonly code: 'no_reason'; readonly answer: Answer }
  | { readonly code: 'dates_beyond_window' }
  | { readonly code: 'channels_beyond'; readonly max: number }
  | { readonly code: 'minimum_above_attempts'; readonly attempts: number }
  | { readonly code: 'cadence_below_minimum'; readonly times: number; readonly attempts: number }
  | { readonly code: 'needs_repeat' }
  | { readonly code: 'repeat_unused' }
  | { readonly code: 'needs_stage' }
  | { readonly code: 'stage_unused' }
  | { readonly code: 'mixed_time' }
  | { readonly code: 'warns_at_start' }
  | { readonly code: 'level_without_criterion'; readonly level: 'account' | 'segment' }
  | { readonly code: 'other_party'; readonly kind: ClockKind; readonly party: Side }
  | { readonly code: 'no_default_response' }
  | { readonly code: 'unknown_zone'; readonly zone: string }
  | { readonly code: 'no_open_time' }
  | { readonly code: 'closed_too_long'; readonly from: string; readonly to: string; readonly days: number }
  | { readonly code: 'opens_at_midnight_end' }
  | { readonly code: 'hours_overlap' }
  | { readonly code: 'signer_missing'; readonly side: Side }
  | { readonly code: 'bad_currency' }
  | { readonly code: 'unknown_site'; readonly id: string }
  | { readonly code: 'bad_host' }
  | { readonly code: 'bad_selector' };

export type Fault = ShapeFault | NameFault | CriterionFault | PromiseFault;

/** Worth a look, and no reason to refuse the agreement; every other fault is. */
export const WARNINGS: ReadonlySet<Fault['code']> = new Set<Fault['code']>([
  'never_met',
  'always_met',
  'accepted_automatic',
  'no_way_in',
  'minimum_above_attempts',
  'cadence_below_minimum',
  'repeat_unused',
  'stage_unused',
  'warns_at_start',
  'level_without_criterion',
  'other_party',
  'no_default_response',
  'hours_overlap',
]);
