/**
 * Rows down (SYN4): what changed in a member's view since a cursor, in pages of 900 kB at most.
 * First what folding needs (versions, room), then leads in the order they changed.
 */
import { and, asc, desc, eq, gt, isNull, not, or, sql, type SQL } from 'drizzle-orm';
import type { Version } from '../../../shared/definitions/version.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import {
  LATER_KINDS,
  PULL_BYTES,
  type LeadRow,
  type PullQuery,
  type PullResponse,
} from '../../../shared/protocol/sync.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { readReach } from '../../access.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { prepared } from '../agreement/prepared.ts';
import { readCursor, writeCursor, type Cursor } from '../cursor.ts';
import { factsAfter, plainFact } from '../leads/facts.ts';
import { inScope } from '../leads/leadList.ts';
import { unreadNotices } from '../notices/notices.ts';
import { accountsChanged, besideIn, type AccountBeside } from './pullAccounts.ts';
import { versionsFor } from './pullVersions.ts';
import { lastNOf } from './push.ts';
import * as schema from '../schema.ts';
import { headOf, type Who, type Work } from '../work.ts';

/** Kept free for what surrounds the rows: cursor, me, brackets. */
const MARGIN_BYTES = 8 * 1024;
const LEADS_PER_LOOK = 200;
/** Devices keep acknowledged commands for 30 days (SYN6). */
const REMEMBERED_MS = 31 * DAY_MS;
const MOST_ERASED = 5_000;
/** What somebody sees who does not see all. */
const OWN = or(eq(schema.leads.owner, sql.placeholder('memberId')), isNull(schema.leads.owner));

/** What is left of a page; something that alone is too big still goes through an empty one. */
class Page {
  private left = PULL_BYTES - MARGIN_BYTES;
  private empty = true;

  fits(part: unknown): boolean {
    const bytes = new TextEncoder().encode(JSON.stringify(part)).length + 1;
    if (bytes > this.left && !this.empty) return false;
    this.left -= bytes;
    this.empty = false;
    return true;
  }
}

export function pull(work: Work, who: Who, query: PullQuery): Outcome<PullResponse> {
  const workspace = work.ground.workspace();
  if (!workspace) return failure('not-found', 'There is no such workspace.');
  const head = headOf(work.db);
  const view = readReach(who.role) === 'all' ? 'all' : `own:${who.memberId}`;
  const asked = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (query.cursor !== undefined && !asked)
    return failure('bad-request', 'This cursor is not one of ours. Pull without one.', [
      { pointer: '/cursor', detail: 'unreadable' },
    ]);
  const known = asked?.epoch === workspace.epoch && asked.base <= head && asked.at <= head;
  const start: Cursor = { epoch: workspace.epoch, view, base: 0, at: 0, gone: head, versions: 0, room: 0 };
  const cursor = !asked || !known ? start : asked.view === view ? asked : { ...start, room: asked.room };

  const page = new Page();
  const versions = versionsFor(work, who, cursor, (version) => page.fits(version));
  const room = workspace.roomSeq > cursor.room ? work.ground.room() : undefined;
  const roomFits = room === undefined || page.fits(room);
  const next: Cursor = {
    ...cursor,
    ...versions.reached,
    room: room && roomFits ? workspace.roomSeq : cursor.room,
    gone: head,
  };
  const removed = asked && known ? removedSince(work, who, asked, view) : [];
  const erased = erasedSince(work, asked && known ? asked.gone : null);
  if (removed.length + erased.length > 0) page.fits([removed, erased, erased]);
  const told = unreadNotices(work, who);
  const notices = told.length > 0 && page.fits(told) ? [...told] : [];
  const sent =
    versions.more || !roomFits
      ? { leads: [], accounts: [], cursor: next, more: true }
      : leadsAfter(work, who, next, page, head);
  return done({
    epoch: workspace.epoch,
    cursor: writeCursor(sent.cursor),
    serverTime: work.now,
    lastN: lastNOf(work, query.clientId, who.memberId),
    more: sent.more,
    leads: sent.leads,
    ...(sent.accounts.length > 0 ? { accounts: sent.accounts } : {}),
    removed: [...new Set([...removed, ...erased])],
    ...(erased.length > 0 ? { erased } : {}),
    ...apart(versions.versions),
    ...(room && roomFits ? { room } : {}),
    me: {
      memberId: who.memberId,
      name: who.name,
      side: who.side,
      role: who.role,
      workspaceId: workspace.id,
      workspaceName: workspace.name,
    },
    ...(notices.length > 0 ? { notices } : {}),
  });
}

/**
 * Versions as every device knows them, and beside them what they say of sites. Whom a route names is left
 * out: devices of before refuse it, and none of them routes.
 */
function apart(versions: readonly Version[]): Pick<PullResponse, 'versions' | 'sites'> {
  const sites = versions.flatMap(({ version, definitions }) =>
    definitions.sites ? [{ version, rules: definitions.sites }] : [],
  );
  const bare = versions.map(({ definitions: { sites: _, ...definitions }, ...version }) => ({
    ...version,
    definitions: { ...definitions, routes: definitions.routes.map(({ member: __, ...route }) => route) },
  }));
  return { versions: bare, ...(sites.length > 0 ? { sites } : {}) };
}

/** Leads that left the view since the cursor and are out of it still: given to others, merged away, erased. */
function removedSince(work: Work, who: Who, cursor: Cursor, view: string): string[] {
  const { leads } = schema;
  const scope = inScope(who);
  const asked = { gone: cursor.gone, memberId: who.memberId };
  const left = (scope === undefined ? selectLeft : selectLeftOwn)(work).all(asked);
  // Their role changed: everything they may no longer see has to go.
  const hidden =
    cursor.view === view || scope === undefined
      ? []
      : work.db.select({ id: leads.id }).from(leads).where(not(scope)).all();
  return [...new Set([...left, ...hidden].map(({ id }) => id))];
}

const selectLeft = leftOutOf(undefined);
const selectLeftOwn = leftOutOf(OWN);

/** @param scope of those who are not to be told of what they see still */
function leftOutOf(scope: SQL | undefined) {
  const { departures, leads } = schema;
  return prepared((db) => {
    const inView = db.select({ id: leads.id }).from(leads).where(scope);
    const memberId = sql.placeholder('memberId');
    return db
      .selectDistinct({ id: departures.leadId })
      .from(departures)
      .where(
        and(
          gt(departures.seq, sql.placeholder('gone')),
          or(isNull(departures.memberId), eq(departures.memberId, memberId)),
          sql`${departures.leadId} not in ${inView}`,
        ),
      )
      .prepare();
  });
}

/** Erased since `gone`; of a copy begun afresh, those a device may still have commands about. */
function erasedSince(work: Work, gone: number | null): string[] {
  const rows =
    gone === null
      ? selectErasedAfter(work).all({ since: work.now - REMEMBERED_MS })
      : selectErasedSince(work).all({ since: gone });
  return rows.map(({ id }) => id);
}

const selectErasedAfter = erasedBeyond(schema.erasures.at);
const selectErasedSince = erasedBeyond(schema.erasures.seq);

function erasedBeyond(column: typeof schema.erasures.at | typeof schema.erasures.seq) {
  const { erasures } = schema;
  return prepared((db) =>
    db
      .select({ id: erasures.leadId })
      .from(erasures)
      .where(gt(column, sql.placeholder('since')))
      .orderBy(desc(erasures.seq))
      .limit(MOST_ERASED)
      .prepare(),
  );
}

interface Sent {
  readonly leads: LeadRow[];
  readonly accounts: AccountBeside[];
  readonly cursor: Cursor;
  readonly more: boolean;
}

function leadsAfter(work: Work, who: Who, from: Cursor, page: Page, head: number): Sent {
  const leads: LeadRow[] = [];
  const accounts = new Map<string, AccountBeside>();
  const sent = () => ({ leads, accounts: [...accounts.values()] });
  let cursor = from;
  for (;;) {
    const rows = changedAfter(work, who, cursor.at);
    for (const { id, seq, ownerSeq, account } of rows) {
      const begun = cursor.within?.id === id ? cursor.within.seq : undefined;
      const whole = begun === undefined && (ownerSeq > cursor.base || cursor.base === 0);
      const facts = factsAfter(work, id, begun ?? (whole ? 0 : cursor.base));
      const part = firstPart(facts);
      const row = { id, revision: seq, whole, ...toldApart(part.map(plainFact)), account };
      const beside = accounts.has(account ?? '') ? null : besideIn(work, who, account, cursor.base);
      if (!page.fits([row, beside])) return { ...sent(), cursor, more: true };
      leads.push(row);
      if (beside !== null) accounts.set(beside.id, beside);
      const { within: _, ...rest } = cursor;
      const last = part.at(-1);
      if (part.length < facts.length && last)
        return { ...sent(), cursor: { ...rest, within: { id, seq: last.seq } }, more: true };
      cursor = { ...rest, at: seq };
    }
    if (rows.length < LEADS_PER_LOOK) break;
  }
  for (const account of accountsChanged(work, who, from.base)) {
    const beside = accounts.has(account) ? null : besideIn(work, who, account, from.base);
    // What has no room now comes with the next change of it.
    if (beside === null || !page.fits(beside)) continue;
    accounts.set(account, beside);
  }
  // Nothing is left: from now on everything up to this head is on the device.
  const { within: _, ...rest } = cursor;
  return { ...sent(), cursor: { ...rest, at: head, base: head }, more: false };
}

function changedAfter(work: Work, who: Who, at: number) {
  const isAll = readReach(who.role) === 'all';
  return isAll ? selectChanged(work).all({ at }) : selectChangedOwn(work).all({ at, memberId: who.memberId });
}

const selectChanged = changedIn(undefined);
const selectChangedOwn = changedIn(OWN);

function changedIn(scope: SQL | undefined) {
  const { id, seq, ownerSeq, account } = schema.leads;
  return prepared((db) =>
    db
      .select({ id, seq, ownerSeq, account })
      .from(schema.leads)
      .where(and(gt(seq, sql.placeholder('at')), scope))
      .orderBy(asc(seq))
      .limit(LEADS_PER_LOOK)
      .prepare(),
  );
}

/** Facts every device knows, and apart from them those of kinds that came later. */
function toldApart(facts: readonly Fact[]): Pick<LeadRow, 'facts' | 'later'> {
  const isLater = ({ kind }: Fact) => LATER_KINDS.includes(kind);
  const later = facts.filter(isLater);
  return later.length === 0
    ? { facts: [...facts] }
    : { facts: facts.filter((fact) => !isLater(fact)), later };
}

/** A lead whose facts take more than this is sent in parts, one a page. */
const LONGEST_ROW = 400_000;

function firstPart<T extends Fact>(facts: readonly T[]): readonly T[] {
  let length = 0;
  const end = facts.findIndex((fact) => (length += JSON.stringify(fact).length) > LONGEST_ROW);
  return end < 0 ? facts : facts.slice(0, Math.max(end, 1));
}
