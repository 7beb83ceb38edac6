/** The closed lists of words every other file uses (VOC). Order matters only where a comment says so. */

export const LANGUAGES = ['en', 'pt-BR', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export const CHANNELS = ['call', 'email', 'whatsapp', 'linkedin', 'sms', 'meeting', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Richest last: when several observers saw one try, the outcome furthest to the right is kept (ATT7). */
export const OUTCOMES = [
  'sent',
  'no_answer',
  'left_message',
  'bounced',
  'wrong_person',
  'refused',
  'replied',
  'connected',
  'meeting_booked',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that are a conversation: they end a cadence (CLK3) and make a lead worked (TGT2). */
export const CONVERSATIONS: readonly Outcome[] = ['connected', 'replied', 'meeting_booked'];
/** Outcomes that answer the first response but are no cadence step (ATT9). */
export const UNDELIVERED: readonly Outcome[] = ['bounced', 'wrong_person'];

export const EVIDENCE = ['observed', 'integration', 'clicked', 'declared'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const OBSERVERS = ['page', 'hand', 'integration', 'system'] as const;
export type Observer = (typeof OBSERVERS)[number];

export const SIDES = ['marketing', 'sales', 'neutral'] as const;
export type Side = (typeof SIDES)[number];

export const ROLES = ['admin', 'manager', 'marketer', 'sdr'] as const;
export type Role = (typeof ROLES)[number];

export const ANSWERS = ['accepted', 'recycled', 'disqualified'] as const;
export type Answer = (typeof ANSWERS)[number];

export const CLOCK_KINDS = [
  'assignment',
  'first_response',
  'acceptance',
  'cadence',
  'reply',
  'stage_time',
  'return_to_nurture',
  'brief_completion',
  'contest_answer',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const CLOCK_STATES = [
  'waiting',
  'running',
  'paused',
  'met',
  'breached',
  'met_late',
  'cancelled',
] as const;
export type ClockStatus = (typeof CLOCK_STATES)[number];

/** Lead fields every workspace has, whatever its definitions add (FCT3). */
export const RESERVED_FIELDS = [
  'name',
  'company',
  'country',
  'state',
  'city',
  'persona',
  'product',
  'source',
  'campaign',
] as const;

/** `actor` of a fact nobody made by hand and no integration sent. */
export const SYSTEM_ACTOR = 'system';

/** Why a lead entered a stage (STG5). `import` and `publish` make backlog (TRI2). */
export const ENTRY_CAUSES = [
  'criteria',
  'fast_track',
  'return',
  'publish',
  'import',
  'person',
  'integration',
  'answer',
] as const;
