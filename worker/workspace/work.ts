/**
 * One piece of work on the workspace: the database, the instant it happens at, and the ground it
 * stands on. Every function of this folder takes one and nothing ambient.
 */
import { eq, isNotNull, sql } from 'drizzle-orm';
import type { DrizzleSqliteDODatabase } from 'drizzle-orm/durable-sqlite';
import type { Role, Side } from '../../shared/lead/vocabulary.ts';
import type { Outcome } from '../outcome.ts';
import type { Ground } from './ground.ts';
import { prepared } from './agreement/prepared.ts';
import * as schema from './schema.ts';

export type Database = DrizzleSqliteDODatabase<typeof schema> & { readonly $client: DurableObjectStorage };

export interface Work {
  readonly db: Database;
  /** Epoch ms. */
  readonly now: number;
  readonly ground: Ground;
  /** All of it or nothing; nests. */
  readonly transact: <T>(run: () => T) => T;
  /** Devices whose sockets close once the work is durable. */
  readonly closing: string[];
  /** Set when something changed that has no place in the stream, as the draft: whoever listens looks again. */
  isNews?: boolean;
}

/** Who asks, as of the work's `now`. */
export interface Who {
  readonly memberId: string;
  readonly deviceId: string;
  readonly name: string;
  readonly role: Role;
  readonly side: Side;
}

/** Takes the next `count` numbers of the workspace's counter; returns the first. */
export function takeSeq(work: Work, count = 1): number {
  return (addToHead(work).get({ count })?.head ?? 0) - count + 1;
}

const addToHead = prepared((db) =>
  db
    .update(schema.workspace)
    .set({ head: sql`${schema.workspace.head} + ${sql.placeholder('count')}` })
    .returning({ head: schema.workspace.head })
    .prepare(),
);

export function headOf(db: Database): number {
  return selectHead({ db }).get()?.head ?? 0;
}

const selectHead = prepared((db) =>
  db.select({ head: schema.workspace.head }).from(schema.workspace).prepare(),
);

/**
 * Marks members, teams or hours as changed; devices get the room again, waiting leads are asked again.
 * @param member whose log alone it is; left out: of nobody in particular
 */
export function roomChanged(work: Work, member = ''): void {
  const seq = takeSeq(work);
  work.db.update(schema.workspace).set({ roomSeq: seq }).run();
  const { roomMoves } = schema;
  const move = { member, seq };
  work.db.insert(roomMoves).values(move).onConflictDoUpdate({ target: roomMoves.member, set: move }).run();
  work.ground.forget();
  const waiting = work.db
    .select({ id: schema.leads.id })
    .from(schema.leads)
    .where(eq(schema.leads.unrouted, true));
  work.db
    .update(schema.clocks)
    .set({ dueAt: work.now })
    .where(sql`${schema.clocks.leadId} in ${waiting}`)
    .run();
  // Hours or absences may be others now: whoever waits to be told is looked at again (CLK7).
  const { notices } = schema;
  work.db.update(notices).set({ lookAt: work.now }).where(isNotNull(notices.lookAt)).run();
}

/** Runs `part` so that a failure it answers leaves nothing behind. */
export function orNothing<T>(work: Work, part: () => Outcome<T>): Outcome<T> {
  let failed: Outcome<T> | undefined;
  try {
    return work.transact(() => {
      const outcome = part();
      if (outcome.ok) return outcome;
      failed = outcome;
      throw new Error('rolled back');
    });
  } catch (error) {
    work.ground.forget();
    if (failed) return failed;
    throw error;
  }
}
