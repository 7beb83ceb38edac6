/** Records of connected systems that are no leads here (TGT4): how many, why, and each with its way back. */
import * as z from 'zod';
import { LEFT_WHYS } from '../target/leaks.ts';
import { CONNECTION_STATES, VENDORS } from './connections.ts';

const Id = z.string().min(1).max(200);

/** One connected system in the figures of the `leaks` report. */
export const CrmSystem = z.object({
  /** Of the connection. */
  id: Id,
  vendor: z.enum(VENDORS),
  label: z.string(),
  state: z.enum(CONNECTION_STATES),
  /** Up to when it was read to the end; null while it is read for the first time. */
  readAt: z.int().nullable(),
  /** Its records that are leads here. */
  here: z.int(),
  /** Those that are not, by why; the most first. */
  left: z.array(z.object({ why: z.enum(LEFT_WHYS), n: z.int() })).readonly(),
});
export type CrmSystem = z.infer<typeof CrmSystem>;

/** Figures of the `leaks` report: about this moment, whatever period it was asked for. */
export const LeakFigures = z.object({ systems: z.array(CrmSystem).readonly() });
export type LeakFigures = z.infer<typeof LeakFigures>;

/** `GET /v1/reports/leaks/records`. */
export const CrmRecordsQuery = z.strictObject({
  /** Of one connection, and of one reason. */
  system: Id.optional(),
  why: z.enum(LEFT_WHYS).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type CrmRecordsQuery = z.infer<typeof CrmRecordsQuery>;

export const CrmRecord = z.object({
  system: Id,
  vendor: z.enum(VENDORS),
  /** As the vendor calls such records: `contact`, `Lead`, `deal`. */
  object: z.string(),
  /** Its id there; null for somebody who was erased here, of whom nothing is known any more (PRI4). */
  record: z.string().nullable(),
  /** Its page there, where the vendor says how such addresses are made. */
  url: z.string().nullable(),
  why: z.enum(LEFT_WHYS),
  /** Since when it is known to be missing here, epoch ms. */
  at: z.int(),
});
export type CrmRecord = z.infer<typeof CrmRecord>;
export const CrmRecordsResponse = z.object({
  records: z.array(CrmRecord).readonly(),
  cursor: z.string().nullable(),
});
export type CrmRecordsResponse = z.infer<typeof CrmRecordsResponse>;
