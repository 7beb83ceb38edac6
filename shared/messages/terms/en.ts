/** Words and formats that every surface and every notice share, in English; the shape of the other languages. */
import type { Target } from '../../definitions/policy.ts';
import type { Operator } from '../../predicate/predicate.ts';
import type { Answer, Channel, ClockKind, Outcome } from '../../lead/vocabulary.ts';
import { formatOf } from '../format.ts';

const format = formatOf('en');
const { plural, number } = format;

export const en = {
  language: format.language,
  format,
  time: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    /** "today at 17:30" */
    at: (day: string, time: string) => `${day} at ${time}`,
    ago: (duration: string) => `${duration} ago`,
  },
  words: {
    channels: {
      call: 'Call',
      email: 'Email',
      whatsapp: 'WhatsApp',
      linkedin: 'LinkedIn',
      sms: 'SMS',
      meeting: 'Meeting',
      other: 'Other',
    } satisfies Record<Channel, string>,
    outcomes: {
      sent: 'Sent',
      no_answer: 'No answer',
      left_message: 'Left message',
      bounced: 'Bounced',
      wrong_person: 'Wrong person',
      refused: 'Refused',
      replied: 'Replied',
      connected: 'Connected',
      meeting_booked: 'Meeting booked',
    } satisfies Record<Outcome, string>,
    answers: {
      accepted: 'Accepted',
      recycled: 'Returned to nurture',
      disqualified: 'Disqualified',
    } satisfies Record<Answer, string>,
    clocks: {
      assignment: 'Assignment',
      first_response: 'First response',
      acceptance: 'Accept or return',
      cadence: 'Next attempt',
      reply: 'Reply to them',
      stage_time: 'Time in stage',
      return_to_nurture: 'Back to nurture',
      brief_completion: 'Complete the brief',
      contest_answer: 'Answer the contest',
    } satisfies Record<ClockKind, string>,
    /** What a person asked to be recorded, when it was turned down. */
    commands: { attempt: 'Attempt', withdraw: 'Undo', answer: 'Answer', set: 'Saved answer', other: 'Entry' },
    levels: {
      account: 'account',
      segment: (label: string) => `segment ${label}`,
      default: 'default',
    },
    unknown: 'not known',
    none: 'none yet',
    yes: 'yes',
    no: 'no',
    /** Name of a thing nobody gave a name to. */
    unnamed: 'No name',
  },
  target: (target: Target): string => {
    if ('minutes' in target) return `${number(target.minutes)} min`;
    if ('hours' in target) return `${number(target.hours)} h`;
    if ('businessMinutes' in target)
      return plural(target.businessMinutes, { one: '# business minute', other: '# business minutes' });
    if ('businessHours' in target)
      return plural(target.businessHours, { one: '# business hour', other: '# business hours' });
    return plural(target.businessDays, { one: '# business day', other: '# business days' });
  },
  criterion: {
    field: {
      is: (label: string, wanted: string) => `${label}: ${wanted}`,
      isNot: (label: string, wanted: string) => `${label}: not ${wanted}`,
      in: (label: string, wanted: string) => `${label}: ${wanted}`,
      inList: (label: string, wanted: string) => `${label}: in ${wanted}`,
      atLeast: (label: string, wanted: string) => `${label}: ${wanted} or more`,
      atMost: (label: string, wanted: string) => `${label}: ${wanted} or less`,
      between: (label: string, wanted: string) => `${label}: ${wanted}`,
      contains: (label: string, wanted: string) => `${label}: contains “${wanted}”`,
      startsWith: (label: string, wanted: string) => `${label}: starts with “${wanted}”`,
      endsWith: (label: string, wanted: string) => `${label}: ends with “${wanted}”`,
      known: (label: string, _wanted: string) => label,
    } satisfies Record<Operator, (label: string, wanted: string) => string>,
    range: (from: string, to: string) => `${from} to ${to}`,
    emailDomain: 'Email domain',
    score: 'Score',
    fit: 'Fit',
    engagement: 'Engagement',
    segment: 'Segment',
    persona: 'Persona',
    product: 'Product',
    stageIs: 'Stage',
    stageWas: 'Has been in',
    signal: (label: string, times: number) => (times > 1 ? `${label} ×${times}` : label),
    withinDays: (n: number) => plural(n, { one: 'in the last day', other: 'in the last # days' }),
    attempts: (what: string, times: number) => (times > 1 ? `${what} ×${times}` : what),
    anyAttempt: 'An attempt',
    account: (what: string, n: number) => `Account: ${n} × ${what}`,
    not: (what: string) => `Not: ${what}`,
    gap: (points: number, rules: string) => (rules ? `${points} short: ${rules}` : `${points} short`),
    question: (label: string) => `What is: ${label}?`,
  },
};

/** Same keys, same arguments in every language. */
export type Terms = typeof en;
