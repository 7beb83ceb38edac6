/** Every chore of a workspace. A new one is a file with a `Chore` in it and its line here. */
import type { Chore } from './chore.ts';
import { dueLeads } from './due.ts';
import { dueJobs } from './runJobs.ts';

export const CHORES: readonly Chore[] = [dueLeads, dueJobs];
