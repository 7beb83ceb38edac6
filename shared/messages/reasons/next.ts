/** What somebody can do about a record or message that was not taken, by its reason. */
import type { Reason } from '../../protocol/reason.ts';

export type Next = 'correct' | 'mapping' | 'people' | 'merge' | 'access' | 'wait' | 'nothing' | 'operator';

export function nextFor({ code }: Reason): Next {
  switch (code) {
    case 'nobody':
    case 'no_member':
      return 'people';
    case 'no_field':
    case 'no_signal':
    case 'field_gone':
    case 'no_list':
    case 'no_stage':
    case 'kept_by':
    case 'mapped_twice':
    case 'owner_kept':
    case 'not_one_value':
      return 'mapping';
    case 'shared':
      return 'merge';
    case 'unauthorised':
    case 'forbidden':
    case 'access_unread':
    case 'no_access_yet':
      return 'access';
    case 'limited':
    case 'unavailable':
    case 'conflict':
      return 'wait';
    case 'erased':
    case 'settings_refused':
    case 'unreached':
    case 'other_account':
    case 'connected_twice':
    case 'missing':
    case 'no_place':
    case 'hook_revoked':
    case 'email_left_out':
    case 'phone_left_out':
      return 'nothing';
    case 'failed':
    case 'app_refused':
    case 'no_app':
      return 'operator';
    default:
      return 'correct';
  }
}
