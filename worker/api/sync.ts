/** What devices speak: commands up, rows down, chips of strangers. */
import * as z from 'zod';
import { SocketTicket } from '../../shared/protocol/device.ts';
import { FilterResponse, LookupResponse } from '../../shared/protocol/lookup.ts';
import { PullResponse, PushResponse } from '../../shared/protocol/sync.ts';
import type { About } from './described.ts';

export const ABOUT_SYNC = {
  'POST /v1/sync/push': { summary: 'Push commands of an outbox, in order', answer: PushResponse },
  'GET /v1/sync/pull': {
    summary: 'Pull what changed since a cursor',
    // Facts, versions and the room are described by the protocol, not repeated here.
    answer: PullResponse.extend({
      leads: z.array(z.looseObject({ id: z.string(), revision: z.int(), whole: z.boolean() })),
      versions: z.array(z.looseObject({ version: z.int() })),
      room: z.looseObject({}).optional(),
    }),
  },
  'POST /v1/sync/ticket': { summary: 'A ticket for one socket', answer: SocketTicket },
  'GET /v1/sync/socket': { summary: 'A socket that says how far the workspace got', status: 101 },
  'GET /v1/lookup/filter': {
    summary: 'The filter that tells addresses nobody here has',
    answer: FilterResponse,
  },
  'POST /v1/lookup': { summary: 'Chips of leads by keyed hashes of their addresses', answer: LookupResponse },
} as const satisfies About;
