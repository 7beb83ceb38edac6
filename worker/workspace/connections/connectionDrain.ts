/**
 * The chore that keeps connected systems and this workspace in step: what webhooks hinted at is read first,
 * then what waits is written, then each kind of their records is read on from its cursor. Some at a time, so
 * that no slow system holds up due leads; what fails comes again with growing pauses.
 */
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { earliest, HOUR_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Connector, Trouble } from '../../connectors/connector.ts';
import { VendorLine } from '../../connectors/line.ts';
import { Pace } from '../../connectors/pace.ts';
import { timerFrom } from '../../connectors/timer.ts';
import { appOf, connectorOf } from '../../connectors/registry.ts';
import { hookSecretOf, openTokens, sealTokens } from '../../connectors/sealTokens.ts';
import type { Env } from '../../env.ts';
import { logError } from '../../log.ts';
import type { Chore } from '../jobs/chore.ts';
import { isRead, readHints, readStream } from './connectionReading.ts';
import { changeConnection, connectionOf, isAgreed, type AgreedConnection } from './connectionRows.ts';
import { sendWrites } from './connectionSending.ts';
import { hookUrlOf } from './connectionViews.ts';
import { prepared } from '../agreement/prepared.ts';
import { audit } from '../people/audit.ts';
import { pauseAfter } from '../outbox/outboxDrain.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Work } from '../work.ts';

const { connectionHints, connections, outbox } = schema;
/** Looked after in one wake. */
const MOST_AT_ONCE = 3;
const DRAIN_FOR_MS = 10 * SECOND_MS;
/** Pages of one kind of record in a row, so that none keeps the others waiting. */
const PAGES_A_STREAM = 10;
const LONGEST_PAUSE_MS = HOUR_MS;

export const dueConnections: Chore = {
  name: 'connections',
  nextAt: (work) =>
    earliest([selectOwn, selectWritten, selectHinted].map((select) => select(work).get()?.at ?? null)),
  drain: async (work, env) => {
    for (const row of due(work)) await keepInStep(work, env, row);
  },
};

/** Nothing happens before the connection it is for may send again. */
function firstOf(at: AnySQLiteColumn) {
  return sql<number | null>`min(max(${at}, coalesce(${connections.heldUntil}, 0)))`;
}

/** It runs and is not told to wait. */
const isListening = and(eq(connections.state, 'running'), eq(connections.tries, 0));

const selectOwn = prepared((db) =>
  db
    .select({ at: firstOf(connections.nextAt) })
    .from(connections)
    .where(and(eq(connections.state, 'running'), isNotNull(connections.nextAt)))
    .prepare(),
);

const selectWritten = prepared((db) =>
  db
    .select({ at: firstOf(outbox.nextAt) })
    .from(outbox)
    .innerJoin(connections, eq(connections.id, outbox.target))
    .where(and(isNotNull(outbox.nextAt), eq(outbox.kind, 'connection'), isListening))
    .prepare(),
);

const selectHinted = prepared((db) =>
  db
    .select({ at: firstOf(connectionHints.receivedAt) })
    .from(connectionHints)
    .innerJoin(connections, eq(connections.id, connectionHints.connectionId))
    .where(and(isNull(connectionHints.doneAt), isListening))
    .prepare(),
);

function due(work: Work): readonly AgreedConnection[] {
  const { id, nextAt, heldUntil, state } = connections;
  const writes = work.db
    .select({ id: outbox.target })
    .from(outbox)
    .where(and(lte(outbox.nextAt, work.now), eq(outbox.kind, 'connection')));
  const hints = work.db
    .select({ id: connectionHints.connectionId })
    .from(connectionHints)
    .where(isNull(connectionHints.doneAt));
  return work.db
    .select()
    .from(connections)
    .where(
      and(
        eq(state, 'running'),
        or(isNull(heldUntil), lte(heldUntil, work.now)),
        or(lte(nextAt, work.now), and(isListening, or(inArray(id, writes), inArray(id, hints)))),
      ),
    )
    .orderBy(asc(nextAt))
    .limit(MOST_AT_ONCE)
    .all()
    .filter((row): row is AgreedConnection => isAgreed(row));
}

async function keepInStep(work: Work, env: Env, connection: AgreedConnection): Promise<void> {
  const connector = connectorOf(connection.vendor);
  const app = appOf(env, connection.vendor);
  const tokens =
    app && connection.tokens ? await openTokens(app, connection.id, connection.tokens) : undefined;
  if (connector === undefined || app === undefined) {
    stop(work, connection, { trouble: 'app', detail: NO_APP });
    return;
  }
  if (tokens === undefined) {
    revoke(work, connection, 'what was kept of the access can no longer be read');
    return;
  }
  const { account, settings } = connection;
  const pace = new Pace({
    limits: connector.limits,
    kept: connection.pace,
    timer: timerFrom(work.now, env),
    keep: (kept) => changeConnection(work, connection.id, { pace: kept }),
  });
  const line = new VendorLine({ connector, rule: env, now: work.now, app, account, settings, tokens, pace });
  try {
    const own = await hookSecretOf(app, connection.id);
    const failed = await turn(work, connection, connector, line, own);
    if (failed === undefined) return;
    if (failed.trouble === 'unauthorised') revoke(work, connection, failed.detail);
    else if (failed.paced) hold(work, connection, failed.retryAfterMs ?? 0);
    else stop(work, connection, failed);
  } catch (error) {
    work.ground.forget();
    logError('connection failed', { connection: connection.id, ...traceOf(error) });
    stop(work, connection, {
      trouble: 'unavailable',
      detail: 'something went wrong here; it is tried again',
    });
  } finally {
    if (line.tokens !== null && line.tokens !== tokens) {
      const sealed = await sealTokens(app, connection.id, line.tokens);
      changeConnection(work, connection.id, { tokens: sealed });
    }
  }
}

const NO_APP = 'this deployment is not registered with the vendor: set its client id and secret';

/** @returns what it stopped at; undefined when it came to its end */
async function turn(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  line: VendorLine,
  own: string,
): Promise<Trouble | undefined> {
  const until = Date.now() + DRAIN_FOR_MS;
  if (!connection.prepared) {
    const made = await connector.prepare(line, connection.mapping, {
      url: hookUrlOf(work, connection),
      own,
    });
    if (!made.ok) return made;
    changeConnection(work, connection.id, { prepared: true });
  }
  const hinted = await readHints(work, connection, connector, line);
  if (hinted !== undefined) return hinted;
  // A reading that is due; otherwise only what hints and writes wait for.
  const reads = connection.nextAt !== null && connection.nextAt <= work.now;
  let more = false;
  let failed: Trouble | undefined;
  for (const stream of reads ? connector.streams : []) {
    if (!isRead(connection.mapping, stream)) continue;
    for (let page = 0; page < PAGES_A_STREAM; page += 1) {
      const read = await readStream(work, connection, connector, line, stream);
      if (!read.ok) {
        // One kind of record they do not let us have holds up no other.
        failed = read;
        break;
      }
      more ||= read.value && page + 1 === PAGES_A_STREAM;
      if (!read.value) break;
      if (Date.now() > until) return later(work, connection, work.now);
    }
    if (failed !== undefined && failed.trouble !== 'forbidden' && failed.trouble !== 'invalid') return failed;
    // People first: what was done about them waits until they are all here.
    if (more) break;
  }
  const written = await sendWrites(work, connection, connector, line, until);
  if (written !== undefined) return written;
  if (!reads) return undefined;
  if (!more) changeConnection(work, connection.id, { ranAt: work.now });
  later(work, connection, more ? work.now : work.now + connector.everyMs);
  if (failed !== undefined) {
    const { trouble: kind, detail } = failed;
    changeConnection(work, connection.id, { problem: { kind, detail, at: work.now } });
  }
  return undefined;
}

function later(work: Work, { id }: AgreedConnection, nextAt: number): undefined {
  if (connectionOf(work, id)?.state === 'running')
    changeConnection(work, id, { nextAt, tries: 0, problem: null });
  return undefined;
}

type Stopped = Pick<Trouble, 'detail' | 'retryAfterMs'> & { readonly trouble: Trouble['trouble'] | 'app' };

/** Comes again by itself. */
function stop(work: Work, { id }: AgreedConnection, { trouble, detail, retryAfterMs = 0 }: Stopped): void {
  const row = connectionOf(work, id);
  if (row?.state !== 'running') return;
  const tries = row.tries + 1;
  const passing = trouble === 'limited' || trouble === 'unavailable';
  const pause = passing ? Math.min(pauseAfter(tries), LONGEST_PAUSE_MS) : LONGEST_PAUSE_MS;
  const nextAt = work.now + Math.max(pause, retryAfterMs);
  changeConnection(work, id, { tries, nextAt, problem: { kind: trouble, detail, at: work.now } });
}

/** It is within the vendor's limits again so much later: nothing failed, and it goes on where it was. */
function hold(work: Work, { id }: AgreedConnection, ms: number): void {
  if (connectionOf(work, id)?.state !== 'running') return;
  changeConnection(work, id, { nextAt: work.now + ms, heldUntil: work.now + ms });
}

/** Nothing more is tried until an admin gives access again; what waits, waits. */
function revoke(work: Work, { id }: AgreedConnection, detail: string): void {
  if (connectionOf(work, id)?.state !== 'running') return;
  const problem = { kind: 'unauthorised', detail, at: work.now } as const;
  changeConnection(work, id, { state: 'revoked', nextAt: null, tokens: null, problem });
  audit(work, null, 'connection.revoked', id);
  work.isNews = true;
}
