/** `GET` and `PUT /v1/retention`: how many days each kind of record is kept (PRI4, PRI5). */
import * as z from 'zod';

/** Kinds of records, each with the fewest and most days a workspace may choose, and ours. */
export const RETENTION = {
  /** Leads with nothing seen or done since, and not customers: erased with all that belongs to them. */
  leads: { least: 30, most: 3_650, days: 1_095, forever: true },
  /** Commands as they came from devices; what they did stays as facts. 30 days are needed after a restore. */
  commands: { least: 31, most: 3_650, days: 90, forever: false },
  /** Bodies of incoming webhooks; 30 days are needed to know a repeat. */
  inbox: { least: 30, most: 365, days: 30, forever: false },
  /** What was delivered to subscribers, or could not be. */
  outbox: { least: 1, most: 365, days: 30, forever: false },
  notices: { least: 7, most: 365, days: 90, forever: false },
  /** What an import said about its rows. */
  imports: { least: 1, most: 365, days: 30, forever: false },
  audit: { least: 365, most: 3_650, days: 1_095, forever: true },
} as const satisfies Record<string, { least: number; most: number; days: number; forever: boolean }>;
export type RetentionKind = keyof typeof RETENTION;

const daysOf = ({ least, most, forever }: { least: number; most: number; forever: boolean }) =>
  forever ? z.int().min(least).max(most).nullable().optional() : z.int().min(least).max(most).optional();

/** Days; `null` where for ever is allowed; a kind left out stays as it is. */
export const RetentionRequest = z.strictObject({
  leads: daysOf(RETENTION.leads),
  commands: daysOf(RETENTION.commands),
  inbox: daysOf(RETENTION.inbox),
  outbox: daysOf(RETENTION.outbox),
  notices: daysOf(RETENTION.notices),
  imports: daysOf(RETENTION.imports),
  audit: daysOf(RETENTION.audit),
});
export type RetentionRequest = z.infer<typeof RetentionRequest>;

/** Days each kind is kept; null = for ever. */
export type Retention = Readonly<Record<RetentionKind, number | null>>;

const KINDS = z.enum(['leads', 'commands', 'inbox', 'outbox', 'notices', 'imports', 'audit']);

/** With the bounds one may choose in. */
export const RetentionResponse = z.object({
  kinds: z.array(
    z.object({
      kind: KINDS,
      days: z.int().nullable(),
      least: z.int(),
      most: z.int(),
      forever: z.boolean(),
    }),
  ),
});
export type RetentionResponse = z.infer<typeof RetentionResponse>;
