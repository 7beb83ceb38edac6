/** What comes in from other systems and leaves for them. */
import * as z from 'zod';
import { HookView } from '../../shared/protocol/hooks.ts';
import { GuessResponse, ImportView } from '../../shared/protocol/imports.ts';
import { SubscriptionView } from '../../shared/protocol/subscriptions.ts';
import type { About } from './described.ts';

const Listed = { cursor: z.string().nullable() };
const Deliveries = z.object({ deliveries: z.array(z.looseObject({ id: z.string() })), ...Listed });
const Secret = { secret: z.string().nullable() };

export const ABOUT_INTEGRATIONS = {
  'GET /v1/admin/outbox': {
    summary: 'What waits to leave the workspace',
    answer: z.looseObject({ ...Listed }),
  },
  'POST /v1/admin/outbox/:id/retry': { summary: 'Try again now', answer: z.looseObject({}) },
  'GET /v1/subscriptions': {
    summary: 'Outgoing webhooks',
    answer: z.object({ subscriptions: z.array(SubscriptionView) }),
  },
  'POST /v1/subscriptions': {
    summary: 'Send events to an address; the secret is shown once, and kept as it is to sign with',
    status: 201,
    answer: SubscriptionView.extend(Secret),
  },
  'GET /v1/subscriptions/:id': { summary: 'One outgoing webhook', answer: SubscriptionView },
  'PATCH /v1/subscriptions/:id': { summary: 'Change an outgoing webhook', answer: SubscriptionView },
  'DELETE /v1/subscriptions/:id': { summary: 'Stop sending', status: 204 },
  'POST /v1/subscriptions/:id/rotate': {
    summary: 'Take a new secret; the old one is accepted a while longer',
    answer: z.object({ overlapEndsAt: z.int().nullable(), ...Secret }),
  },
  'POST /v1/subscriptions/:id/test': { summary: 'Send a test event', status: 204 },
  'GET /v1/subscriptions/:id/deliveries': {
    summary: 'What was sent, and what came of it',
    answer: Deliveries,
  },
  'GET /v1/hooks': {
    summary: 'Addresses that take webhooks in',
    answer: z.object({ hooks: z.array(HookView) }),
  },
  'POST /v1/hooks': {
    summary: 'Make an address that takes webhooks in',
    status: 201,
    answer: HookView.extend({ url: z.string(), ...Secret }),
  },
  'GET /v1/hooks/:id': { summary: 'One address for webhooks', answer: HookView },
  'PATCH /v1/hooks/:id': { summary: 'Change what an address for webhooks makes of them', answer: HookView },
  'DELETE /v1/hooks/:id': { summary: 'Close an address for webhooks', status: 204 },
  'POST /v1/hooks/:id/rotate': {
    summary: 'Take a new secret for a signed sender; what the old one signs is taken for a day more',
    answer: z.object({ overlapEndsAt: z.int(), ...Secret }),
  },
  'POST /v1/hooks/:id/try': {
    summary: 'Try a mapping on an example; nothing is kept',
    answer: z.looseObject({}),
  },
  'GET /v1/hooks/:id/deliveries': { summary: 'What came in, and what came of it', answer: Deliveries },
  'POST /hooks/:workspace/:hook': {
    summary: 'Take a webhook in: signed, or by its unguessable address',
    status: 202,
    answer: z.object({ accepted: z.boolean() }),
  },
  'GET /v1/imports': {
    summary: 'Files handed in, newest first',
    answer: z.object({ imports: z.array(ImportView) }),
  },
  'POST /v1/imports': {
    summary: 'Hand a file of leads in, as CSV or NDJSON',
    about:
      'The file itself is the body, of any size, in UTF-8, UTF-16 or Windows-1252. Columns are told by their names and values; `POST /v1/imports/guess` shows how, `mapping` says otherwise. The answer comes when the file is read; its rows are applied afterwards: `GET /v1/imports/{id}` until `state` is `done`, `…/errors?format=csv` for rows that were not taken, `…/cancel` to stop. Its leads are backlog. A row whose lead is here already completes it: importing a file twice adds nothing.',
    status: 201,
    answer: ImportView,
  },
  'POST /v1/imports/guess': { summary: 'What the columns of a file seem to hold', answer: GuessResponse },
  'GET /v1/imports/:id': { summary: 'How far an import is', answer: ImportView },
  'GET /v1/imports/:id/errors': {
    summary: 'Lines that were not taken, and why',
    answer: z.looseObject({ ...Listed }),
    media: ['text/csv'],
  },
  'POST /v1/imports/:id/cancel': { summary: 'Cancel an import', answer: ImportView },
} as const satisfies About;
