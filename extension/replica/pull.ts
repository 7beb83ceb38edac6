/**
 * Rows down: pages from the cursor to the head, each written with its cursor in one transaction, so
 * that a stopped service worker never leaves half a page behind (SYN4).
 */
import { SiteRule } from '../../shared/definitions/site.ts';
import type { Version } from '../../shared/definitions/version.ts';
import type { PullResponse } from '../../shared/protocol/sync.ts';
import { Fact } from '../../shared/lead/facts.ts';
import type { Room } from '../../shared/lead/room.ts';
import type { IDBPObjectStore } from 'idb';
import {
  STRICT,
  type Copy,
  type Database,
  type OutboxRow,
  type Schema,
  type StoredAccount,
  type StoredLead,
} from './database.ts';
import { accountKey, isAccountKey, keysOf } from './identities.ts';
import { keepNotices } from './keepNotices.ts';
import { clientOf, ofMember } from './numbering.ts';
import type { ServerClock } from './serverClock.ts';
import { memberKey, type Session } from './session.ts';
import { pull, type ApiFailure } from './workerApi.ts';

/** What a page changed, for those who keep something derived from the copy. */
export interface PageChanges {
  readonly leads: readonly {
    readonly id: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** Accounts of which leads outside the view are others now. */
  readonly accounts: readonly StoredAccount[];
  /** Leads whose acknowledged commands are no longer folded in beside their facts. */
  readonly settled: readonly string[];
  /** Versions or people changed, or the copy was begun afresh: every state may be another. */
  readonly everything: boolean;
  /** The copy was somebody else's or none, and was emptied first. */
  readonly afresh: boolean;
}

const EMPTY_ROOM: Room = { members: [], teams: [], calendars: {} };
const COPIED = ['leads', 'keys', 'accounts', 'versions'] as const;
const STORES = ['leads', 'keys', 'accounts', 'versions', 'copy', 'outbox'] as const;

/**
 * Writes one page of `member`'s pull.
 * @param begun device time at which the pull was asked for: commands acknowledged before it are settled by it.
 */
export async function applyPage(
  database: Database,
  member: string,
  page: PullResponse,
  begun: number,
): Promise<PageChanges> {
  const transaction = database.transaction(STORES, 'readwrite', STRICT);
  const copy = await transaction.objectStore('copy').get('copy');
  const known = copy?.member === member ? copy : undefined;
  if (!known) for (const store of COPIED) await transaction.objectStore(store).clear();

  const keys = transaction.objectStore('keys');
  const leads = transaction.objectStore('leads');
  const rows: readonly Row[] = [...page.leads, ...page.removed.map((id) => ({ id, gone: true as const }))];
  const changed: { id: string; before: readonly string[]; after: readonly string[] }[] = [];
  for (const row of rows) {
    const before = await leads.get(row.id);
    const after = 'gone' in row ? undefined : merged(row, before);
    if (after) await leads.put(after);
    else await leads.delete(row.id);
    changed.push({ id: row.id, before: before?.keys ?? [], after: after?.keys ?? [] });
  }
  for (const [key, change] of keyChanges(changed)) {
    const held = new Set((await keys.get(key))?.leads);
    for (const id of change.left) held.delete(id);
    for (const id of change.came) held.add(id);
    if (held.size > 0) await keys.put({ key, leads: [...held].toSorted() });
    else await keys.delete(key);
  }
  const accounts = await changedAccounts(transaction.objectStore('accounts'), page);
  await forget(transaction.objectStore('outbox'), page.erased ?? []);
  for (const version of page.versions)
    await transaction.objectStore('versions').put(withSites(version, page.sites));
  await transaction.objectStore('copy').put(copyOf(member, page, known, begun), 'copy');
  const settled: string[] = [];
  if (!page.more) {
    const outbox = transaction.objectStore('outbox');
    for (const row of await outbox.index('member').getAll(ofMember(member)))
      if (settledBy(row, begun)) {
        await outbox.put({ ...row, settled: true });
        settled.push(row.leadId);
      }
  }
  await transaction.done;
  const everything = !known || page.versions.length > 0 || page.room !== undefined;
  return { leads: changed, accounts, settled, everything, afresh: !known };
}

/** What a page says of leads outside the view; one that is gone for good is nobody's other (PRI4). */
async function changedAccounts(
  store: IDBPObjectStore<Schema, typeof STORES, 'accounts', 'readwrite'>,
  { accounts = [], erased = [] }: PullResponse,
): Promise<readonly StoredAccount[]> {
  const changed: StoredAccount[] = [...accounts];
  const told = new Set(accounts.map(({ id }) => id));
  for (const { id, others } of erased.length > 0 ? await store.getAll() : []) {
    const left = others.filter((other) => !erased.includes(other.id));
    if (left.length < others.length && !told.has(id)) changed.push({ id, others: left });
  }
  for (const account of changed)
    if (account.others.length > 0) await store.put(account);
    else await store.delete(account.id);
  return changed;
}

/** A version with what it says of sites, which travels beside it; a rule of a later release is passed over. */
function withSites(version: Version, sites: PullResponse['sites']): Version {
  const said = sites?.find((each) => each.version === version.version);
  if (!said) return version;
  const rules = said.rules.flatMap((rule) => SiteRule.safeParse(rule).data ?? []);
  return { ...version, definitions: { ...version.definitions, sites: rules } };
}

/** Somebody erased (PRI4): what was done about them goes, too; what is still to be pushed is turned down there. */
async function forget(
  outbox: IDBPObjectStore<Schema, typeof STORES, 'outbox', 'readwrite'>,
  leads: readonly string[],
): Promise<void> {
  for (const lead of leads)
    for (const row of await outbox.index('lead').getAll(lead))
      if (row.state !== 'pending') await outbox.delete(row.id);
}

type Row = PullResponse['leads'][number] | { readonly id: string; readonly gone: true };

function merged(row: PullResponse['leads'][number], before: StoredLead | undefined): StoredLead {
  // One of a kind this release does not know is passed over.
  const later = (row.later ?? []).flatMap((fact) => Fact.safeParse(fact).data ?? []);
  const came = [...row.facts, ...later];
  const facts = row.whole || !before ? came : union(before.facts, came);
  const { account } = row;
  const listed = account === undefined ? (before?.keys.filter(isAccountKey) ?? []) : accountKey(account);
  return { id: row.id, revision: row.revision, facts, keys: [...keysOf(facts), ...listed] };
}

/** By id, so that a page received twice changes nothing. */
function union(held: readonly Fact[], came: readonly Fact[]): readonly Fact[] {
  return [...new Map([...held, ...came].map((fact) => [fact.id, fact])).values()];
}

function keyChanges(changed: PageChanges['leads']): Map<string, { left: string[]; came: string[] }> {
  const changes = new Map<string, { left: string[]; came: string[] }>();
  const at = (key: string) => {
    const change = changes.get(key) ?? { left: [], came: [] };
    changes.set(key, change);
    return change;
  };
  for (const { id, before, after } of changed) {
    for (const key of before) if (!after.includes(key)) at(key).left.push(id);
    for (const key of after) at(key).came.push(id);
  }
  return changes;
}

function copyOf(member: string, page: PullResponse, known: Copy | undefined, begun: number): Copy {
  return {
    member,
    epoch: page.epoch,
    cursor: page.cursor,
    syncedAt: page.more ? (known?.syncedAt ?? null) : begun,
    me: page.me,
    room: page.room ?? known?.room ?? EMPTY_ROOM,
  };
}

function settledBy(row: OutboxRow, begun: number): boolean {
  return !row.settled && row.state === 'acknowledged' && (row.acknowledgedAt ?? begun) < begun;
}

/** The workspace was restored (SYN6): forget the copy, remember its new epoch, pull from the start. */
export async function restart(database: Database, member: string, epoch: string): Promise<void> {
  const transaction = database.transaction(STORES, 'readwrite', STRICT);
  const copy = await transaction.objectStore('copy').get('copy');
  for (const store of COPIED) await transaction.objectStore(store).clear();
  if (copy?.member === member)
    await transaction.objectStore('copy').put({ ...copy, epoch, cursor: null, syncedAt: null }, 'copy');
  await transaction.done;
}

/**
 * Pulls from where the copy stands to the head.
 * @param onPage told after each page is on the disk.
 */
export async function pullAll(
  database: Database,
  session: Session,
  clock: ServerClock,
  onPage: (changes: PageChanges) => void,
  signal: AbortSignal,
): Promise<{ readonly failure: ApiFailure | null; readonly restoredTo: string | null }> {
  const member = memberKey(session);
  const { clientId } = await clientOf(database, member);
  for (;;) {
    const copy = await copyFor(database, member);
    const begun = Date.now();
    const answer = await pull(session, copy?.cursor ?? null, clientId, signal);
    if (!answer.ok) return { failure: answer.failure, restoredTo: null };
    const page = answer.value;
    clock.learn(page.serverTime, answer.sentAt);
    if (copy && copy.epoch !== page.epoch) return { failure: null, restoredTo: page.epoch };
    const changes = await applyPage(database, member, page, begun);
    await keepNotices(database, page);
    onPage(changes);
    if (!page.more) return { failure: null, restoredTo: null };
  }
}

/** The copy, if it is this member's. */
export async function copyFor(database: Database, member: string): Promise<Copy | undefined> {
  const copy = await database.get('copy', 'copy');
  return copy?.member === member ? copy : undefined;
}
