/**
 * Commands up (SYN1–SYN3). The whole batch is held against what is known first: a gap or a fork
 * applies nothing. Then each command is judged by all that came before it, and its first result is for ever.
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
  // All of them are newer than the newest of this client: none can be known by its number.
  const known = knownCommands(work, request, client !== undefined && first > lastN);
  const forked = commands.some((command) =>
    known(command).some((one) => one.command !== BLANK && one.command !== sameText(command)),
  );
  if (forked) return done({ outcome: 'forked', lastN, serverTime });

  const ahead = readAhead(
    work,
    commands.filter((command) => known(command).length === 0),
  );
  const fresh: Row[] = [];
  const own = new Set<string>();
  const isOwn = (id: string) => own.has(id) || isFrom(work, request.clientId, id);
  const results = commands.map((command) => {
    const before = known(command);
    const mine = before.find(({ clientId, n }) => clientId === request.clientId && n === command.n);
    if (mine) return mine.result;
    const result = firstResult(work, who, command, { ahead, before: before[0], isOwn });
    fresh.push(rowOf(work, who, request.clientId, command, result));
    own.add(command.id);
    return result;
  });
  ahead.write();
  if (fresh.length > 0) insertCommands(work).run({ rows: JSON.stringify(fresh) });
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

/** As it is stored: client, number, id, member, when, the command, its result. */
type Row = readonly [string, number, string, string, number, string, string];

function rowOf(work: Work, who: Who, clientId: string, command: Pushed, result: CommandResult): Row {
  const { n, id } = command;
  return [clientId, n, id, who.memberId, work.now, sameText(command), JSON.stringify(result)];
}

interface Seen {
  readonly ahead: Ahead;
  readonly before: Known | undefined;
  readonly isOwn: (factId: string) => boolean;
}

function firstResult(work: Work, who: Who, command: Pushed, { ahead, before, isOwn }: Seen): CommandResult {
  return before ? echoOf(before, command) : told(applyCommand(work, who, command, ahead, isOwn));
}

/** A device says why in its own words, by the code. */
function told({ reason: _, ...result }: ReturnType<typeof applyCommand>): CommandResult {
  return result;
}

const insertCommands = prepared((db) =>
  db
    .insert(schema.commands)
    .select(
      sql`select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
          from json_each(${sql.placeholder('rows')})`,
    )
    .prepare(),
);

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
  isNewer: boolean,
): (command: Pushed) => readonly Known[] {
  const numbers = JSON.stringify(commands.map(({ n }) => n));
  const ids = JSON.stringify(commands.map(({ id }) => id));
  const numbered = isNewer ? [] : selectByNumber(work).all({ clientId, numbers });
  const byNumber = Map.groupBy(numbered, ({ n }) => n);
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
