/**
 * One object beside the workspaces: which setup tokens were used, how often one was guessed, and
 * which workspaces have something due, so that an hourly cron can wake one whose alarm was lost
 * (ACC4, CLK9). Holds no data of theirs but an id and an instant.
 */
import { DurableObject } from 'cloudflare:workers';
import { MINUTE_MS } from '../shared/time.ts';
import type { Env } from './env.ts';

/** A setup that was begun and never finished may be tried again after this. */
const ABANDONED_MS = MINUTE_MS;
/** Wrong tokens of the deployment in a window: from one address, and from anywhere. */
const TRIES = { address: 10, anywhere: 1_000, perMs: 10 * MINUTE_MS } as const;

export function registryOf(env: Env): DurableObjectStub<Registry> {
  return env.REGISTRY.getByName('registry');
}

export class Registry extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.storage.sql.exec(`
      create table if not exists setups (hash text primary key, workspace text not null, begun integer not null, done integer not null);
      create table if not exists due (workspace text primary key, at integer not null);
      create index if not exists due_at on due (at);
      create table if not exists tries (key text primary key, since integer not null, count integer not null);
    `);
  }

  /** @returns false when this token has been used, or is being used right now. */
  beginSetup(hash: string, workspaceId: string, now: number): boolean {
    const { sql } = this.ctx.storage;
    const known = sql.exec<{ begun: number; done: number }>('select * from setups where hash = ?', hash);
    const [row] = known.toArray();
    if (row && (row.done === 1 || row.begun > now - ABANDONED_MS)) return false;
    sql.exec('insert or replace into setups values (?, ?, ?, 0)', hash, workspaceId, now);
    return true;
  }

  /** `worked: false` gives the token back. */
  endSetup(hash: string, worked: boolean): void {
    if (worked) this.ctx.storage.sql.exec('update setups set done = 1 where hash = ?', hash);
    else this.ctx.storage.sql.exec('delete from setups where hash = ? and done = 0', hash);
  }

  /** How long to wait before another token of the deployment is looked at; 0 = not at all. */
  waitMs(address: string, now: number): number {
    const wait = (key: string, most: number) => {
      const window = this.windowOf(key, now);
      return window && window.count >= most ? window.since + TRIES.perMs - now : 0;
    };
    return Math.max(wait(address, TRIES.address), wait('', TRIES.anywhere));
  }

  /** @param address hash of where the wrong token came from */
  countWrong(address: string, now: number): void {
    const { sql } = this.ctx.storage;
    sql.exec('delete from tries where since <= ?', now - TRIES.perMs);
    for (const key of [address, '']) {
      const { since, count } = this.windowOf(key, now) ?? { since: now, count: 0 };
      sql.exec('insert or replace into tries values (?, ?, ?)', key, since, count + 1);
    }
  }

  private windowOf(key: string, now: number): { since: number; count: number } | undefined {
    const rows = this.ctx.storage.sql.exec<{ since: number; count: number }>(
      'select since, count from tries where key = ? and since > ?',
      key,
      now - TRIES.perMs,
    );
    return rows.toArray()[0];
  }

  /** Ids of the workspaces set up here, for whoever holds the deployment's own token. */
  workspaces(most: number): readonly string[] {
    const rows = this.ctx.storage.sql.exec<{ workspace: string }>(
      'select workspace from setups where done = 1 order by begun limit ?',
      most,
    );
    return rows.toArray().map(({ workspace }) => workspace);
  }

  noteDue(workspaceId: string, at: number | null): void {
    const { sql } = this.ctx.storage;
    if (at === null) sql.exec('delete from due where workspace = ?', workspaceId);
    else sql.exec('insert or replace into due values (?, ?)', workspaceId, at);
  }

  /** Ids of workspaces with something due by `now`, longest waiting first. */
  dueBy(now: number, most: number): readonly string[] {
    const rows = this.ctx.storage.sql.exec<{ workspace: string }>(
      'select workspace from due where at <= ? order by at limit ?',
      now,
      most,
    );
    return rows.toArray().map(({ workspace }) => workspace);
  }
}
