/**
 * The device's copy of what the member may see, and everything they did that must not be lost.
 * Sign-out empties the copy (`leads keys accounts versions copy notices filter`) and seals `outbox clients sends`.
 */
import {
  deleteDB,
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import type { Version } from '../../shared/definitions/version.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import type { Room } from '../../shared/lead/room.ts';
import type { CommandKind } from '../../shared/protocol/commands.ts';
import type { Notice } from '../../shared/protocol/notices.ts';
import type { AccountOther, Me, Rejection } from '../../shared/protocol/sync.ts';
import { accountIn, accountKey } from './identities.ts';

export interface StoredLead {
  readonly id: string;
  readonly revision: number;
  /** As the worker sent them; order does not matter (FCT4). */
  readonly facts: readonly Fact[];
  /** Identity keys under which `keys` lists this lead (IDN1), and that of its account (IDN4). */
  readonly keys: readonly string[];
}

/** Leads of a company outside the member's view (IDN4). */
export interface StoredAccount {
  readonly id: string;
  readonly others: readonly AccountOther[];
}

/** How far the copy goes; its one row is written in the transaction that writes the rows (SYN4). */
export interface Copy {
  /** `workspace/member` this copy belongs to. */
  readonly member: string;
  readonly epoch: string;
  /** Opaque; null = pull from the start. */
  readonly cursor: string | null;
  /** Device time of the last pull that reached the head, epoch ms. */
  readonly syncedAt: number | null;
  readonly me: Me;
  readonly room: Room;
}

export interface OutboxRow {
  readonly id: string;
  /** `workspace/member` who did it: only ever pushed as them. */
  readonly member: string;
  readonly leadId: string;
  /** Gapless per client; 0 once rejected commands were left out of a renumbering. */
  readonly n: number;
  readonly kind: CommandKind;
  /** Parsed by the command's schema before it came here. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly baseRevision?: number | undefined;
  readonly knownAt?: number | undefined;
  readonly state: 'pending' | 'acknowledged' | 'rejected';
  readonly rejection: {
    readonly code: Rejection;
    readonly detail: string | null;
    readonly theirs: unknown;
  } | null;
  readonly acknowledgedAt: number | null;
  /** The person has read that it was turned down: it stands on no list any more. */
  readonly readAt?: number | undefined;
  /** Epoch, before a restore, in which it was acknowledged: said when it is pushed again (SYN6). */
  readonly ackedIn?: string | undefined;
  /** A pull begun after the acknowledgement has brought whatever it became: no longer folded in. */
  readonly settled: boolean;
}

/** The numbering of one member's commands on this device. */
export interface Client {
  readonly member: string;
  readonly clientId: string;
  readonly epoch: string | null;
  /** Highest `n` given out. */
  readonly lastN: number;
}

/** One gesture: a mail sent or a click in the card, with the commands it became (ATT2). */
export interface SendRow {
  readonly send: string;
  readonly member: string;
  readonly at: number;
  readonly recorded: readonly { readonly id: string; readonly leadId: string; readonly kind: CommandKind }[];
  readonly undone: boolean;
  /** What the person was told, for when the click is told again. */
  readonly said?: string | undefined;
}

/** A notice of the system, so that each is shown once. */
export interface ToldRow {
  readonly id: string;
  /** Device time, epoch ms. */
  readonly at: number;
  /** False: it was about to be. */
  readonly shown: boolean;
  /** When the person wants to be told again. */
  readonly again?: number | undefined;
  /** Id of the system's notice it was shown in: its own, or that of several as one. */
  readonly within?: string | undefined;
  /** The notice itself, to be told again though it was read; none once nobody is signed in. */
  readonly kept?: Notice | undefined;
}

/** The workspace's filter of strange addresses (PRI1), with the tag by which the next one is asked for. */
export interface StoredFilter {
  readonly key: string;
  readonly bits: Uint8Array<ArrayBuffer>;
  readonly tag: string | null;
  /** Device time at which it was fetched or found unchanged. */
  readonly at: number;
}

/** What a member did and signed out with, readable by nobody here (PRI3). */
export interface SealedRow {
  readonly id?: number;
  readonly member: string;
  /** The one half of the agreement of keys that the worker completes, raw, base64. */
  readonly ephemeral: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
  /** How many commands in it are still to be sent. */
  readonly waiting: number;
  /** Device time, epoch ms. */
  readonly at: number;
}

export interface Schema extends DBSchema {
  leads: { key: string; value: StoredLead };
  keys: { key: string; value: { readonly key: string; readonly leads: readonly string[] } };
  versions: { key: number; value: Version };
  copy: { key: 'copy'; value: Copy };
  outbox: { key: string; value: OutboxRow; indexes: { member: [string, number]; lead: string } };
  clients: { key: string; value: Client };
  sends: { key: string; value: SendRow; indexes: { at: number } };
  notices: { key: string; value: Notice };
  told: { key: string; value: ToldRow };
  filter: { key: 'filter'; value: StoredFilter };
  /** Public halves of members' sealing keys, so that a device can seal with no network. */
  seals: { key: string; value: { readonly member: string; readonly publicKey: string } };
  sealed: { key: number; value: SealedRow; indexes: { member: string } };
  accounts: { key: string; value: StoredAccount };
}

export type Database = IDBPDatabase<Schema>;

const VERSION = 3;

/**
 * Opens it, whatever became of it. One that a newer version of the extension left behind is used as it
 * is, for it holds all that this version needs; one that cannot be opened any more is begun afresh, and
 * what was queued comes back from its second place (`journal.ts`).
 * @param onClosing it was closed, upgraded or deleted elsewhere: stop using it.
 */
export async function openDatabase(name = 'combinado', onClosing: () => void = () => {}): Promise<Database> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await open(name, onClosing);
    } catch (error) {
      if (!(error instanceof DOMException) || HOPELESS.has(error.name)) throw error;
      if (error.name === 'VersionError') return open(name, onClosing, 'as_it_is');
      if (tries === TRIES) break;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
  await deleteDB(name);
  return open(name, onClosing);
}

/** A disk that is busy looks broken, too. */
const TRIES = 3;
const BETWEEN_MS = 300;
/** Where deleting would mend nothing. */
const HOPELESS: ReadonlySet<string> = new Set(['QuotaExceededError', 'AbortError', 'SecurityError']);

function open(name: string, onClosing: () => void, version?: 'as_it_is'): Promise<Database> {
  return openDB<Schema>(name, version === undefined ? VERSION : undefined, {
    async upgrade(database, from, _to, transaction) {
      if (from < 1) first(database);
      // What was queued under earlier versions stays where it is.
      if (from < 2) second(database);
      if (from < 3) await third(database, transaction);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosing();
    },
    terminated: onClosing,
  });
}

function first(database: Database): void {
  database.createObjectStore('leads', { keyPath: 'id' });
  database.createObjectStore('keys', { keyPath: 'key' });
  database.createObjectStore('versions', { keyPath: 'version' });
  database.createObjectStore('copy');
  const outbox = database.createObjectStore('outbox', { keyPath: 'id' });
  outbox.createIndex('member', ['member', 'n']);
  outbox.createIndex('lead', 'leadId');
  database.createObjectStore('clients', { keyPath: 'member' });
  database.createObjectStore('sends', { keyPath: 'send' }).createIndex('at', 'at');
}

function second(database: Database): void {
  database.createObjectStore('notices', { keyPath: 'id' });
  database.createObjectStore('told', { keyPath: 'id' });
  database.createObjectStore('filter');
  database.createObjectStore('seals', { keyPath: 'member' });
  const sealed = database.createObjectStore('sealed', { keyPath: 'id', autoIncrement: true });
  sealed.createIndex('member', 'member');
}

type Upgrade = IDBPTransaction<Schema, ArrayLike<StoreNames<Schema>>, 'versionchange'>;

/** Leads pulled before the worker said which company they are of are read for it once (IDN4). */
async function third(database: Database, transaction: Upgrade): Promise<void> {
  database.createObjectStore('accounts', { keyPath: 'id' });
  const versions = await transaction.objectStore('versions').getAll();
  const newest = versions.toSorted((a, b) => a.effectiveAt - b.effectiveAt).at(-1);
  const freeMail = newest?.definitions.lists['freeMail']?.values ?? [];
  const found = new Map<string, string[]>();
  let row = await transaction.objectStore('leads').openCursor();
  for (; row !== null; row = await row.continue()) {
    const account = accountKey(accountIn(row.value.facts, freeMail));
    if (account.length === 0) continue;
    await row.update({ ...row.value, keys: [...row.value.keys, ...account] });
    for (const key of account) found.set(key, [...(found.get(key) ?? []), row.value.id]);
  }
  for (const [key, leads] of found) await transaction.objectStore('keys').put({ key, leads });
}

/** Written to the disk before the promise resolves (SYN3). */
export const STRICT = { durability: 'strict' } as const;

/** Forgets what the worker sent; what the person did stays (ATT2). */
export async function emptyCopy(database: Database): Promise<void> {
  const stores = ['leads', 'keys', 'accounts', 'versions', 'copy', 'notices', 'filter'] as const;
  const transaction = database.transaction(stores, 'readwrite', STRICT);
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}
