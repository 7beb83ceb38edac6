/** A member's day beside what the lists say of it: whom to call where, and what they have done (ACC2). */
import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { deedsOf } from '../../../shared/lead/deeds.ts';
import { phoneKeys } from '../../../shared/lead/identity.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { DayResponse } from '../../../shared/protocol/day.ts';
import { done, type Outcome } from '../../outcome.ts';
import { startOfLocalDay } from '../localDay.ts';
import { rowInScope } from './leads.ts';
import { stateOf } from './refold.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const { facts, leadKeys, leads } = schema;
/** As many as a day's list shows of what is owed, and of what is done. */
const MOST_OWED = 300;
const MOST_DONE = 100;
/** Newest deeds looked at: somebody who did more today sees the newest of it. */
const MOST_DEEDS = 300;

export function readDay(work: Work, who: Who): Outcome<DayResponse> {
  const owed = work.db
    .select({ id: leads.id, optedOut: leads.optedOut })
    .from(leads)
    .where(and(eq(leads.owner, who.memberId), isNotNull(leads.clockStatus)))
    .orderBy(leads.dueAt)
    .limit(MOST_OWED)
    .all();
  const callable = owed.filter(({ id, optedOut }) => !optedOut || mayCall(work, id)).map(({ id }) => id);
  return done({ phones: phonesOf(work, callable), done: doneToday(work, who) });
}

function mayCall(work: Work, id: string): boolean {
  const { optedOut } = stateOf(work, id, work.now);
  return !optedOut.includes('all') && !optedOut.includes('call');
}

/** Each number once, a Brazilian mobile with its ninth digit (IDN1). */
function phonesOf(work: Work, ids: readonly string[]): DayResponse['phones'] {
  const rows = work.db
    .select({ leadId: leadKeys.leadId, key: leadKeys.key })
    .from(leadKeys)
    .where(
      and(
        sql`${leadKeys.leadId} in (select value from json_each(${JSON.stringify(ids)}))`,
        sql`${leadKeys.key} like 'phone:%'`,
      ),
    )
    .all();
  const phones: Record<string, string[]> = {};
  for (const { leadId, key } of rows) {
    const [first = '', ...others] = phoneKeys(key.slice('phone:'.length));
    const phone = others.reduce((longest, one) => (one.length > longest.length ? one : longest), first);
    const known = (phones[leadId] ??= []);
    if (phone !== '' && !known.includes(phone)) known.push(phone);
  }
  return phones;
}

function doneToday(work: Work, who: Who): DayResponse['done'] {
  const since = startOfLocalDay(workspaceCalendarOf(work.ground.inForce(work.now)), work.now);
  const today = (kind: 'attempt.made' | 'handoff.answered' | 'handoff.corrected') =>
    work.db
      .select({ leadId: facts.leadId })
      .from(facts)
      .where(
        and(
          eq(facts.actor, who.memberId),
          eq(facts.kind, kind),
          sql`(${schema.BY_PEOPLE})`,
          gte(facts.at, since),
        ),
      )
      .orderBy(desc(facts.seq))
      .limit(MOST_DEEDS)
      .all();
  const ids = new Set(
    [...today('attempt.made'), ...today('handoff.answered'), ...today('handoff.corrected')].flatMap(
      // Of one that was merged since, the lead that holds it; of one out of sight, nothing.
      ({ leadId }) => rowInScope(work, who, leadId)?.id ?? [],
    ),
  );
  return [...ids]
    .flatMap((leadId) => {
      const state = stateOf(work, leadId, work.now);
      const newest = deedsOf(state, who.memberId)
        .filter(({ at }) => at >= since)
        .toSorted((a, b) => b.at - a.at)[0];
      if (newest === undefined) return [];
      const { at, ...deed } = newest;
      const { name, company } = state.fields;
      return [{ leadId, name: textOf(name), company: textOf(company), at, deed }];
    })
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_DONE);
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
