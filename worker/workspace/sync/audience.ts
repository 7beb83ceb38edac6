/**
 * Whom a change is worth a poke (SYN5): a try concerns those who see its lead; what may concern anybody is told
 * to all. Whoever is passed over loses nothing: their device looks by itself now and then.
 */
import { and, inArray, isNull, sql } from 'drizzle-orm';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Room } from '../../../shared/lead/room.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { readReach } from '../../access.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const WRITTEN = /^\s*(?:insert(?:\s+or\s+\w+)?\s+into|update|delete\s+from)\s+"?(\w+)/i;
const HEAD = /^update "workspace" set "head"/;
/** What is in these is of single leads, or read by nobody but who sees all. */
const OF_LEADS: ReadonlySet<string> = new Set(
  `facts leads lead_keys lead_reports clocks accounts commands clients devices tokens grants tries answers audit
   jobs imports import_parts import_errors inbox outbox report_runs preview_leads`.split(/\s+/),
);
/** With more leads at once, all may as well look. */
const MOST_LEADS = 200;

/** Hears what is written, to know whether it is of single leads alone. */
export class Changes {
  private wide = false;

  /** A statement is about to run. */
  hear(query: string): void {
    if (this.wide) return;
    const table = WRITTEN.exec(query)?.[1];
    if (table !== undefined && !OF_LEADS.has(table) && !HEAD.test(query)) this.wide = true;
  }

  /** Devices that see what changed since `before`, a place in the stream; undefined: all of them. From here on anew. */
  take(work: Work, before: number): readonly string[] | undefined {
    const isForAll = this.wide || work.isNews === true;
    this.wide = false;
    return isForAll ? undefined : devicesThatSee(work, before);
  }
}

function devicesThatSee(work: Work, before: number): readonly string[] | undefined {
  const changed = selectChanged(work).all({ before });
  if (changed.length > MOST_LEADS) return undefined;
  const owners = new Set(changed.map(({ owner }) => owner));
  // What nobody has, all see.
  if (owners.has(null)) return undefined;
  // Leads of one company are told of to whoever has another of it (IDN4).
  const accounts = [...new Set(changed.flatMap(({ account }) => account ?? []))];
  if (accounts.length > 0)
    for (const { owner } of selectBeside(work).all({ accounts: JSON.stringify(accounts) })) owners.add(owner);
  const members = [...owners].flatMap((owner) => owner ?? []);
  const ids = JSON.stringify([...members, ...seeAll(work)]);
  return selectDevices(work)
    .all({ ids })
    .map(({ id }) => id);
}

/** Roles are as they were at most so long ago; whatever changes one makes another room. */
const STALE_MS = MINUTE_MS;
const known = new WeakMap<Room, { readonly at: number; readonly ids: readonly string[] }>();

function seeAll(work: Work): readonly string[] {
  const room = work.ground.room();
  const before = known.get(room);
  if (before !== undefined && Math.abs(work.now - before.at) < STALE_MS) return before.ids;
  const ids = room.members.flatMap(({ id }) => {
    const role = memberAt(room, id, work.now)?.role;
    return role !== undefined && role !== null && readReach(role) === 'all' ? [id] : [];
  });
  known.set(room, { at: work.now, ids });
  return ids;
}

const selectChanged = prepared((db) => {
  const { seq, owner, account } = schema.leads;
  return db
    .select({ owner, account })
    .from(schema.leads)
    .where(sql`${seq} > ${sql.placeholder('before')}`)
    .limit(MOST_LEADS + 1)
    .prepare();
});

const selectBeside = prepared((db) => {
  const { owner, account } = schema.leads;
  return db
    .selectDistinct({ owner })
    .from(schema.leads)
    .where(inArray(account, sql`(select value from json_each(${sql.placeholder('accounts')}))`))
    .limit(MOST_LEADS)
    .prepare();
});

const selectDevices = prepared((db) => {
  const { id, memberId, revokedAt } = schema.devices;
  const isAsked = inArray(memberId, sql`(select value from json_each(${sql.placeholder('ids')}))`);
  return db
    .select({ id })
    .from(schema.devices)
    .where(and(isAsked, isNull(revokedAt)))
    .prepare();
});
