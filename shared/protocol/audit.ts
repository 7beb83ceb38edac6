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

/** `<thing>.<done>`: every act that is on record. */
export const AUDIT_ACTIONS = [
  'absence.added',
  'absence.ended',
  'absence.redistributed',
  'backlog.released',
  'backlog.release_cancelled',
  'connection.added',
  'connection.connected',
  'connection.ended',
  'connection.mapped',
  'connection.paused',
  'connection.resumed',
  'connection.retried',
  'connection.revoked',
  'closure.declared',
  'closure.withdrawn',
  'decision.made',
  'definitions.published',
  'device.revoked',
  'device.revokedAll',
  'device.signedIn',
  'device.signedOut',
  'device.tokenReused',
  'draft.discarded',
  'draft.saved',
  'draft.signed',
  'feed.made',
  'feed.removed',
  'hook.added',
  'hook.changed',
  'hook.revoked',
  'hook.rotated',
  'import.started',
  'import.done',
  'import.cancelled',
  'invite.made',
  'invite.recovered',
  'lead.erased',
  'lead.exported',
  'lead.merged',
  'lead.unmerged',
  'leads.assigned',
  'member.added',
  'member.changed',
  'outbox.retried',
  'person.erased',
  'retention.saved',
  'session.opened',
  'session.closed',
  'subscription.added',
  'subscription.changed',
  'subscription.removed',
  'subscription.rotated',
  'team.saved',
  'workspace.exported',
  'workspace.opened',
  'workspace.restored',
  'workspace.setUp',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

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
