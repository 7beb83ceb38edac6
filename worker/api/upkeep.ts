/** Reports, notices, privacy, long work, and how the worker itself is. */
import * as z from 'zod';
import { AuditResponse } from '../../shared/protocol/audit.ts';
import { PreviewLeadsResponse } from '../../shared/protocol/definitions.ts';
import { ErasedResponse } from '../../shared/protocol/erasure.ts';
import { RestoreResponse } from '../../shared/protocol/backup.ts';
import { RetentionResponse } from '../../shared/protocol/retention.ts';
import { JobView } from '../../shared/protocol/jobs.ts';
import { NoticesResponse } from '../../shared/protocol/notices.ts';
import { CrmRecordsResponse } from '../../shared/protocol/crmRecords.ts';
import { ReportLeadsResponse, ReportResponse, ReportsResponse } from '../../shared/protocol/reports.ts';
import { ReviewResponse } from '../../shared/protocol/review.ts';
import type { About } from './described.ts';

const Listed = { cursor: z.string().nullable() };

export const ABOUT_UPKEEP = {
  'GET /healthz': {
    summary: 'Whether the worker runs',
    answer: z.object({ ok: z.boolean(), protocol: z.int() }),
  },
  'GET /v1/openapi.json': { summary: 'This document', answer: z.looseObject({ openapi: z.string() }) },
  'GET /': { summary: 'Leads to the console', status: 302 },
  'GET /console': { summary: 'The web console, or how to sign in to it', media: ['text/html'] },
  'GET /console/:room': { summary: 'A room of the console', media: ['text/html'] },
  'GET /console/:room/:part': { summary: 'What is open in a room', media: ['text/html'] },
  'GET /console/:room/:part/:of': { summary: 'A part of what is open in a room', media: ['text/html'] },
  'GET /console/assets/:file': {
    summary: 'What the console is made of',
    media: ['text/css', 'text/javascript'],
  },
  'GET /docs': { summary: 'This document, to be read', media: ['text/html'] },
  'GET /docs/:file': {
    summary: 'What the page of this document is made of',
    media: ['text/css', 'text/javascript'],
  },
  'GET /v1/audit': { summary: 'What was done to the workspace, newest first', answer: AuditResponse },
  'GET /v1/jobs': {
    summary: 'Long work, newest first',
    answer: z.object({ jobs: z.array(JobView), ...Listed }),
  },
  'GET /v1/jobs/:id': { summary: 'How far some long work is', answer: JobView },
  'GET /v1/jobs/:id/leads': {
    summary: 'The leads behind a number of a preview, and from where to where each would move',
    answer: PreviewLeadsResponse,
  },
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
  'GET /v1/reports': {
    summary: 'Several reports of one instant; 202 while they are still added up',
    answer: ReportsResponse,
  },
  'GET /v1/reports/:name': {
    summary: 'A report as JSON or CSV; 202 while it is still added up',
    answer: ReportResponse,
    media: ['text/csv'],
  },
  'GET /v1/reports/leaks/records': {
    summary: 'Records of connected systems that are no leads here, why, and where they are opened',
    answer: CrmRecordsResponse,
  },
  'GET /v1/reports/:name/leads': {
    summary: 'The leads behind a number of a report',
    answer: ReportLeadsResponse,
  },
  'GET /v1/review': { summary: 'The pack of a period, for the review', answer: ReviewResponse },
  'GET /v1/export': {
    summary: 'The whole workspace, as NDJSON',
    about:
      'A stream of lines; the last one says how many there were, and a file without it is taken by no restore. No secret is in it.',
    media: ['application/x-ndjson'],
  },
  'POST /v1/restore': {
    summary: 'Back to the state of an export, or an export into a new workspace',
    about:
      'The file of `GET /v1/export` as it is. Nothing changes unless all of it can be read. While it loads the workspace answers 429 and only `GET /v1/jobs/{jobId}`; afterwards it has a new epoch, devices pull anew and say again what they had been told was recorded. Who may come in stays as it is here: members keep their tokens, and erased people stay erased.',
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
