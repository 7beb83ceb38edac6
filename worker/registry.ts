/**
 * One object beside the workspaces: which setup tokens were used, and which workspaces have
 * something due, so that an hourly cron can wake one whose alarm was lost (ACC4, CLK9). Holds no
 * data of theirs but an id and an instant.
 */
import { DurableObject } from 'cloudflare:workers';
import { MINUTE_MS } from '../shared/time.ts';
import type { Env } from './env.ts';

/** A setup that was begun and never finished may be tried again after this. */
const ABANDONED_MS = MINUTE_MS;

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
