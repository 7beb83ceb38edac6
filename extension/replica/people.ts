/**
 * Who is whom, in memory: identity keys to leads, read from the disk once after each start and kept
 * in step with every pulled page, so that a list of 200 people is answered without touching the disk.
 */
import type { AccountOther } from '../../shared/protocol/sync.ts';
import type { PersonKey } from '../messages.ts';
import type { Database } from './database.ts';
import { accountKey, keysFor, sameKey } from './identities.ts';
import type { PageChanges } from './pull.ts';

export interface People {
  /** Ids of the leads a page may mean; two or more are asked about, never guessed (IDN2). */
  find(person: PersonKey): readonly string[];
  /** Leads on the device of one account of `accountOf`: a company's domain or record (IDN4). */
  ofAccount(account: string): readonly string[];
  /** Those of it that are not, as far as they may be told (ACC3). */
  othersOf(account: string): readonly AccountOther[];
  /** A page was written. */
  apply(changes: PageChanges): void;
  /** The copy was emptied or belongs to somebody else now. */
  reload(): Promise<void>;
}

export async function openPeople(database: Database): Promise<People> {
  let held = await readKeys(database);
  let others = await readOthers(database);
  return {
    find: (person) => [...new Set(keysFor(person).flatMap((key) => held.get(key) ?? []))],
    ofAccount: (account) => accountKey(account).flatMap((key) => held.get(key) ?? []),
    othersOf: (account) => others.get(account) ?? [],
    apply({ leads, accounts }) {
      for (const account of accounts) others.set(account.id, account.others);
      for (const { id, before, after } of leads) {
        for (const key of before) if (!after.includes(key)) without(held, sameKey(key), id);
        for (const key of after) hold(held, sameKey(key), [id]);
      }
    },
    async reload() {
      held = await readKeys(database);
      others = await readOthers(database);
    },
  };
}

async function readOthers(database: Database): Promise<Map<string, readonly AccountOther[]>> {
  const rows = await database.getAll('accounts');
  return new Map(rows.map(({ id, others }) => [id, others]));
}

async function readKeys(database: Database): Promise<Map<string, readonly string[]>> {
  const rows = await database.getAll('keys');
  const held = new Map<string, readonly string[]>();
  for (const { key, leads } of rows) hold(held, sameKey(key), leads);
  return held;
}

function hold(held: Map<string, readonly string[]>, key: string, leads: readonly string[]): void {
  held.set(key, [...new Set([...(held.get(key) ?? []), ...leads])].toSorted());
}

function without(held: Map<string, readonly string[]>, key: string, id: string): void {
  const left = (held.get(key) ?? []).filter((each) => each !== id);
  if (left.length > 0) held.set(key, left);
  else held.delete(key);
}
