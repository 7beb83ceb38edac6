/** Commands up: the outbox in gapless lots until the worker has answered each (SYN1, SYN2, SYN6). */
import { PUSH_BYTES, PUSH_LIMIT, type PushRequest } from '../../shared/protocol/sync.ts';
import type { Database, OutboxRow } from './database.ts';
import { clientOf, renumber, rewind } from './numbering.ts';
import { KEEP_MS, pendingOf, settle } from './outbox.ts';
import type { ServerClock } from './serverClock.ts';
import { memberKey, type Session } from './session.ts';
import { push, type ApiFailure } from './workerApi.ts';

/** Lots and renumberings after which a push gives way to the next sync rather than argue on. */
const ROUNDS = 50;

export interface PushOutcome {
  readonly failure: ApiFailure | null;
  /** Rows whose standing changed, answered or to be sent again. */
  readonly answered: readonly OutboxRow[];
  /** The workspace was restored to this epoch: pull from the start. */
  readonly restoredTo: string | null;
}

export async function pushAll(
  database: Database,
  session: Session,
  epoch: string,
  clock: ServerClock,
  signal: AbortSignal,
): Promise<PushOutcome> {
  const member = memberKey(session);
  const answered: OutboxRow[] = [];
  let restoredTo: string | null = null;
  let current = epoch;
  for (let round = 0; round < ROUNDS; round += 1) {
    const commands = lotOf(await pendingOf(database, member));
    if (commands.length === 0) break;
    const { clientId } = await clientOf(database, member);
    const answer = await push(session, { epoch: current, clientId, commands }, signal);
    if (!answer.ok) return { failure: answer.failure, answered, restoredTo };
    const response = answer.value;
    clock.learn(response.serverTime, answer.sentAt);
    const since = clock.now() - KEEP_MS;
    switch (response.outcome) {
      case 'ok':
        answered.push(...(await settle(database, response.results, Date.now())));
        break;
      case 'gap':
        if (!(await rewind(database, member, response.lastN)))
          await renumber(database, member, { epoch: current, since, all: false });
        break;
      case 'forked':
        await renumber(database, member, { epoch: current, since, all: false });
        break;
      case 'epoch': {
        const ended = current;
        current = response.epoch;
        restoredTo = current;
        await renumber(database, member, { epoch: current, since, all: true, ended });
        break;
      }
    }
  }
  return { failure: null, answered, restoredTo };
}

/** The longest run from the first pending command that the worker takes at once. */
function lotOf(pending: readonly OutboxRow[]): PushRequest['commands'] {
  const encoder = new TextEncoder();
  const lot: PushRequest['commands'] = [];
  // Room for the request around the commands.
  let bytes = 1_024;
  for (const { n, id, kind, body, at, baseRevision, knownAt, ackedIn } of pending) {
    // Undefined keys vanish in JSON.
    const command = { n, id, kind, body, at, baseRevision, knownAt, ackedIn };
    bytes += encoder.encode(JSON.stringify(command)).length + 1;
    if (lot.length === PUSH_LIMIT || (lot.length > 0 && bytes > PUSH_BYTES)) break;
    lot.push(command);
  }
  return lot;
}
