/** Reading leads under `/v1/leads`: lists with filters, one lead as it is or was, what it lacks, its account. */
import * as z from 'zod';
import { CLOCK_KINDS, CLOCK_STATES } from '../lead/vocabulary.ts';

const Id = z.string().min(1).max(200);
const Flag = z.enum(['true', 'false']);
const Cursor = z.string().max(1_000);
const Limit = z.coerce.number().int().min(1).max(500);
/** Epoch ms, or an instant as ISO 8601. */
const Instant = z.union([
  z.coerce.number().int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

export const LEAD_SORTS = ['id', 'due', 'score', 'updated', '-updated'] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];
/** States of the nearest clock a list may be asked for; `at_risk` and `none` beside those of the clock itself. */
export const CLOCK_FILTERS = ['running', 'at_risk', 'breached', 'paused', 'none'] as const;
export type ClockFilter = (typeof CLOCK_FILTERS)[number];

/** `GET /v1/leads`. */
export const LeadsQuery = z.strictObject({
  stage: Id.optional(),
  /** Of the nearest clock still open. */
  clock: z.enum(CLOCK_FILTERS).optional(),
  clockKind: z.enum(CLOCK_KINDS).optional(),
  /** Member id, or `none`. */
  owner: Id.optional(),
  /** Only leads whose owner is in this team now. */
  team: Id.optional(),
  segment: Id.optional(),
  persona: Id.optional(),
  source: Id.optional(),
  campaign: Id.optional(),
  /** Somewhere in name, company or e-mail. */
  text: z.string().trim().min(2).max(100).optional(),
  backlog: Flag.optional(),
  optedOut: Flag.optional(),
  updatedSince: Instant.optional(),
  /**
   * `due`: nearest deadline first, those without one last. `score`: highest first. `updated`: longest
   * unchanged first, so that whoever pages through misses none that changes meanwhile; `-updated`: newest
   * first. `id` (default): oldest lead first.
   */
  sort: z.enum(LEAD_SORTS).optional(),
  cursor: Cursor.optional(),
  limit: Limit.optional(),
});
export type LeadsQuery = z.infer<typeof LeadsQuery>;

const Clock = z.object({
  id: z.string(),
  kind: z.enum(CLOCK_KINDS),
  status: z.enum(CLOCK_STATES),
  dueAt: z.int().nullable(),
  riskAt: z.int().nullable(),
  /** What it counts in; null or left out where that is not known yet. */
  terms: z
    .object({
      /** Of the agreement it was promised in (CLK8). */
      version: z.int(),
      /** Id of a calendar of that version; null: wall time. */
      calendar: z.string().nullable(),
      /** Begun in trial: grey, never late (TRI1). */
      trial: z.boolean(),
    })
    .nullish(),
});

export const LeadView = z.object({
  id: Id,
  /** Place of its last change: what a state change may carry as `revision`. */
  revision: z.int(),
  evaluatedAt: z.int(),
  validUntil: z.int().nullable(),
  changedAt: z.int(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  owner: z.string().nullable(),
  stage: z.string(),
  score: z.int(),
  segment: z.string().nullable(),
  persona: z.string().nullable(),
  account: z.string().nullable(),
  source: z.string().nullable(),
  campaign: z.string().nullable(),
  backlog: z.boolean(),
  optedOut: z.boolean(),
  touchedAt: z.int().nullable(),
  touchedBy: z.string().nullable(),
  /** The nearest clock still open. */
  clock: Clock.nullable(),
});
export type LeadView = z.infer<typeof LeadView>;
export const LeadsListResponse = z.object({ leads: z.array(LeadView), cursor: z.string().nullable() });
export type LeadsListResponse = z.infer<typeof LeadsListResponse>;

export const EXPLAINED = [
  'next',
  'stages',
  'segments',
  'personas',
  'exclusions',
  'routes',
  'policies',
] as const;

/** `GET /v1/leads/:id`. */
export const LeadQuery = z.strictObject({
  /** Adds the trees of these criteria, each node with its verdict and what it saw (PRD4). */
  explain: z.enum(EXPLAINED).optional(),
  /** As of this instant, or of the end of this date in the workspace's calendar (STG5). */
  at: z.union([z.iso.date(), Instant]).optional(),
  /** What had been recorded by then (default), or what is known of that time now. */
  known: z.enum(['then', 'now']).optional(),
});
export type LeadQuery = z.infer<typeof LeadQuery>;

/** `GET /v1/leads/:id/facts`. */
export const FactsQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
});
export type FactsQuery = z.infer<typeof FactsQuery>;

/** `GET /v1/leads/:id/next-fields`: what a form may ask for next (PRD5). */
export const NextFieldsResponse = z.object({
  /** The stage these would bring nearer; null when none ahead has criteria. */
  stage: Id.nullable(),
  fields: z.array(
    z.object({
      id: Id,
      label: z.string(),
      type: z.enum(['text', 'number', 'boolean', 'date', 'choice']),
      /** As the agreement asks it. */
      question: z.string().nullable(),
      choices: z.array(z.object({ id: z.string(), label: z.string() })),
      /** `stage`: its criteria need it; `brief`: the hand-off's brief does. */
      for: z.enum(['stage', 'brief']),
      /** How many other things are missing beside it for the stage; 0 = this alone would do. */
      beside: z.int(),
    }),
  ),
});
export type NextFieldsResponse = z.infer<typeof NextFieldsResponse>;

/** `GET /v1/leads/:id/account` (IDN4): leads of one company, seen as far as the asker may. */
export const AccountResponse = z.object({
  /** Null when the lead belongs to none: a free-mail address, or nothing known. */
  id: z.string().nullable(),
  leads: z.array(
    z.object({
      id: Id,
      name: z.string().nullable(),
      stage: z.string(),
      owner: z.string().nullable(),
      persona: z.string().nullable(),
      touched: z.object({ at: z.int(), by: Id }).nullable(),
    }),
  ),
  personas: z.object({ covered: z.array(Id), missing: z.array(Id) }),
  stages: z.record(z.string(), z.int()),
  /** The newest try of anyone on any of them. */
  touched: z.object({ at: z.int(), by: Id }).nullable(),
});
export type AccountResponse = z.infer<typeof AccountResponse>;
