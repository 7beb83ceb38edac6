/** Setup, signing in, privacy, what enters and leaves by webhooks, long work, reports. */
import * as z from 'zod';
import { InviteResponse, SetupResponse, TokenResponse } from '../../shared/protocol/api.ts';
import { AuditResponse } from '../../shared/protocol/audit.ts';
import { ErasedResponse } from '../../shared/protocol/erasure.ts';
import { HookView } from '../../shared/protocol/hooks.ts';
import { RestoreResponse } from '../../shared/protocol/backup.ts';
import { RetentionResponse } from '../../shared/protocol/retention.ts';
import { GuessResponse, ImportView } from '../../shared/protocol/imports.ts';
import { JobView } from '../../shared/protocol/jobs.ts';
import { NoticesResponse } from '../../shared/protocol/notices.ts';
import { ReportLeadsResponse, ReportResponse, ReviewResponse } from '../../shared/protocol/reports.ts';
import { SubscriptionView } from '../../shared/protocol/subscriptions.ts';
import type { About } from './described.ts';

const Listed = { cursor: z.string().nullable() };
const Deliveries = z.object({ deliveries: z.array(z.looseObject({ id: z.string() })), ...Listed });
const Secret = { secret: z.string().nullable() };

export const ABOUT_SERVICE = {
  'GET /healthz': {
    summary: 'Whether the worker runs',
    answer: z.object({ ok: z.boolean(), protocol: z.int() }),
  },
  'GET /v1/openapi.json': { summary: 'This document', answer: z.looseObject({ openapi: z.string() }) },
  'GET /docs': { summary: 'This document, to be read', media: ['text/html'] },
  'GET /docs/:file': {
    summary: 'What the page of this document is made of',
    media: ['text/css', 'text/javascript'],
  },
  'GET /join': { summary: 'The page an invite leads to', media: ['text/html'] },
  'POST /v1/setup': {
    summary: 'Open a workspace, once, with the setup token',
    status: 201,
    answer: SetupResponse,
  },
  'POST /v1/recover': {
    summary: 'Let an admin in again, with the recovery token',
    status: 201,
    answer: InviteResponse.partial().loose(),
  },
  'POST /v1/token': { summary: 'Exchange a sign-in code for a token (PKCE)', answer: TokenResponse },
  'POST /v1/pair': { summary: 'Exchange a pairing code for a token', answer: TokenResponse },
  'GET /v1/oidc/start': { summary: 'Sign in with the provider of the deployment', status: 302 },
  'GET /v1/oidc/callback': { summary: 'Where the provider sends back to', status: 302 },
  'GET /v1/authorize': { summary: 'The page that asks for consent', media: ['text/html'] },
  'POST /v1/authorize': { summary: 'Consent, and go back with a code', status: 302 },
  'GET /v1/pair/new': { summary: 'The page that offers a pairing code', media: ['text/html'] },
  'POST /v1/pair/new': { summary: 'The page with a new pairing code', media: ['text/html'] },
  'POST /v1/invites': {
    summary: 'Make a single-use invite link for a member',
    status: 201,
    answer: InviteResponse,
  },
  'POST /v1/invites/accept': {
    summary: 'Accept an invite: a session in this browser',
    answer: z.object({ workspaceId: z.string(), memberId: z.string(), name: z.string() }).partial(),
  },
  'GET /v1/audit': { summary: 'What was done to the workspace, newest first', answer: AuditResponse },
  'GET /v1/jobs': {
    summary: 'Long work, newest first',
    answer: z.object({ jobs: z.array(JobView), ...Listed }),
  },
  'GET /v1/jobs/:id': { summary: 'How far some long work is', answer: JobView },
  'POST /v1/jobs/:id/cancel': { summary: 'Cancel long work', answer: JobView },
  'POST /v1/persons/export': {
    summary: 'Everything kept of a person',
    answer: z.looseObject({ leads: z.array(z.unknown()) }),
  },
  'POST /v1/persons/erase': { summary: 'Erase a person', answer: ErasedResponse },
  'DELETE /v1/leads/:id': { summary: 'Erase a lead and the person behind it', answer: ErasedResponse },
  'GET /v1/leads/:id/export': {
    summary: 'Everything kept of the person behind a lead',
    answer: z.looseObject({}),
  },
  'GET /v1/notices': { summary: 'What the workspace tells you', answer: NoticesResponse },
  'POST /v1/notices/read': { summary: 'Mark notices as read', answer: z.object({ read: z.int() }).partial() },
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
  'GET /v1/reports/:name': {
    summary: 'A report as JSON or CSV; 202 while it is still added up',
    answer: ReportResponse,
    media: ['text/csv'],
  },
  'GET /v1/reports/:name/leads': {
    summary: 'The leads behind a number of a report',
    answer: ReportLeadsResponse,
  },
  'GET /v1/review': { summary: 'The pack of a period, for the review', answer: ReviewResponse },
  'GET /v1/export': { summary: 'The whole workspace, as NDJSON', media: ['application/x-ndjson'] },
  'POST /v1/restore': {
    summary: 'Back to the state of an export, or an export into a new workspace',
    status: 201,
    answer: RestoreResponse,
  },
  'GET /v1/retention': { summary: 'How long each kind of record is kept', answer: RetentionResponse },
  'PUT /v1/retention': { summary: 'Keep a kind of record longer or shorter', answer: RetentionResponse },
  'GET /v1/admin/health': {
    summary: 'Sizes, what is late, what waits, what a free plan counts',
    answer: z.looseObject({ at: z.int(), databaseBytes: z.int(), rows: z.record(z.string(), z.int()) }),
  },
  'GET /v1/admin/refold': {
    summary: 'Whether every row is what its facts fold to',
    answer: z.object({
      checked: z.int(),
      differing: z.array(z.string()),
      /** Where to go on, when there are more leads than one request looks at. */
      cursor: z.string().optional(),
    }),
  },
} as const satisfies About;
