/** `GET /v1/audit` (admin): what was done to the workspace, by whom, newest first. */
import * as z from 'zod';
import { Scalar } from '../lead/facts.ts';

const Instant = z.coerce.number().int();

export const AuditQuery = z.strictObject({
  /** A whole action, such as `member.added`, or the thing it was done to: `member`. */
  action: z
    .string()
    .regex(/^[a-zA-Z_]{1,60}(?:\.[a-zA-Z_]{1,60})?$/)
    .optional(),
  /** Id of whoever did it. */
  member: z.string().min(1).max(200).optional(),
  /** Id of what it was done to. */
  subject: z.string().min(1).max(200).optional(),
  /** Epoch ms, included. */
  from: Instant.optional(),
  /** Epoch ms, not included. */
  to: Instant.optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntry = z.object({
  /** Epoch ms. */
  at: z.int(),
  /** Member; null: the workspace itself, or whoever runs the deployment. */
  by: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), Scalar),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditResponse = z.object({ entries: z.array(AuditEntry), cursor: z.string().nullable() });
export type AuditResponse = z.infer<typeof AuditResponse>;
