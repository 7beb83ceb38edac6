/** Every kind of long work, by the name its jobs carry. */
import type { JobKind } from './jobs.ts';
import { importFile } from './jobs/import.ts';
import { restoreBackup } from './jobs/restore.ts';
import { calendars } from './jobs/calendars.ts';
import { preview } from './jobs/preview.ts';
import { reevaluate } from './jobs/reevaluate.ts';

export const JOB_KINDS: Readonly<Record<string, JobKind<unknown, unknown>>> = {
  import: importFile,
  calendars,
  preview,
  reevaluate,
  restore: restoreBackup,
};
