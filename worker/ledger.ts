/**
 * What must not come back (PRI4): per workspace, in an object of its own that no restore of the workspace
 * touches, the ids of erased leads and keyed hashes of their identifiers. It knows nobody's name.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from './env.ts';

/** Entries that travel in one answer. */
const PAGE = 5_000;

export interface LedgerEntries {
  /** Keys the hashes were made with: one, or one more for each time a workspace lost its own. */
  readonly keys: readonly string[];
  readonly leads: readonly string[];
  readonly hashes: readonly string[];
}

export interface LedgerPage extends LedgerEntries {
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
}

export function ledgerOf(env: Env, workspaceId: string): DurableObjectStub<Ledger> {
  return env.LEDGER.getByName(workspaceId);
}

export class Ledger extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.storage.sql.exec(`
      create table if not exists entries (n integer primary key, kind text not null, value text not null, at integer not null, unique (kind, value));
    `);
  }

  /** Noting twice is noting once. */
  note(entries: LedgerEntries, at: number): void {
    this.ctx.storage.transactionSync(() => {
      for (const kind of ['keys', 'leads', 'hashes'] as const) {
        this.ctx.storage.sql.exec(
          'insert or ignore into entries (kind, value, at) select ?, value, ? from json_each(?)',
          kind,
          at,
          JSON.stringify(entries[kind]),
        );
      }
    });
  }

  /** Everything noted, oldest first. @param after `next` of the page before; 0 to begin */
  read(after: number): LedgerPage {
    const rows = this.ctx.storage.sql
      .exec<{ n: number; kind: string; value: string }>(
        'select n, kind, value from entries where n > ? order by n limit ?',
        after,
        PAGE,
      )
      .toArray();
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
    const last = rows.at(-1);
    return {
      keys: of('keys'),
      leads: of('leads'),
      hashes: of('hashes'),
      next: rows.length === PAGE && last ? last.n : null,
    };
  }
}
