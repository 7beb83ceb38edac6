/**
 * Files of leads: `POST /v1/imports` takes CSV or NDJSON as a stream, `POST /v1/imports/guess` says what its
 * columns probably mean. Rows become leads of the backlog, with their tries and signals (TRI2).
 */
import * as z from 'zod';
import { Scalar } from '../lead/facts.ts';
import { CHANNELS, OUTCOMES } from '../lead/vocabulary.ts';
import { LeadUpsert } from './api.ts';
import { Why } from './reason.ts';

const Id = z.string().min(1).max(200);

export const IMPORT_STATES = ['receiving', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Most a column, and most a whole row, may hold. */
export const CELL_CHARACTERS = 32 * 1024;
export const ROW_CHARACTERS = 128 * 1024;
export const MOST_COLUMNS = 300;
/** Errors of single rows that are kept; all are counted. */
export const MOST_ERRORS = 1_000;

/**
 * What one column means: `email`, `phone`, `owner` (a member's id or whole name), `capturedAt`, `source`,
 * `campaign`, `id:<system>/<object>`, `field:<id>`, `attempt:<channel>` or `signal:<id>` (each an instant),
 * and of the lead's deal `deal:outcome` (won, lost or open), `deal:amount`, `deal:currency`, `deal:closedOn`,
 * `deal:openedOn` and `deal:id`.
 */
export const Target = z
  .string()
  .max(500)
  .regex(
    /^(?:email|phone|owner|capturedAt|source|campaign|ignore|id:[^/]+\/[^/]+|field:.+|signal:.+|attempt:(?:call|email|whatsapp|linkedin|sms|meeting|other)|deal:(?:outcome|amount|currency|closedOn|openedOn|id))$/,
    'email, phone, owner, capturedAt, source, campaign, ignore, id:<system>/<object>, field:<id>, signal:<id>, attempt:<channel> or deal:<outcome, amount, currency, closedOn, openedOn or id>',
  );
/** Column name → target; columns left out are ignored. */
export const Mapping = z.record(z.string().max(CELL_CHARACTERS), Target);
export type Mapping = z.infer<typeof Mapping>;

/** Which of two numbers is the day: 05/03, where nothing in the file tells. */
export const DATE_ORDERS = ['dayFirst', 'monthFirst'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const json = z
  .string()
  .max(16_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'this is no JSON' });
      return z.NEVER;
    }
  });

export const ImportQuery = z.strictObject({
  /** JSON, column → target; as guessed if left out. For CSV only. */
  mapping: json.pipe(Mapping).optional(),
  dryRun: z.enum(['true', 'false']).optional(),
  dates: z.enum(DATE_ORDERS).optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** A deal as a file tells it: of a lost one seldom why, so no reason is asked for. */
export const ImportDeal = z.strictObject({
  outcome: z.enum(['open', 'won', 'lost']),
  /** The lead's only one when left out. */
  dealId: Id.optional(),
  /** In major units of `currency`; 0 when left out. */
  amount: z.number().min(0).max(1e12).optional(),
  /** The workspace's own when left out. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  openedOn: z.iso.date().optional(),
  closedOn: z.iso.date().optional(),
});
export type ImportDeal = z.infer<typeof ImportDeal>;

/** One row: a line of NDJSON, or what a line of CSV becomes. */
export const ImportRow = LeadUpsert.omit({ backlog: true }).extend({
  attempts: z
    .array(
      z.strictObject({
        channel: z.enum(CHANNELS),
        outcome: z.enum(OUTCOMES).optional(),
        at: z.int(),
        /** Member who made it; the lead's owner, else whoever imports. */
        by: Id.optional(),
      }),
    )
    .max(200)
    .optional(),
  signals: z
    .array(z.strictObject({ signal: Id, at: z.int(), properties: z.record(Id, Scalar).optional() }))
    .max(500)
    .optional(),
  deal: ImportDeal.optional(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** `POST /v1/imports/guess`: the first rows of a file, as they are. */
export const GuessResponse = z.object({
  delimiter: z.string(),
  encoding: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** Null: nothing we know; it would be ignored. */
      target: z.string().nullable(),
      /** A few values of it, to look at. */
      samples: z.array(z.string()),
    }),
  ),
  mapping: Mapping,
  /** Null where both orders are possible: say which with `dates`. */
  dates: z.enum(DATE_ORDERS).nullable(),
});
export type GuessResponse = z.infer<typeof GuessResponse>;

export const RowFault = z.object({
  /** Line of the file on which the row begins, from 1. */
  line: z.int(),
  /** Column of CSV, or JSON pointer; empty for the whole row. */
  field: z.string(),
  detail: z.string(),
  /** For whoever says it in another language. */
  reason: Why,
});
export type RowFault = z.infer<typeof RowFault>;

export const ImportView = z.object({
  id: z.string(),
  state: z.enum(IMPORT_STATES),
  format: z.enum(['csv', 'ndjson']),
  dryRun: z.boolean(),
  mapping: Mapping,
  by: z.string(),
  createdAt: z.int(),
  updatedAt: z.int(),
  bytes: z.int(),
  /** Rows read; `created + changed + unchanged + failed` of them have been looked at. */
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  /** Facts added. */
  facts: z.int(),
  /** The first of what was wrong; all kept at `/v1/imports/:id/errors`. */
  errors: z.array(RowFault),
});
export type ImportView = z.infer<typeof ImportView>;
