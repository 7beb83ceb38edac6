/**
 * What happened to the sample's people before now: pure, so that every clock stands where the tour
 * needs it, whatever the weekday or hour. Times are counted back from now in open time.
 */
import { subtractOpenMs } from '../../shared/sla/openTime.ts';
import type { Answer, Channel, Outcome } from '../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type CompiledCalendar } from '../../shared/time.ts';
import type { SamplePerson } from '../../worker/sample/people.ts';
import type { Star } from '../../worker/sample/words.ts';

export type Rep = 'ana' | 'bruno' | 'camila';

export type Happening =
  | { readonly kind: 'captured'; readonly owner?: Rep }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'attempt'; readonly by: Rep; readonly channel: Channel; readonly outcome: Outcome }
  | { readonly kind: 'reply'; readonly by: Rep; readonly channel: Channel }
  | { readonly kind: 'answer'; readonly by: Rep; readonly answer: Answer; readonly reason?: string }
  | { readonly kind: 'stage'; readonly by: Rep; readonly stage: string }
  | { readonly kind: 'field'; readonly by: Rep; readonly field: string; readonly value: string | number }
  | { readonly kind: 'snoozed'; readonly by: Rep; readonly reason: string }
  | { readonly kind: 'optedOut'; readonly by: Rep };

export interface SampleEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly person: SamplePerson;
  readonly what: Happening;
}

/** Hours of open time before now. */
type HoursAgo = number;
type Step = readonly [ago: HoursAgo, what: Happening];

const signal = (name: string): Happening => ({ kind: 'signal', signal: name });
const tried = (by: Rep, channel: Channel, outcome: Outcome): Happening => ({
  kind: 'attempt',
  by,
  channel,
  outcome,
});
const accepted = (by: Rep): Happening => ({ kind: 'answer', by, answer: 'accepted' });
const captured = (owner?: Rep): Happening => ({ kind: 'captured', ...(owner ? { owner } : {}) });

/** A minute and the like, in hours. */
const minutes = (count: number): HoursAgo => count / 60;

/** Open hours per business day in the starter agreements. */
const DAY = 8;

/** The twelve with a part; each comment says what its chip shows. */
const PARTS: Readonly<Record<Star, readonly Step[]>> = {
  // Fast track, two hours in health, forty minutes left: at risk.
  demo: [
    [10 * DAY, captured('ana')],
    [9 * DAY, signal('email_clicked')],
    [7 * DAY, signal('careers_viewed')],
    [minutes(81), signal('form_submitted')],
    [minutes(80), signal('demo_requested')],
  ],
  // By score, four hours long gone, nobody answered: late by 2 h 05.
  late: [
    [6 * DAY, captured('ana')],
    [5 * DAY, signal('form_submitted')],
    [4 * DAY, signal('content_downloaded')],
    [2 * DAY, signal('email_clicked')],
    [6 + minutes(5), signal('pricing_viewed')],
    [6 + minutes(4), signal('pricing_viewed')],
    [6 + minutes(2), signal('pricing_viewed')],
  ],
  // Answered in time, accepted, two tries made: the next one is due in two days.
  accepted: [
    [8 * DAY, captured('ana')],
    [5 * DAY, signal('content_downloaded')],
    [20, signal('pricing_viewed')],
    [19, signal('pricing_viewed')],
    [18.8, signal('pricing_viewed')],
    [18, tried('ana', 'email', 'sent')],
    [17, accepted('ana')],
    [3, tried('ana', 'call', 'no_answer')],
  ],
  // Talked, qualified, a meeting ahead: everything kept.
  qualified: [
    [12 * DAY, captured('ana')],
    [9 * DAY, signal('email_clicked')],
    [60.2, signal('form_submitted')],
    [60, signal('demo_requested')],
    [59, tried('ana', 'call', 'connected')],
    [58.5, accepted('ana')],
    [30, { kind: 'field', by: 'ana', field: 'budget', value: 90_000 }],
    [29.9, { kind: 'field', by: 'ana', field: 'need', value: 'CRM' }],
    [20, tried('ana', 'meeting', 'meeting_booked')],
    [19.5, { kind: 'stage', by: 'ana', stage: 'sql' }],
  ],
  // Asked to be called after a trip: paused.
  snoozed: [
    [9 * DAY, captured('ana')],
    [6 * DAY, signal('content_downloaded')],
    [41, signal('pricing_viewed')],
    [40.5, signal('pricing_viewed')],
    [40, signal('pricing_viewed')],
    [38, tried('ana', 'email', 'sent')],
    [37, accepted('ana')],
    [24, tried('ana', 'whatsapp', 'sent')],
    [20, { kind: 'snoozed', by: 'ana', reason: 'vacation' }],
  ],
  // Came half an hour ago: running, green.
  fresh: [
    [4 * DAY, captured('ana')],
    [1, signal('pricing_viewed')],
    [minutes(45), signal('pricing_viewed')],
    [minutes(30), signal('pricing_viewed')],
    [minutes(29), signal('email_clicked')],
  ],
  // Answered an hour late.
  metLate: [
    [7 * DAY, captured('ana')],
    [30, signal('trial_started')],
    [25, tried('ana', 'email', 'sent')],
    [24.5, accepted('ana')],
    [10, tried('ana', 'call', 'connected')],
  ],
  // Not handed over: no clock.
  nurtured: [
    [6 * DAY, captured('ana')],
    [4 * DAY, signal('webinar_attended')],
    [3 * DAY, signal('content_downloaded')],
  ],
  // Somebody else's.
  colleague: [
    [5 * DAY, captured('bruno')],
    [12, signal('demo_requested')],
    [11, tried('bruno', 'email', 'sent')],
  ],
  // Half an hour for a strategic account, kept; acceptance is running out.
  strategic: [
    [3 * DAY, captured('ana')],
    [7, signal('demo_requested')],
    [6.7, tried('ana', 'call', 'connected')],
  ],
  // Given back: marketing owes the next step.
  returned: [
    [9 * DAY, captured('ana')],
    [50, signal('demo_requested')],
    [49, tried('ana', 'email', 'sent')],
    [35, tried('ana', 'call', 'no_answer')],
    [21, tried('ana', 'whatsapp', 'sent')],
    [10, { kind: 'answer', by: 'ana', answer: 'recycled', reason: 'no_budget' }],
  ],
  // Wants no contact: what was owed is cancelled.
  optedOut: [
    [6 * DAY, captured('ana')],
    [26, signal('demo_requested')],
    [25, tried('ana', 'email', 'refused')],
    [24.9, { kind: 'optedOut', by: 'ana' }],
  ],
};

const REPS = ['ana', 'bruno', 'camila'] as const;

/** Eight everyday courses, shifted per person so that no two stand at the same minute. */
const COURSES: readonly ((by: Rep, shift: HoursAgo) => readonly Step[])[] = [
  (by) => [
    [9 * DAY, captured(by)],
    [6 * DAY, signal('content_downloaded')],
  ],
  (by) => [
    [12 * DAY, captured(by)],
    [11 * DAY, signal('webinar_attended')],
    [4 * DAY, signal('email_clicked')],
  ],
  (by, shift) => [
    [3 * DAY, captured(by)],
    [0.2 + shift * 0.6, signal('demo_requested')],
  ],
  (by, shift) => [
    [5 * DAY, captured(by)],
    [5 + shift, signal('demo_requested')],
  ],
  (by, shift) => [
    [8 * DAY, captured(by)],
    [20 + shift, signal('demo_requested')],
    [19 + shift, tried(by, 'call', 'left_message')],
    [18 + shift, accepted(by)],
    [6 + shift, tried(by, 'email', 'sent')],
  ],
  (by, shift) => [
    [10 * DAY, captured(by)],
    [40 + shift, signal('demo_requested')],
    [34 + shift, tried(by, 'email', 'sent')],
    [33 + shift, accepted(by)],
    [12 + shift, tried(by, 'call', 'connected')],
  ],
  (by, shift) => [
    [16 * DAY, captured(by)],
    [90 + shift, signal('demo_requested')],
    [89 + shift, tried(by, 'call', 'connected')],
    [70 + shift, { kind: 'answer', by, answer: 'disqualified', reason: 'out_of_profile' }],
  ],
  (by, shift) => [
    [18 * DAY, captured(by)],
    [110 + shift, signal('demo_requested')],
    [109 + shift, tried(by, 'call', 'connected')],
    [108 + shift, accepted(by)],
    [60 + shift, { kind: 'stage', by, stage: 'sql' }],
  ],
];

/** In construction, whose team has nobody yet: the first response waits for somebody to take it. */
const WAITING: readonly Step[] = [
  [4 * DAY, captured()],
  [2, signal('demo_requested')],
];
const WAITING_INDEX = 23;

/** Everything that happened, oldest first, all of it before `now`. */
export function sampleStory(
  people: readonly SamplePerson[],
  calendar: CompiledCalendar,
  now: number,
): SampleEvent[] {
  const events = people.flatMap((person, index) =>
    stepsOf(person, index).map(([ago, what]) => ({ at: instantOf(calendar, now, ago), person, what })),
  );
  return events.toSorted((one, other) => one.at - other.at);
}

function stepsOf(person: SamplePerson, index: number): readonly Step[] {
  if (person.star) return PARTS[person.star];
  if (index === WAITING_INDEX) return WAITING;
  const course = COURSES[index % COURSES.length] ?? (() => []);
  return course(REPS[index % REPS.length] ?? 'ana', (index % 11) * 0.3);
}

/** The last instant from which that much open time had passed by now; closed time is not work. */
function instantOf(calendar: CompiledCalendar, now: number, ago: HoursAgo): number {
  const at = subtractOpenMs(calendar, now, Math.round(ago * HOUR_MS));
  return at ?? now - ago * 3 * HOUR_MS;
}

/** When the workspace was founded: before anything happened in it. */
export function foundedAt(events: readonly SampleEvent[]): number {
  return (events[0]?.at ?? Date.now()) - DAY_MS - MINUTE_MS;
}
