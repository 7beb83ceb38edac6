/**
 * Who is whom, in memory: identity keys to leads, read from the disk once after each start and kept
 * in step with every pulled page, so that a list of 200 people is answered without touching the disk.
 */
import type { PersonKey } from '../messages.ts';
import type { Database } from './database.ts';
import { keysFor, sameKey } from './identities.ts';
import type { PageChanges } from './pull.ts';

export interface People {
  /** Ids of the leads a page may mean; two or more are asked about, never guessed (IDN2). */
  find(person: PersonKey): readonly string[];
  /** Leads known by one account of `accountOf`: a company's domain or record (IDN4). */
  ofAccount(account: string): readonly string[];
  /** A page was written. */
  apply(changes: PageChanges): void;
  /** The copy was emptied or belongs to somebody else now. */
  reload(): Promise<void>;
}

export async function openPeople(database: Database): Promise<People> {
  let held = await readKeys(database);
  return {
    find: (person) => [...new Set(keysFor(person).flatMap((key) => held.get(key) ?? []))],
    ofAccount(account) {
      if (!account.startsWith(DOMAIN)) return held.get(account) ?? [];
      const end = `@${account.slice(DOMAIN.length)}`;
      const found = new Set<string>();
      for (const [key, leads] of held) if (key.endsWith(end)) for (const lead of leads) found.add(lead);
      return [...found].toSorted();
    },
    apply({ leads }) {
      for (const { id, before, after } of leads) {
        for (const key of before) if (!after.includes(key)) without(held, sameKey(key), id);
        for (const key of after) hold(held, sameKey(key), [id]);
      }
    },
    async reload() {
      held = await readKeys(database);
    },
  };
}

const DOMAIN = 'domain:';

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
