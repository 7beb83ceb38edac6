/** Every chore of a workspace. A new one is a file with a `Chore` in it and its line here. */
import type { Chore } from './chore.ts';
import { dueAccounts } from '../leads/countAccounts.ts';
import { dueConnections } from '../connections/connectionDrain.ts';
import { dueLeads } from '../due.ts';
import { earlierRows } from '../leads/earlierRows.ts';
import { unnotedErasures } from '../privacy/noteErasures.ts';
import { dueInbox } from '../inbox/inbox.ts';
import { dueNotices } from '../notices/noticesDelivery.ts';
import { dueOutbox } from '../outbox/outboxDrain.ts';
import { dueReleases } from '../leads/releaseLots.ts';
import { dueCalendars } from './calendars.ts';
import { unkeptLeads } from '../reports/unkept.ts';
import { dueSweep } from './sweep.ts';
import { dueJobs } from './runJobs.ts';

export const CHORES: readonly Chore[] = [
  dueLeads,
  dueInbox,
  dueNotices,
  dueOutbox,
  dueConnections,
  earlierRows,
  unkeptLeads,
  dueAccounts,
  dueReleases,
  dueCalendars,
  dueJobs,
  unnotedErasures,
  dueSweep,
];
