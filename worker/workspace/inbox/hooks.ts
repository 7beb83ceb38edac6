/** Webhooks in (ACC5): kept by an admin, each with a mapping of what it may say. Nothing comes in without one. */
import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import * as z from 'zod';
import type {
  DeliveriesQuery,
  HookChange,
  HookDelivery,
  HookMapping,
  HookRequest,
  HookView,
} from '../../../shared/protocol/hooks.ts';
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { faultAt } from '../../reasons.ts';
import { audit } from '../people/audit.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import { mapBody } from './hooksMapping.ts';
import { readAs } from './senders.ts';
import { planMessage, type PlannedMessage } from './inboxMessage.ts';
import { readPlace, writePlace } from '../place.ts';
import { OVERLAP_MS } from '../outbox/subscriptions.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const { hooks, inbox } = schema;
export type Hook = typeof hooks.$inferSelect;

const MOST = 50;
const DEFAULT_PAGE = 50;
/** Longest mapping, as JSON. */
const MOST_CHARACTERS = 64 * 1024;
const UNKNOWN = failure('not-found', 'There is no such hook.');

export function listHooks(work: Work): Outcome<{ hooks: readonly HookView[] }> {
  const rows = work.db.select().from(hooks).orderBy(asc(hooks.createdAt), asc(hooks.id)).all();
  return done({ hooks: rows.map(viewOf) });
}

export function readHook(work: Work, _who: Who, { id }: { id: string }): Outcome<HookView> {
  const hook = hookOf(work, id);
  return hook ? done(viewOf(hook)) : UNKNOWN;
}

/** @param id unguessable, minted by the route: a form has no other secret. @param secret of a signed one */
export function addHook(
  work: Work,
  who: Who,
  { id, secret, hook }: { id: string; secret: string | null; hook: HookRequest },
): Outcome<HookView> {
  const faults = [...mappingFaults(work, hook.mapping, '/mapping'), ...secretFaults(hook)];
  if (faults.length > 0) return failure('invalid-body', 'This hook cannot be kept as it is.', faults);
  const active = work.db.select({ id: hooks.id }).from(hooks).where(isNull(hooks.revokedAt)).all();
  if (active.length >= MOST) return failure('conflict', `A workspace has ${MOST} hooks at most.`);
  const { kind, label, mapping } = hook;
  const row = work.db
    .insert(hooks)
    .values({ id, kind, label, mapping, secret, createdAt: work.now, createdBy: who.memberId })
    .returning()
    .get();
  audit(work, who, 'hook.added', id, { kind });
  return done(viewOf(row));
}

export function changeHook(
  work: Work,
  who: Who,
  { id, change }: { id: string; change: HookChange },
): Outcome<HookView> {
  const before = hookOf(work, id);
  if (!before) return UNKNOWN;
  const { label = before.label, mapping = before.mapping } = change;
  const faults = change.mapping ? mappingFaults(work, mapping, '/mapping') : [];
  if (faults.length > 0) return failure('invalid-body', 'This mapping cannot be kept.', faults);
  const row = work.db.update(hooks).set({ label, mapping }).where(eq(hooks.id, id)).returning().get();
  audit(work, who, 'hook.changed', id, { parts: Object.keys(change).toSorted().join(' ') });
  return done(viewOf(row));
}

/** Revoked at once and for good; what it brought stays. */
export function revokeHook(work: Work, who: Who, { id }: { id: string }): Outcome<null> {
  if (!hookOf(work, id)) return UNKNOWN;
  work.db
    .update(hooks)
    .set({ revokedAt: work.now, secret: null, oldSecret: null, overlapEndsAt: null })
    .where(and(eq(hooks.id, id), isNull(hooks.revokedAt)))
    .run();
  audit(work, who, 'hook.revoked', id);
  return done(null);
}

const THEIRS = failure(
  'conflict',
  'The secret is Webflow’s own. Revoke this and make another with the new one.',
);
const UNSIGNED = failure('conflict', 'A form has no secret. Revoke it and make another.');

/** What is signed by the old secret is taken for a day more, so that the sender may change over in peace. */
export function rotateHook(
  work: Work,
  who: Who,
  { id, rotation, secret }: { id: string; rotation: string; secret: string },
): Outcome<{ overlapEndsAt: number; rotation: string }> {
  const before = hookOf(work, id);
  if (!before || before.revokedAt !== null) return UNKNOWN;
  if (before.secret === null) return UNSIGNED;
  if (before.kind === 'webflow') return THEIRS;
  const overlapEndsAt = work.now + OVERLAP_MS;
  work.db
    .update(hooks)
    .set({ secret, oldSecret: before.secret, overlapEndsAt })
    .where(eq(hooks.id, id))
    .run();
  audit(work, who, 'hook.rotated', id);
  return done({ overlapEndsAt, rotation });
}

/** What this hook's sender may sign with at the work's `now`. */
export function secretsOf(work: Work, hook: Hook | undefined): readonly (string | null)[] {
  const { secret = null, oldSecret = null, overlapEndsAt = null } = hook ?? {};
  return overlapEndsAt !== null && overlapEndsAt > work.now ? [secret, oldSecret] : [secret];
}

/** What a body would do; writes nothing. With a `mapping`, by that one instead of the hook's own. */
export function tryHook(
  work: Work,
  _who: Who,
  { id, body, mapping }: { id: string; body: unknown; mapping?: HookMapping | undefined },
): Outcome<{ messages: readonly PlannedMessage[]; errors: readonly Fault[] }> {
  const hook = hookOf(work, id);
  if (!hook) return UNKNOWN;
  const faults = mapping ? mappingFaults(work, mapping, '/mapping') : [];
  if (faults.length > 0) return failure('invalid-body', 'This mapping cannot be kept.', faults);
  const mapped = mapBody(mapping ?? hook.mapping, readAs(hook.kind, body));
  const messages = mapped.messages.map((message) => planMessage(work, hook, message));
  return done({ messages, errors: mapped.faults });
}

/** Newest first; without bodies, which are gone once they were read. */
export function listHookDeliveries(
  work: Work,
  _who: Who,
  { id, asked: { cursor, limit = DEFAULT_PAGE } }: { id: string; asked: DeliveriesQuery },
): Outcome<{ deliveries: readonly HookDelivery[]; cursor: string | null }> {
  if (!hookOf(work, id)) return UNKNOWN;
  const before = cursor === undefined ? undefined : readPlace(z.string(), cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  const rows = work.db
    .select()
    .from(inbox)
    .where(and(eq(inbox.hookId, id), before === undefined ? undefined : lt(inbox.id, before)))
    .orderBy(desc(inbox.id))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const deliveries = page.map(({ hookId: _, body: __, form: ___, ...shown }) => shown);
  return done({ deliveries, cursor: rows.length > limit && last ? writePlace(last.id) : null });
}

export function hookOf(work: Work, id: string): Hook | undefined {
  return work.db.select().from(hooks).where(eq(hooks.id, id)).get();
}

/** Webflow signs with a secret of its own, which has to be told; all others are told ours. */
function secretFaults({ kind, secret }: HookRequest): Fault[] {
  if ((kind === 'webflow') === (secret !== undefined)) return [];
  const detail = kind === 'webflow' ? 'say which secret Webflow signs with' : 'this sender is told ours';
  return [{ pointer: '/secret', detail }];
}

/** Every name in it must be one of the agreement in force. */
function mappingFaults(work: Work, mapping: HookMapping, pointer: string): Fault[] {
  const { definitions } = work.ground.inForce(work.now);
  const { emails = [], phones = [], externalId, fields = {}, signals = [] } = mapping;
  const faults: Fault[] = [];
  if (JSON.stringify(mapping).length > MOST_CHARACTERS)
    faults.push({ pointer, detail: `longer than ${MOST_CHARACTERS} characters` });
  if (emails.length + phones.length === 0 && externalId === undefined)
    faults.push({ pointer, detail: 'say where an e-mail, a phone or an external id is found' });
  for (const id of Object.keys(fields)) {
    if (!isField(definitions, id))
      faults.push(faultAt(`${pointer}/fields/${id}`, { code: 'no_field', name: id }));
  }
  for (const [index, { signal }] of signals.entries()) {
    if (!definitions.signals.some(({ id }) => id === signal))
      faults.push(faultAt(`${pointer}/signals/${index}/signal`, 'no_signal'));
  }
  return faults;
}

function isField({ fields }: { fields: readonly { id: string }[] }, id: string): boolean {
  return fields.some((field) => field.id === id) || RESERVED_FIELDS.some((name) => name === id);
}

function viewOf({ id, kind, label, mapping, createdAt, createdBy, revokedAt }: Hook): HookView {
  return { id, kind, label, mapping, createdAt, createdBy, revokedAt };
}
