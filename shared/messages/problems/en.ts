import type { Named } from '../../definitions/check/fault.ts';
import { termsFor } from '../terms/index.ts';
import { type ProblemWords, quoted, short, type Terms } from './words.ts';

export function english(): ProblemWords {
  const { number, choice } = termsFor('en').format;
  const terms: Terms = {
    kinds: {
      text: 'text',
      number: 'a number',
      whole: 'a whole number',
      yesNo: 'true or false',
      list: 'a list',
      object: 'an object',
      true: 'true',
    },
    types: { text: 'text', number: 'a number', boolean: 'yes or no', date: 'a date', choice: 'a choice' },
    decided: { segment: 'segment', persona: 'persona', score: 'score' },
  };
  const named: Readonly<Record<Named, string>> = {
    field: 'field',
    choice: 'choice',
    list: 'list',
    signal: 'signal',
    segment: 'segment',
    persona: 'persona',
    exclusion: 'exclusion',
    product: 'product',
    group: 'scoring group',
    rule: 'scoring rule',
    band: 'band',
    stage: 'stage',
    reason: 'reason',
    snoozeReason: 'snooze reason',
    route: 'route',
    policy: 'policy',
    calendar: 'calendar',
    signer: 'signer',
    source: 'source',
    rate: 'exchange rate',
    quota: 'quota',
    goal: 'goal',
    material: 'material',
    site: 'site',
  };
  return {
    didYouMean: (name) => `Did you mean “${name}”?`,
    fault: (fault) => {
      switch (fault.code) {
        case 'missing':
          return `“${fault.key}” is missing.`;
        case 'wrong_type':
          return `This must be ${choice(fault.expected.map((kind) => terms.kinds[kind]))}.`;
        case 'unknown_key':
          return `There is no “${short(fault.key)}” here.`;
        case 'reserved_key':
          return `“${fault.key}” cannot be used as a name.`;
        case 'not_one_of':
          return `This must be one of ${choice(quoted(fault.choices))}.`;
        case 'choose_one':
          return `Exactly one of ${choice(quoted(fault.keys))} is needed here.`;
        case 'exclude_each_other':
          return `Only one of ${choice(quoted(fault.keys))} may be used.`;
        case 'text_empty':
          return 'This text must not be empty.';
        case 'text_too_long':
          return `This text is too long: at most ${number(fault.max)} characters.`;
        case 'text_length':
          return `This text must have exactly ${number(fault.length)} characters.`;
        case 'too_many':
          return `Too many entries: at most ${number(fault.max)}.`;
        case 'too_few':
          return `Too few entries: at least ${number(fault.min)}.`;
        case 'number_too_big':
          return `This number must be ${fault.inclusive ? 'at most' : 'less than'} ${number(fault.max)}.`;
        case 'number_too_small':
          return `This number must be ${fault.inclusive ? 'at least' : 'more than'} ${number(fault.min)}.`;
        case 'bad_field_id':
          return 'A field’s id begins with a small letter and has only letters and digits, such as “companySize”.';
        case 'bad_date':
          return 'This must be a date written as YYYY-MM-DD.';
        case 'bad_time':
          return 'This must be a time from 00:00 to 24:00, written as HH:MM.';
        case 'bad_link':
          return 'This must be a link, such as https://example.com/guide.';
        case 'not_allowed':
          return 'This value does not fit here.';
        case 'too_many_problems':
          return `More than ${number(fault.shown)} problems: mend these first.`;
        case 'unknown_reference':
          return `There is no ${named[fault.what]} “${short(fault.id)}” in this agreement.`;
        case 'duplicate':
          return `Two of these have the same name: ${named[fault.what]} “${short(fault.id)}”.`;
        case 'reserved_field':
          return `“${fault.id}” is a field every workspace has: its type must be text or choice.`;
        case 'choices_missing':
          return 'A field of type “choice” needs its choices.';
        case 'too_deep':
          return `Criteria may be nested ${number(fault.max)} levels deep, no deeper.`;
        case 'too_many_nodes':
          return `One criterion may have ${number(fault.max)} parts, no more. Lists of values can hold thousands.`;
        case 'decided_later':
          return fault.place === fault.asks
            ? `What decides the ${terms.decided[fault.place]} cannot ask for the ${terms.decided[fault.asks]}.`
            : `The ${terms.decided[fault.place]} is decided before the ${terms.decided[fault.asks]}, so it cannot ask for it.`;
        case 'operator_type':
          return `“${fault.operator}” does not work on “${fault.field}”, which is ${terms.types[fault.type]}.`;
        case 'value_type':
          return `“${fault.field}” is ${terms.types[fault.type]}: this value never matches it.`;
        case 'empty_range':
          return 'The range ends before it begins.';
        case 'never_met':
          return `This can never be met: the limit is ${number(fault.limit)} points.`;
        case 'always_met':
          return `This is always met: the limit is ${number(fault.limit)} points.`;
        case 'min_above_max':
          return 'The lower limit is above the upper one.';
        case 'bands_not_descending':
          return `Bands go from the best down: “${fault.band}” must come after “${fault.previous}” and ask for fewer points.`;
        case 'handoff_first':
          return 'Leads cannot be handed over at the first stage: nobody enters it.';
        case 'handoff_last':
          return 'Leads cannot be handed over at the last stage: nothing is left to do there.';
        case 'accepted_not_after':
          return 'The stage of accepted leads must come after the hand-off stage.';
        case 'accepted_automatic':
          return 'This stage is entered by accepting, yet leads may also enter it by themselves.';
        case 'no_way_in':
          return `Nobody enters “${fault.stage}” by itself: it has neither criteria nor a fast track.`;
        case 'no_reason':
          return fault.answer === 'recycled'
            ? 'There is no reason for returning a lead to nurture, so nobody could.'
            : 'There is no reason for disqualifying a lead, so nobody could.';
        case 'dates_beyond_window':
          return 'This many days do not fit into the agreed window: nobody could ever be called unreachable.';
        case 'channels_beyond':
          return `There are only ${number(fault.max)} channels.`;
        case 'minimum_above_attempts':
          return `This asks for more than the ${number(fault.attempts)} agreed attempts.`;
        case 'cadence_below_minimum':
          return `The cadence ends after ${number(fault.times)} attempts; calling a lead unreachable takes ${number(fault.attempts)}.`;
        case 'needs_repeat':
          return 'A cadence needs “repeat”: how many attempts were agreed.';
        case 'repeat_unused':
          return '“repeat” has no effect here: only a cadence repeats.';
        case 'needs_stage':
          return 'A “stage_time” policy needs “stage”: the stage it times.';
        case 'stage_unused':
          return '“stage” has no effect here: only a “stage_time” policy times a stage.';
        case 'mixed_time':
          return 'This and the target must both be business time, or neither.';
        case 'warns_at_start':
          return 'This warns as long before the end as the whole promise lasts: at risk from the start.';
        case 'level_without_criterion':
          return `A policy at level “${fault.level}” without “when” applies to everyone and hides the more general ones.`;
        case 'other_party':
          return `“${fault.kind}” is a promise of ${fault.party === 'neutral' ? 'the referee (“neutral”)' : fault.party}.`;
        case 'no_default_response':
          return 'No first response is promised by default: leads no policy matches have no deadline.';
        case 'unknown_zone':
          return `“${short(fault.zone)}” is no time zone.`;
        case 'no_open_time':
          return 'This week has no open time: every deadline would wait for ever.';
        case 'closed_too_long':
          return `Closed from ${fault.from} to ${fault.to}, ${number(fault.days)} days in a row: at most 92 are allowed.`;
        case 'opens_at_midnight_end':
          return '24:00 may end a period, not begin one: use 00:00 of the next day.';
        case 'hours_overlap':
          return 'This period begins before the one above it ends.';
        case 'signer_missing':
          return `Both sides sign or none: no signer of ${fault.side} is named.`;
        case 'bad_currency':
          return 'This must be a currency code in capitals, such as USD.';
        case 'unknown_site':
          return `“${short(fault.id)}” is no site the extension knows: name its hosts to add it as one of your own.`;
        case 'bad_host':
          return 'This must be a host such as crm.example.com or *.example.com, without https:// and without a path.';
        case 'bad_selector':
          return 'This is no selector: check its brackets and quotes.';
      }
    },
  };
}
