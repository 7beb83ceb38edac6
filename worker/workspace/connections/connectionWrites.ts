/**
 * What waits to be written into a connected system, as that system is told it: looked up now, and left out
 * where it says so already.
 */
import { eq } from 'drizzle-orm';
import type { Scalar } from '../../../shared/lead/facts.ts';
import { termsFor } from '../../../shared/messages/terms/index.ts';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Connector, Write, Written } from '../../connectors/connector.ts';
import { putBack } from './connectionKeeper.ts';
import { OWNER } from './connectionPerson.ts';
import type { QueuedWrite } from './connectionQueue.ts';
import { isSame, keepRecord, personOf, recordOfFact, recordsOf } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { leadExists } from '../leads/identity.ts';
import { holderOf, idsOf } from '../leads/merged.ts';
import { stateOf } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { connectionRecords, facts } = schema;

/** Undefined: there is nothing (any more) to be told. */
export function writeOf(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  leadId: string | null,
  payload: QueuedWrite,
): Write | undefined {
  switch (payload.what) {
    case 'erase':
      return { kind: 'erase', person: payload.record };
    case 'unlog': {
      const record = recordOfFact(work, connection.id, payload.fact);
      if (record === undefined) return undefined;
      return { kind: 'unlog', id: payload.fact, ref: { object: record.object, id: record.recordId } };
    }
    case 'values':
      if (leadId === null) return undefined;
      work.transact(() => putBack(work, connection, leadId));
      return valuesOf(work, connection, connector, leadId);
    case 'attempt':
      return attemptOf(work, connection, payload.fact);
  }
}

function valuesOf(
  work: Work,
  { id, mapping }: AgreedConnection,
  { writesTo }: Connector,
  lead: string,
): Write | undefined {
  const leadId = holderOf(work, lead);
  const record = personOf(work, id, idsOf(work, leadId));
  if (record === undefined || !leadExists(work, leadId)) return undefined;
  const state = stateOf(work, leadId, work.now);
  const { definitions } = work.ground.inForce(work.now);
  const wanted: Record<string, Scalar> = {};
  if (mapping.write.stage)
    wanted[writesTo.stage] =
      definitions.stages.find((stage) => stage.id === state.stage.id)?.label ?? state.stage.id;
  if (mapping.write.score) wanted[writesTo.score] = state.score.shown;
  for (const { ours, theirs, keeper, words = {} } of mapping.fields) {
    const value = state.fields[ours];
    if (keeper !== 'ours' || value === undefined) continue;
    wanted[theirs] = Object.keys(words).find((word) => words[word] === String(value)) ?? value;
  }
  const values = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !isSame(record.said[field] ?? null, value)),
  );
  const owner = mapping.owner === 'ours' ? theirUser(mapping, state.owner?.id) : undefined;
  const isOtherOwner = owner !== undefined && record.said[OWNER] !== owner;
  if (Object.keys(values).length === 0 && !isOtherOwner) return undefined;
  const person = { object: record.object, id: record.recordId };
  return { kind: 'values', person, values, ...(isOtherOwner ? { owner } : {}) };
}

function attemptOf(work: Work, { id, mapping }: AgreedConnection, factId: string): Write | undefined {
  const row = work.db.select({ leadId: facts.leadId }).from(facts).where(eq(facts.id, factId)).get();
  const leadId = row && holderOf(work, row.leadId);
  if (leadId === undefined) return undefined;
  const record = personOf(work, id, idsOf(work, leadId));
  const attempt = stateOf(work, leadId, work.now).attempts.find(({ factIds }) => factIds.includes(factId));
  if (record === undefined || attempt === undefined || attempt.withdrawn || attempt.refused) return undefined;
  // One real try is there once: their own record of it, or what another observer had written (ATT7).
  const isThere = attempt.factIds.some(
    (one) => one.startsWith(`c:${id}:`) || (one !== factId && recordOfFact(work, id, one) !== undefined),
  );
  if (isThere) return undefined;
  const { channel, outcome, at, by } = attempt;
  const words = termsFor(work.ground.workspace()?.language ?? 'en').words;
  return {
    kind: 'attempt',
    id: factId,
    person: { object: record.object, id: record.recordId },
    channel,
    outcome,
    at,
    by: theirUser(mapping, by) ?? null,
    title: `${words.channels[channel]} · ${words.outcomes[outcome]}`,
  };
}

function theirUser({ people }: ConnectionMapping, member: string | undefined): string | undefined {
  return member === undefined ? undefined : Object.keys(people).find((ref) => people[ref] === member);
}

/** What they say now is known, so that it is no news when it is read. */
export function noteWritten(
  work: Work,
  { id }: AgreedConnection,
  write: Write,
  leadId: string | null,
  written: Extract<Written, { ok: true }>,
): void {
  if (write.kind === 'values') {
    const record = recordsOf(work, id, write.person)[0];
    if (record === undefined) return;
    const said = { ...record.said, ...write.values };
    if (write.owner !== undefined) said[OWNER] = write.owner;
    keepRecord(work, id, write.person, record.leadId, { said });
  }
  if (write.kind === 'attempt' && written.ref !== undefined && leadId !== null && leadExists(work, leadId))
    keepRecord(work, id, written.ref, leadId, { said: {}, factId: write.id });
  if (write.kind === 'unlog')
    work.db.delete(connectionRecords).where(eq(connectionRecords.factId, write.id)).run();
}
