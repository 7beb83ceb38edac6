/** What the room "Connections" reads and does. */
import * as z from 'zod';
import { Scalar } from '../../../shared/lead/facts.ts';
import { AuditResponse } from '../../../shared/protocol/audit.ts';
import { ErasedResponse, type PersonRequest } from '../../../shared/protocol/erasure.ts';
import {
  HookDelivery,
  HookMade,
  type HookRequest,
  type HookTryRequest,
  HookView,
} from '../../../shared/protocol/hooks.ts';
import { GuessResponse, type ImportQuery, ImportView } from '../../../shared/protocol/imports.ts';
import { FaultView, Why } from '../../../shared/protocol/reason.ts';
import { type RetentionRequest, RetentionResponse } from '../../../shared/protocol/retention.ts';
import {
  OutboxEntry,
  type SubscriptionChange,
  SubscriptionMade,
  type SubscriptionRequest,
  SubscriptionView,
} from '../../../shared/protocol/subscriptions.ts';
import type { Resource } from '../api/cache.ts';
import { type Query, request } from '../api/request.ts';
import { upload } from '../api/upload.ts';

const Nothing = z.unknown();
const Imports = z.object({ imports: z.array(ImportView) });
const Hooks = z.object({ hooks: z.array(HookView) });
const HookDeliveries = z.object({ deliveries: z.array(HookDelivery), cursor: z.string().nullable() });
const Subscriptions = z.object({ subscriptions: z.array(SubscriptionView) });
const Outbox = z.object({ entries: z.array(OutboxEntry), cursor: z.string().nullable() });
const Rotated = z.object({ overlapEndsAt: z.int().nullable(), secret: z.string().nullable() });
/** What a message would become; nothing of it is kept. */
const TriedMessage = z.object({
  lead: z.object({
    emails: z.array(z.string()).optional(),
    phones: z.array(z.string()).optional(),
    fields: z.record(z.string(), Scalar).optional(),
    source: z.string().optional(),
    campaign: z.string().optional(),
  }),
  signals: z.array(z.object({ signal: z.string() })),
  does: z.enum(['creates', 'completes', 'nothing']).nullable(),
  error: z.object({ error: z.string(), pointer: z.string(), reason: Why }).nullable(),
  leftOut: z.array(FaultView),
});
export type TriedMessage = z.infer<typeof TriedMessage>;
const Tried = z.object({ messages: z.array(TriedMessage), errors: z.array(FaultView) });
export type Tried = z.infer<typeof Tried>;
/** What an admin asks first of a workspace; the rest is in the answer for whoever wants it. */
const Health = z.object({
  databaseBytes: z.int(),
  rows: z.record(z.string(), z.int()),
  due: z.object({ leads: z.int(), lagMs: z.int() }),
  outbox: z.object({ waiting: z.int(), failed: z.int(), dead: z.int() }),
});

export const imports: Resource<z.infer<typeof Imports>> = {
  key: 'imports',
  load: (signal) => request(Imports, 'GET /v1/imports', { signal }),
};

/** With the first of its faults. */
export function importOf(id: string): Resource<ImportView> {
  return {
    key: `imports/${id}`,
    load: (signal) => request(ImportView, `GET /v1/imports/${id}`, { signal }),
  };
}

export const hooks: Resource<z.infer<typeof Hooks>> = {
  key: 'hooks',
  load: (signal) => request(Hooks, 'GET /v1/hooks', { signal }),
};

export function deliveriesTo(hook: string): Resource<z.infer<typeof HookDeliveries>> {
  return {
    key: `hooks/${hook}/deliveries`,
    load: (signal) =>
      request(HookDeliveries, `GET /v1/hooks/${hook}/deliveries`, { signal, query: { limit: 20 } }),
  };
}

export const subscriptions: Resource<z.infer<typeof Subscriptions>> = {
  key: 'subscriptions',
  load: (signal) => request(Subscriptions, 'GET /v1/subscriptions', { signal }),
};

export function sentTo(subscription: string): Resource<z.infer<typeof Outbox>> {
  return {
    key: `subscriptions/${subscription}/deliveries`,
    load: (signal) =>
      request(Outbox, `GET /v1/subscriptions/${subscription}/deliveries`, { signal, query: { limit: 20 } }),
  };
}

export const retention: Resource<RetentionResponse> = {
  key: 'retention',
  load: (signal) => request(RetentionResponse, 'GET /v1/retention', { signal }),
};

export const health: Resource<z.infer<typeof Health>> = {
  key: 'health',
  load: (signal) => request(Health, 'GET /v1/admin/health', { signal }),
};

export function auditOf(query: Query): Resource<AuditResponse> {
  return {
    key: `audit/${JSON.stringify(query)}`,
    load: (signal) => request(AuditResponse, 'GET /v1/audit', { signal, query }),
  };
}

/** Enough to tell the columns by. */
const SAMPLE_BYTES = 1024 * 1024;

export const guessColumns = (file: File) =>
  upload(GuessResponse, '/v1/imports/guess', { file: file.slice(0, SAMPLE_BYTES), type: typeOf(file) });

/** The whole file; rows are looked at after it arrived. */
export function sendFile({ file, query }: { file: File; query: ImportQuery }) {
  const { mapping, dryRun, dates } = query;
  return upload(ImportView, '/v1/imports', {
    file,
    type: typeOf(file),
    query: { mapping: mapping && JSON.stringify(mapping), dryRun, dates },
  });
}

/** What browsers call a spreadsheet's CSV differs; the ending of its name tells enough. */
export function typeOf({ name }: File): string {
  return /\.(?:ndjson|jsonl)$/i.test(name) ? 'application/x-ndjson' : 'text/csv';
}

export const cancelImport = (id: string, key: string) =>
  request(ImportView, `POST /v1/imports/${id}/cancel`, { key });
export const makeHook = (body: HookRequest, key: string) =>
  request(HookMade, 'POST /v1/hooks', { body, key });
export const closeHook = (id: string, key: string) => request(Nothing, `DELETE /v1/hooks/${id}`, { key });
export const tryHook = ({ id, body }: { id: string; body: HookTryRequest }, key: string) =>
  request(Tried, `POST /v1/hooks/${id}/try`, { body, key });
export const subscribe = (body: SubscriptionRequest, key: string) =>
  request(SubscriptionMade, 'POST /v1/subscriptions', { body, key });
export const changeSubscription = ({ id, change }: { id: string; change: SubscriptionChange }, key: string) =>
  request(SubscriptionView, `PATCH /v1/subscriptions/${id}`, { body: change, key });
export const testSubscription = (id: string, key: string) =>
  request(Nothing, `POST /v1/subscriptions/${id}/test`, { key });
export const rotateSubscription = (id: string, key: string) =>
  request(Rotated, `POST /v1/subscriptions/${id}/rotate`, { key });
export const removeSubscription = (id: string, key: string) =>
  request(Nothing, `DELETE /v1/subscriptions/${id}`, { key });
export const retryDelivery = (id: string, key: string) =>
  request(OutboxEntry, `POST /v1/admin/outbox/${id}/retry`, { key });
export const exportPerson = (body: PersonRequest, key: string) =>
  request(Nothing, 'POST /v1/persons/export', { body, key });
export const erasePerson = (body: PersonRequest, key: string) =>
  request(ErasedResponse, 'POST /v1/persons/erase', { body, key });
export const keepFor = (body: RetentionRequest, key: string) =>
  request(RetentionResponse, 'PUT /v1/retention', { body, key });
export const restoreBackup = (file: File) =>
  upload(Nothing, '/v1/restore', { file, type: 'application/x-ndjson' });
