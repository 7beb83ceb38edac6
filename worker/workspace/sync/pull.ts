/**
 * Rows down (SYN4): what changed in a member's view since a cursor, in pages of 900 kB at most.
 * First what folding needs (versions, room), then leads in the order they changed.
 */
import { and, desc, eq, gt, isNull, not, or, sql, type SQL } from 'drizzle-orm';
import type { Version } from '../../../shared/definitions/version.ts';
import { PULL_BYTES, type PullQuery, type PullResponse } from '../../../shared/protocol/sync.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { readReach } from '../../access.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { prepared } from '../agreement/prepared.ts';
import { readCursor, writeCursor, type Cursor } from '../cursor.ts';
import { inScope } from '../leads/leadList.ts';
import { unreadNotices } from '../notices/notices.ts';
import { leadsAfter, OWN } from './pullLeads.ts';
import { versionsFor } from './pullVersions.ts';
import { lastNOf } from './push.ts';
import * as schema from '../schema.ts';
import { headOf, type Who, type Work } from '../work.ts';

/** Kept free for what surrounds the rows: cursor, me, brackets. */
const MARGIN_BYTES = 8 * 1024;
/** Devices keep acknowledged commands for 30 days (SYN6). */
const REMEMBERED_MS = 31 * DAY_MS;
const MOST_ERASED = 5_000;

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
