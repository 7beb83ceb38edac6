/** Every kind of long work, by the name its jobs carry. */
import type { JobKind } from './jobs.ts';
import { importFile } from './import.ts';
import { restoreBackup } from './restore.ts';
import { calendars } from './calendars.ts';
import { preview } from './preview.ts';
import { reevaluate } from './reevaluate.ts';

export const JOB_KINDS: Readonly<Record<string, JobKind<unknown, unknown>>> = {
  import: importFile,
  calendars,
  preview,
  reevaluate,
  restore: restoreBackup,
};
