/**
 * What of a lead's news has to be written into connected systems, put into the outbox in the transaction it
 * happened in. Only what is to be written is noted, never the values: those are looked up when it is sent, so
 * that ten changes are one write.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { SECOND_MS } from '../../../shared/time.ts';
import { personOf } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { idsOf } from '../leads/merged.ts';
import type { News } from '../notices/news.ts';
import { enqueue } from '../outbox/outbox.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** In the outbox; ids and words of ours only (PRI1), but `record`, which has to outlive its lead to be erased. */
export type QueuedWrite =
  | { readonly what: 'values' }
  | { readonly what: 'attempt'; readonly fact: string }
  | { readonly what: 'unlog'; readonly fact: string }
  | { readonly what: 'erase'; readonly record: { readonly object: string; readonly id: string } };

/** What is logged by hand may be undone for ten seconds (ATT1): until then nobody else is told. */
const UNDO_MS = 12 * SECOND_MS;

/** @param connections where they have been read already */
export function enqueueWrites(
  work: Work,
  { before, state, fresh }: News,
  connections = agreedConnections(work),
): void {
  if (connections.length === 0) return;
  const ids = idsOf(work, state.leadId);
  for (const { id, mapping, connectedAt } of connections) {
    if (personOf(work, id, ids) === undefined) continue;
    for (const fact of fresh) {
      if (!mapping.write.attempts) break;
      const key = `${id}|${fact.id}`;
      const head = { key, kind: 'connection', target: id, leadId: fact.leadId } as const;
      // Told by that system itself, or older than our knowing it: it knows already.
      if (fact.kind === 'attempt.made' && !isTheirs(id, fact.id) && fact.at >= (connectedAt ?? 0)) {
        const byHand = fact.observer === 'integration' ? 0 : UNDO_MS;
        const payload: QueuedWrite = { what: 'attempt', fact: fact.id };
        enqueue(work, { ...head, payload, notBefore: Math.max(fact.at, work.now + byHand) });
      }
      if (fact.kind !== 'attempt.withdrawn' && fact.kind !== 'attempt.refused') continue;
      if (isTheirs(id, fact.body.attempt)) continue;
      const payload: QueuedWrite = { what: 'unlog', fact: fact.body.attempt };
      enqueue(work, { ...head, payload });
    }
    const isOther =
      before === undefined ||
      before.stage !== state.stage.id ||
      before.score !== state.score.shown ||
      before.owner !== (state.owner?.id ?? null) ||
      fresh.some((fact) => isOfPerson(fact) && !isTheirs(id, fact.id));
    if (isOther) enqueueValues(work, id, state.leadId);
  }
}

/** One at a time waits: what it finds when it is sent is the newest. */
export function enqueueValues(work: Work, connectionId: string, leadId: string): void {
  const { outbox } = schema;
  const waiting = work.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.leadId, leadId),
        eq(outbox.target, connectionId),
        eq(outbox.state, 'waiting'),
        eq(outbox.attempts, 0),
        isNotNull(outbox.nextAt),
        eq(outbox.payload, { what: 'values' }),
      ),
    )
    .get();
  if (waiting) return;
  const payload: QueuedWrite = { what: 'values' };
  const key = `${connectionId}|values|${uuidv7({ msecs: work.now })}`;
  enqueue(work, { key, kind: 'connection', target: connectionId, leadId, payload });
}

/** Erased here: where that was agreed, over there too. Called while their records are still known (PRI4). */
export function enqueueErasure(work: Work, ids: readonly string[]): void {
  for (const { id, mapping } of agreedConnections(work)) {
    if (mapping.gone.here !== 'erase') continue;
    const person = personOf(work, id, ids);
    if (person === undefined) continue;
    const { object, recordId } = person;
    const payload: QueuedWrite = { what: 'erase', record: { object, id: recordId } };
    enqueue(work, { key: `${id}|erase|${object}|${recordId}`, kind: 'connection', target: id, payload });
  }
}

function isOfPerson({ kind }: News['fresh'][number]): boolean {
  return kind === 'lead.changed' || kind === 'lead.captured';
}

function isTheirs(connectionId: string, factId: string): boolean {
  return factId.startsWith(`c:${connectionId}:`);
}

export function agreedConnections(
  work: Work,
): readonly Pick<AgreedConnection, 'id' | 'connectedAt' | 'mapping'>[] {
  return selectAgreed(work)
    .all()
    .flatMap(({ mapping, ...row }) => (mapping === null ? [] : [{ ...row, mapping }]));
}

const selectAgreed = prepared((db) => {
  const { id, connectedAt, mapping } = schema.connections;
  return db.select({ id, connectedAt, mapping }).from(schema.connections).where(isNotNull(mapping)).prepare();
});
