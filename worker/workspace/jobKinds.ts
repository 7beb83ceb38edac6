/** Every kind of long work, by the name its jobs carry. */
import type { JobKind } from './jobs.ts';
import { reevaluate } from './jobs/reevaluate.ts';

export const JOB_KINDS: Readonly<Record<string, JobKind<unknown, unknown>>> = { reevaluate };
