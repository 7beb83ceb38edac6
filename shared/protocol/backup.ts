/**
 * `GET /v1/export`: a whole workspace as NDJSON: a head, a line per row, an end that proves nothing is
 * missing. `POST /v1/restore` takes it back, into this workspace or a new one (SYN6).
 */
import * as z from 'zod';

export const BACKUP_FORMAT = 'combinado-backup';
/** Raised when older backups can no longer be read. */
export const BACKUP_VERSION = 1;

const Value = z.union([z.string(), z.number(), z.null()]);

export const BackupHead = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  workspaceId: z.string().max(100),
  /** Commands acknowledged in it are not turned down after a restore. */
  epoch: z.string().max(100),
  exportedAt: z.int(),
});
export type BackupHead = z.infer<typeof BackupHead>;

export const BackupRow = z.strictObject({
  table: z.string().max(100),
  row: z.record(z.string().max(100), Value),
});
export type BackupRow = z.infer<typeof BackupRow>;

export const BackupEnd = z.strictObject({
  end: z.literal(true),
  rows: z.int(),
  /** Rows of leads changed after this were still moving, and are folded anew. */
  head: z.int(),
});
export type BackupEnd = z.infer<typeof BackupEnd>;

/** `POST /v1/restore`: followed at `GET /v1/jobs/:id`; until it is done everything else is answered 429. */
export const RestoreResponse = z.object({ jobId: z.string(), epoch: z.string(), rows: z.int() });
export type RestoreResponse = z.infer<typeof RestoreResponse>;
