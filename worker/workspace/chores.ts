/** Every chore of a workspace. A new one is a file with a `Chore` in it and its line here. */
import type { Chore } from './chore.ts';
import { dueAccounts } from './countAccounts.ts';
import { dueConnections } from './connectionDrain.ts';
import { dueLeads } from './due.ts';
import { earlierRows } from './earlierRows.ts';
import { unnotedErasures } from './noteErasures.ts';
import { dueInbox } from './inbox.ts';
import { dueNotices } from './noticesDelivery.ts';
import { dueOutbox } from './outboxDrain.ts';
import { dueReleases } from './releaseLots.ts';
import { dueCalendars } from './jobs/calendars.ts';
import { dueSweep } from './sweep.ts';
import { dueJobs } from './runJobs.ts';

export const CHORES: readonly Chore[] = [
  dueLeads,
  dueInbox,
  dueNotices,
  dueOutbox,
  dueConnections,
  earlierRows,
  dueAccounts,
  dueReleases,
  dueCalendars,
  dueJobs,
  unnotedErasures,
  dueSweep,
];
