import { termsFor } from '../terms/index.ts';
import type { ReasonWords } from './words.ts';

const SHOWN = 20;

/** Also what the API says. */
export const en: ReasonWords = {
  plain: {
    takes_text: 'this field takes text',
    takes_number: 'this field takes a number',
    takes_yes_no: 'this field takes yes or no',
    takes_date: 'this field takes a date, YYYY-MM-DD',
    no_email: 'this is no e-mail address',
    no_phone: 'this is no phone number; write it with its country code, +55…',
    email_left_out: 'left out, because it is no e-mail',
    phone_left_out: 'left out, because it is no phone number',
    no_address: 'a lead needs an e-mail, a phone or an external id',
    no_member: 'no active member has this id',
    no_signal: 'the agreement has no such signal',
    erased: 'this person was erased and is not recorded again',
    shared: 'two leads share these identifiers: merge them first',
    nobody: 'whoever did this over there is nobody here yet',
    failed: 'it could not be taken',
    no_instant: 'this is no instant',
    not_one_value: 'there is a list or an object here, not one value',
    no_list: 'there is no list here',
    no_json: 'this is no JSON',
    hook_revoked: 'the hook has been revoked since',
    field_gone: 'the field we write into is not there any more',
    no_deal: 'a task there belongs to a deal, and this contact has none',
    no_place: 'it has no place for attempts',
    unauthorised: 'access was taken back or has run out',
    forbidden: 'the access given does not reach so far',
    missing: 'it is not there any more',
    conflict: 'it has changed meanwhile',
    invalid: 'it does not take this as it is',
    limited: 'it has had too many requests',
    unavailable: 'it did not answer, or only in part',
  },
  choices: (choices) => `this field takes one of: ${choices.slice(0, SHOWN).join(', ')}`,
  noField: (name) => `the agreement has no field "${name}"`,
  tooMany: (max) => `at most ${termsFor('en').format.number(max)} at once`,
  tooLong: (max) => `it takes more than ${termsFor('en').format.number(max)} characters`,
  next: {
    correct: 'Correct the value there, then try again.',
    mapping: 'Look through what means what, then try again.',
    people: 'Say who it is under “What means what”, then try again.',
    merge: 'Merge the two leads, then try again.',
    access: 'Connect it again with an account that may do this, then try again.',
    wait: 'Try again in a while.',
    nothing: 'Nothing has to be done.',
    operator: 'Try again, and tell whoever runs this worker if it stays.',
  },
};
