/**
 * Messages of hooks (ACC5): checked, stored as they came, answered; read later by a chore, so that a
 * sender never waits for us. Known for 30 days, so that a repeat does nothing.
 */
import { and, asc, count, eq, gt, min, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { REFUSED, type Posted } from '../../posted.ts';
import { faultAt } from '../../reasons.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import type { Chore } from '../jobs/chore.ts';
import { hookOf, type Hook, secretsOf } from './hooks.ts';
import { mapBody } from './hooksMapping.ts';
import { takeMessage } from './inboxMessage.ts';
import { isProven } from './inboxSignature.ts';
import { readAs } from './senders.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { inbox } = schema;
type Row = typeof inbox.$inferSelect;

export const KNOWN_MS = 30 * DAY_MS;
/** Of an unsigned form, and of a signed sender gone wild. */
const MOST_A_MINUTE = { unproven: 60, proven: 1_200 } as const;
const MOST_A_DAY = { unproven: 2_000, proven: 200_000 } as const;
const MOST_ERRORS = 50;
const DELIVERIES_A_SLICE = 5;

export function receive(work: Work, posted: Posted): Outcome<null> {
  const { hook: id, form, body, bodyHash, signed } = posted;
  const hook = hookOf(work, id);
  const isGood = secretsOf(work, hook).some((secret) =>
    isProven(hook?.kind ?? 'standard', secret, posted, work.now),
  );
  // Whoever signs what need not be signed is mistaken about where it goes.
  if (hook?.kind === 'form' && signed !== null) return REFUSED;
  if (hook === undefined || hook.revokedAt !== null || !isGood) return REFUSED;
  const messageId = hook.kind !== 'standard' || signed === null ? bodyHash : signed.id;
  const known = work.db
    .select({ id: inbox.id, receivedAt: inbox.receivedAt })
    .from(inbox)
    .where(and(eq(inbox.hookId, id), eq(inbox.messageId, messageId)))
    .get();
  if (known && known.receivedAt > work.now - KNOWN_MS) return done(null);
  if (isTooMuch(work, hook))
    return failure('too-many-requests', 'This hook has had too many messages. Send it again in a minute.');
  if (known) work.db.delete(inbox).where(eq(inbox.id, known.id)).run();
  work.db
    .insert(inbox)
    .values({
      id: uuidv7({ msecs: work.now }),
      hookId: id,
      messageId,
      form,
      body,
      receivedAt: work.now,
      state: 'waiting',
      leads: 0,
      signals: 0,
      errors: [],
    })
    .run();
  return done(null);
}

export const dueInbox: Chore = {
  name: 'inbox',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  run: (work) => {
    const waiting = work.db
      .select()
      .from(inbox)
      .where(eq(inbox.state, 'waiting'))
      .orderBy(asc(inbox.receivedAt), sql`rowid`)
      .limit(DELIVERIES_A_SLICE)
      .all();
    for (const row of waiting) process(work, row);
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(inbox.receivedAt) })
    .from(inbox)
    .where(eq(inbox.state, 'waiting'))
    .prepare(),
);

/** All of a delivery in one transaction; the body goes with it, whatever came of it (PRI4). */
function process(work: Work, row: Row): void {
  try {
    work.transact(() => finish(work, row, taken(work, row)));
  } catch {
    work.ground.forget();
    // No detail: an exception may quote what somebody typed.
    const errors = [faultAt('', 'failed')];
    finish(work, row, { leads: 0, signals: 0, errors });
  }
}

interface Result {
  readonly leads: number;
  readonly signals: number;
  readonly errors: readonly Fault[];
}

function taken(work: Work, { hookId, body, form }: Row): Result {
  const hook = hookOf(work, hookId);
  if (hook === undefined || hook.revokedAt !== null || body === null)
    return { leads: 0, signals: 0, errors: [faultAt('', 'hook_revoked')] };
  // Marketo posts whatever its template says, under the media type of a form unless told otherwise.
  const isJson = !form || (hook.kind === 'key' && body.trimStart().startsWith('{'));
  const read = isJson ? parsed(body) : { body: fieldsOf(body) };
  if (read === undefined) return { leads: 0, signals: 0, errors: [faultAt('', 'no_json')] };
  const { messages, faults } = mapBody(hook.mapping, readAs(hook.kind, read.body));
  const errors: Fault[] = [...faults];
  let [leads, signals] = [0, 0];
  for (const message of messages) {
    const made = takeMessage(work, hook, message);
    if ('error' in made) errors.push({ pointer: made.pointer, detail: made.error, reason: made.reason });
    else {
      [leads, signals] = [leads + made.leads, signals + made.signals];
      errors.push(...made.leftOut);
    }
  }
  return { leads, signals, errors: errors.slice(0, MOST_ERRORS) };
}

function finish(work: Work, { id }: Row, { leads, signals, errors }: Result): void {
  const failed = errors.length > 0 && leads + signals === 0;
  work.db
    .update(inbox)
    .set({ state: failed ? 'failed' : 'done', body: null, processedAt: work.now, leads, signals, errors })
    .where(eq(inbox.id, id))
    .run();
}

function parsed(body: string): { readonly body: unknown } | undefined {
  try {
    return { body: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** Of a field named twice, the first counts. */
function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    if (!Object.hasOwn(fields, name) && name !== '__proto__') fields[name] = value;
  }
  return fields;
}

function isTooMuch(work: Work, { id, kind }: Hook): boolean {
  const since = (ms: number) =>
    work.db
      .select({ n: count() })
      .from(inbox)
      .where(and(eq(inbox.hookId, id), gt(inbox.receivedAt, work.now - ms)))
      .get()?.n ?? 0;
  const sender = kind === 'form' ? 'unproven' : 'proven';
  return since(MINUTE_MS) >= MOST_A_MINUTE[sender] || since(DAY_MS) >= MOST_A_DAY[sender];
}
