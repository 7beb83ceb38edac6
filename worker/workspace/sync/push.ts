/**
 * Commands up (SYN1–SYN3). The whole batch is held against what is known first: a gap or a fork
 * applies nothing. Then each command has a transaction of its own, and its first result is for ever.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { CommandResult, PushRequest, PushResponse } from '../../../shared/protocol/sync.ts';
import { done, type Outcome } from '../../outcome.ts';
import { canonical } from '../../secrets.ts';
import { applyCommand } from './command.ts';
import { BLANK } from '../privacy/eraseCommands.ts';
import { prepared } from '../agreement/prepared.ts';
import { type Ahead, readAhead } from './readAhead.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

type Pushed = PushRequest['commands'][number];
type Known = Pick<typeof schema.commands.$inferSelect, 'clientId' | 'n' | 'id' | 'command' | 'result'>;

export function push(work: Work, who: Who, request: PushRequest): Outcome<PushResponse> {
  const serverTime = work.now;
  const epoch = work.ground.workspace()?.epoch ?? '';
  if (request.epoch !== epoch) return done({ outcome: 'epoch', epoch, serverTime });
  const client = selectClient(work).get({ id: request.clientId });
  const lastN = client?.lastN ?? 0;
  // Somebody else's outbox: this device has to take a name of its own.
  if (client && client.memberId !== who.memberId) return done({ outcome: 'forked', lastN: 0, serverTime });

  const { commands } = request;
  const first = commands[0]?.n ?? lastN + 1;
  if (first > lastN + 1 || commands.some(({ n }, index) => n !== first + index))
    return done({ outcome: 'gap', lastN, serverTime });
  const known = knownCommands(work, request);
  const forked = commands.some((command) =>
    known(command).some((one) => one.command !== BLANK && one.command !== sameText(command)),
  );
  if (forked) return done({ outcome: 'forked', lastN, serverTime });

  const fresh = commands.filter((command) => known(command).length === 0);
  const ahead = readAhead(work, fresh);
  const results = commands.map((command) => {
    const before = known(command);
    const mine = before.find(({ clientId, n }) => clientId === request.clientId && n === command.n);
    if (mine) return mine.result;
    const seen = { ahead, before: before[0] };
    return work.transact(() => keepFirst(work, who, request.clientId, command, seen));
  });
  const reached = Math.max(lastN, first + commands.length - 1);
  if (commands.length > 0)
    upsertClient(work).run({ id: request.clientId, memberId: who.memberId, lastN: reached });
  return done({ outcome: 'ok', results, lastN: reached, serverTime });
}

/** Last command of a client the workspace has; 0 for one that is unknown or somebody else's. */
export function lastNOf(work: Work, clientId: string | undefined, memberId?: string): number {
  if (clientId === undefined) return 0;
  const client = selectClient(work).get({ id: clientId });
  return client && (memberId === undefined || client.memberId === memberId) ? client.lastN : 0;
}

const selectClient = prepared((db) =>
  db
    .select()
    .from(schema.clients)
    .where(eq(schema.clients.id, sql.placeholder('id')))
    .prepare(),
);

/** A device says why in its own words, by the code. */
function told({ reason: _, ...result }: ReturnType<typeof applyCommand>): CommandResult {
  return result;
}

function keepFirst(
  work: Work,
  who: Who,
  clientId: string,
  command: Pushed,
  { ahead, before }: { readonly ahead: Ahead; readonly before: Known | undefined },
): CommandResult {
  const result = before
    ? echoOf(before, command)
    : told(applyCommand(work, who, command, ahead, (id) => isFrom(work, clientId, id)));
  const { n, id } = command;
  const { memberId } = who;
  const kept = { clientId, n, id, memberId, recordedAt: work.now, command: sameText(command), result };
  insertCommand(work).run(kept);
  return result;
}

const insertCommand = prepared((db) => {
  const { placeholder } = sql;
  const values = {
    clientId: placeholder('clientId'),
    n: placeholder('n'),
    id: placeholder('id'),
    memberId: placeholder('memberId'),
    recordedAt: placeholder('recordedAt'),
    command: placeholder('command'),
    result: placeholder('result'),
  };
  return db.insert(schema.commands).values(values).prepare();
});

const upsertClient = prepared((db) => {
  const { placeholder } = sql;
  const values = { id: placeholder('id'), memberId: placeholder('memberId'), lastN: placeholder('lastN') };
  const set = { lastN: sql`excluded.last_n` };
  return db
    .insert(schema.clients)
    .values(values)
    .onConflictDoUpdate({ target: schema.clients.id, set })
    .prepare();
});

/** A fact has the id of the command it came from. */
function isFrom(work: Work, clientId: string, factId: string): boolean {
  return selectById(work)
    .all({ ids: JSON.stringify([factId]) })
    .some((command) => command.clientId === clientId);
}

/** The same command under another client's number: what was applied once is a duplicate now. */
function echoOf({ result }: Known, { n, id }: Pushed): CommandResult {
  return result.result === 'rejected' ? { ...result, n } : { n, id, result: 'duplicate' };
}

/** Commands already held under the same number of this client, or the same id of any. */
function knownCommands(
  work: Work,
  { clientId, commands }: PushRequest,
): (command: Pushed) => readonly Known[] {
  const numbers = JSON.stringify(commands.map(({ n }) => n));
  const ids = JSON.stringify(commands.map(({ id }) => id));
  const byNumber = Map.groupBy(selectByNumber(work).all({ clientId, numbers }), ({ n }) => n);
  const byId = Map.groupBy(selectById(work).all({ ids }), ({ id }) => id);
  return ({ n, id }) => [...(byNumber.get(n) ?? []), ...(byId.get(id) ?? [])];
}

const KNOWN = {
  clientId: schema.commands.clientId,
  n: schema.commands.n,
  id: schema.commands.id,
  command: schema.commands.command,
  result: schema.commands.result,
};

const selectByNumber = prepared((db) => {
  const { n, clientId } = schema.commands;
  const isAsked = sql`${n} in (select value from json_each(${sql.placeholder('numbers')}))`;
  return db
    .select(KNOWN)
    .from(schema.commands)
    .where(and(eq(clientId, sql.placeholder('clientId')), isAsked))
    .prepare();
});

const selectById = prepared((db) =>
  db
    .select(KNOWN)
    .from(schema.commands)
    .where(sql`${schema.commands.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

/** Everything of a command but its number and its past, which another client may give anew (SYN1, SYN6). */
function sameText(pushed: Pushed): string {
  const { n: _, ackedIn: __, ...command } = pushed;
  return canonical(command);
}
