/** `GET /v1/reports/:name`, and the leads behind a figure (TGT4). */
import * as z from 'zod';
import { METRICS, type Metric } from '../target/metrics.ts';
import { LeadView } from './leads.ts';

export const REPORTS = [
  'today',
  'compliance',
  'speed',
  'funnel',
  'worked',
  'attempts',
  'dispositions',
  'quality',
  'recycled',
  'leaks',
  'audit',
  'capacity',
  'goals',
  'achieved',
  'pacing',
  'effect',
  'quota',
] as const;
export type ReportName = (typeof REPORTS)[number];

const Id = z.string().min(1).max(200);
const METRIC_NAMES = Object.keys(METRICS).filter((name): name is Metric => Object.hasOwn(METRICS, name));
/** `small=0.25`: a segment and the conversion agreed for it, 0–1. */
const AgreedRate = /^[^=]{1,200}=(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/;

export const ReportQuery = z.strictObject({
  /** Local dates of the workspace, both included; the last 30 when left out. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Only leads whose owner is in this team, or that are in this segment. */
  team: Id.optional(),
  segment: Id.optional(),
  /** Only leads of this member, or `none`: of nobody. Of others only a manager of their side may ask (TGT5). */
  owner: Id.optional(),
  /** Only leads first captured from this source. */
  source: Id.optional(),
  /** `pacing`: what is counted, and the target for the whole period; the agreed goal's when left out. */
  metric: z.enum(METRIC_NAMES).optional(),
  target: z.coerce.number().min(0).max(1_000_000_000).optional(),
  /** `effect`: the version whose effect is asked for; the one in force when left out. */
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** `quota`: conversions agreed in place of observed ones, `segment=0.25,segment=0.1`. */
  agreed: z
    .string()
    .max(2_000)
    .refine((text) => text.split(',').every((one) => AgreedRate.test(one)), 'not segment=share,segment=share')
    .optional(),
  /** CSV has the rows only. */
  format: z.enum(['json', 'csv']).optional(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

const Named = z.record(z.string(), z.unknown());

/** A number the rows are made of: the leads behind it are at `/v1/reports/:name/leads?cell=<its row as JSON>`. */
export const ReportCell = z.object({
  row: z.array(z.string().nullable()),
  n: z.int(),
  hits: z.int(),
  /** Hundredths of the reporting currency, or attempts. */
  sum: z.number(),
});
export type ReportCell = z.infer<typeof ReportCell>;

export const ReportResponse = z.object({
  report: z.enum(REPORTS),
  /** Instant all of it holds at, epoch ms; read again within a minute, and nothing changed, it is the same. */
  asOf: z.int(),
  /** Null where the report is about this moment or a period of its own. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  team: z.string().nullable(),
  segment: z.string().nullable(),
  owner: z.string().nullable(),
  source: z.string().nullable(),
  /** Version of the agreement in force then (DEF5). */
  version: z.int(),
  /** In trial nothing counts against anybody (TRI1). */
  trial: z.boolean(),
  /** Figures of the whole; null when there are only rows. */
  figures: Named.nullable(),
  /** Shares carry `n`, and under 20 of them `colour` is false (TGT5). */
  rows: z.array(Named),
  cells: z.array(ReportCell),
});
export type ReportResponse = z.infer<typeof ReportResponse>;

const { format: _format, ...shared } = ReportQuery.shape;
/** `GET /v1/reports?names=today,worked`: several at once, all of one instant and in one pass over the leads. */
export const ReportsQuery = z.strictObject({
  ...shared,
  names: z
    .string({ error: `say which, with commas between: ${REPORTS.join(', ')}` })
    .max(200)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.enum(REPORTS)).min(1)),
});
export type ReportsQuery = z.infer<typeof ReportsQuery>;

/** In the order they were asked for. */
export const ReportsResponse = z.object({ reports: z.array(ReportResponse) });
export type ReportsResponse = z.infer<typeof ReportsResponse>;

/** 202: so many leads are read and the rest is not; ask the same again in a second. */
export const ReportRunning = z.object({ state: z.literal('running'), done: z.int(), total: z.int() });
export type ReportRunning = z.infer<typeof ReportRunning>;

export const ReportLeadsQuery = z.strictObject({
  ...shared,
  /** JSON array: the beginning of a cell's row, e.g. `["late","owner",null]`, or several of them. */
  cell: z.string().max(4_000),
  /** Only those that count for the share, or only those that do not. */
  hit: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type ReportLeadsQuery = z.infer<typeof ReportLeadsQuery>;

const CellRow = z.array(z.string().max(500).nullable()).min(1).max(10);
/** What `cell` holds: a row, or several rows whose leads are asked for together. */
export const CellRows = z.union([CellRow.transform((row) => [row]), z.array(CellRow).min(1).max(50)]);

export const ReportLeadsResponse = z.object({
  /** Of leads the reader may see (ACC2). A page may be short or empty while there is a cursor. */
  leads: z.array(LeadView),
  cursor: z.string().nullable(),
});
export type ReportLeadsResponse = z.infer<typeof ReportLeadsResponse>;
