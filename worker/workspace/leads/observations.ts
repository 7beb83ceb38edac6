/**
 * Signals and tries that other systems saw. Idempotent by id; a row that names nobody is reported
 * and not kept, so that the sender can create the lead and send it again.
 */
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Fact } from '../../../shared/lead/facts.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { AttemptInput, SignalInput } from '../../../shared/protocol/api.ts';
import type { DealInput, ReplyInput } from '../../../shared/protocol/happenings.ts';
import { done, type Outcome } from '../../outcome.ts';
import { appendFacts, knownFacts } from './facts.ts';
import { leadNamed, type RowError } from './identity.ts';
import { refold } from './refold.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

/** Longest properties of one signal, in characters of JSON. */
const MOST_CHARACTERS = 16 * 1024;

export type ObservationResult =
  { readonly id: string; readonly leadId: string; readonly duplicate: boolean } | RowError;
type Results = Outcome<{ results: readonly ObservationResult[] }>;

export function recordSignals(
  work: Work,
  who: Who,
  { signals }: { signals: readonly SignalInput[] },
): Results {
  const { definitions } = work.ground.inForce(work.now);
  const known = new Set(definitions.signals.map(({ id }) => id));
  return record(
    work,
    signals.map((input, index): Fact | RowError => {
      const pointer = `/signals/${index}`;
      if (!known.has(input.signal))
        return { error: `the agreement has no signal "${input.signal}"`, pointer: `${pointer}/signal` };
      if (JSON.stringify(input.properties ?? {}).length > MOST_CHARACTERS)
        return { error: `longer than ${MOST_CHARACTERS} characters`, pointer: `${pointer}/properties` };
      const named = leadNamed(work, input, pointer);
      if ('error' in named) return named;
      const { signal, properties, source, campaign } = input;
      return {
        ...headOf(work, input),
        ...named,
        actor: who.memberId,
        observer: 'integration',
        kind: 'signal.seen',
        body: {
          signal,
          ...(properties === undefined ? {} : { properties }),
          ...(source === undefined ? {} : { source }),
          ...(campaign === undefined ? {} : { campaign }),
        },
      };
    }),
  );
}

export function recordAttempts(
  work: Work,
  who: Who,
  { attempts }: { attempts: readonly AttemptInput[] },
): Results {
  return record(
    work,
    attempts.map((input, index): Fact | RowError => {
      const pointer = `/attempts/${index}`;
      const actor = input.by ?? who.memberId;
      if (memberAt(work.ground.room(), actor, work.now) === null)
        return { error: 'no member has this id', pointer: `${pointer}/by` };
      const named = leadNamed(work, input, pointer);
      if ('error' in named) return named;
      const { channel, outcome, automatic, messageHash, note } = input;
      return {
        ...headOf(work, input),
        ...named,
        actor,
        observer: 'integration',
        kind: 'attempt.made',
        body: {
          channel,
          outcome,
          evidence: 'integration',
          ...(automatic === undefined ? {} : { automatic }),
          ...(messageHash === undefined ? {} : { messageHash }),
          ...(note === undefined ? {} : { note }),
        },
      };
    }),
  );
}

export function recordReplies(
  work: Work,
  who: Who,
  { replies }: { replies: readonly ReplyInput[] },
): Results {
  return record(
    work,
    replies.map((input, index): Fact | RowError => {
      const named = leadNamed(work, input, `/replies/${index}`);
      if ('error' in named) return named;
      const { channel, outOfOffice, messageHash } = input;
      return {
        ...headOf(work, input),
        ...named,
        actor: who.memberId,
        observer: 'integration',
        kind: 'reply.received',
        body: {
          channel,
          ...(outOfOffice === undefined ? {} : { outOfOffice }),
          ...(messageHash === undefined ? {} : { messageHash }),
        },
      };
    }),
  );
}

/** A deal that means a stage brings two facts; the stage's id follows from the deal's, so a repeat adds neither. */
export function recordDeals(work: Work, who: Who, { deals }: { deals: readonly DealInput[] }): Results {
  const { definitions } = work.ground.inForce(work.now);
  const stages: Fact[] = [];
  const rows = deals.map((input, index): Fact | RowError => {
    const pointer = `/deals/${index}`;
    const { stage, id: _, leadId: __, email: ___, externalId: ____, at: _____, ...body } = input;
    if (body.outcome === 'lost' && body.reason === undefined)
      return { error: 'a lost deal needs a reason', pointer: `${pointer}/reason` };
    if (stage !== undefined && !definitions.stages.some((one) => one.id === stage))
      return { error: `the agreement has no stage "${stage}"`, pointer: `${pointer}/stage` };
    const named = leadNamed(work, input, pointer);
    if ('error' in named) return named;
    const head = { ...headOf(work, input), ...named, actor: who.memberId, observer: 'integration' } as const;
    if (stage !== undefined && stage !== stageOf(work, named.leadId))
      stages.push({ ...head, id: `${head.id}:stage`, kind: 'stage.set', body: { stage } });
    return { ...head, kind: 'deal.changed', body };
  });
  return record(work, rows, stages);
}

function stageOf(work: Work, leadId: string): string | undefined {
  const { leads } = schema;
  return work.db.select({ stage: leads.stage }).from(leads).where(eq(leads.id, leadId)).get()?.stage;
}

/** Never later than now; without an id of the sender's a repeat cannot be told from a second one. */
function headOf(work: Work, input: { readonly id?: string | undefined; readonly at?: number | undefined }) {
  return {
    id: input.id ?? uuidv7({ msecs: work.now }),
    at: Math.min(input.at ?? work.now, work.now),
    recordedAt: work.now,
  };
}

/** All facts at once, then one fold per lead however many of them it got. */
function record(work: Work, rows: readonly (Fact | RowError)[], more: readonly Fact[] = []): Results {
  const facts = rows.filter((row): row is Fact => !('error' in row));
  const before = knownFacts(
    work,
    facts.map(({ id }) => id),
  );
  const fresh = new Set(work.transact(() => settle(work, [...facts, ...more])).map(({ id }) => id));
  const results = rows.map((row): ObservationResult => {
    if ('error' in row) return row;
    // Sent twice at once, it was new the first time.
    return { id: row.id, leadId: before.get(row.id) ?? row.leadId, duplicate: !fresh.delete(row.id) };
  });
  return done({ results });
}

function settle(work: Work, facts: readonly Fact[]): readonly Fact[] {
  const fresh = appendFacts(work, facts);
  for (const leadId of new Set(fresh.map((fact) => fact.leadId))) refold(work, leadId);
  return fresh;
}
