/**
 * A member's due follow-ups as a calendar they subscribe to (ACC1): due instants and opaque links, no
 * name of anybody. Its address is its secret; it reads and nothing else, and goes by itself.
 */
import { and, asc, desc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { ClockKind } from '../../../shared/lead/vocabulary.ts';
import { debtorOf } from '../../../shared/sla/debtor.ts';
import type { Feed } from '../../calendarFile.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { leadLink } from '../leads/leadLink.ts';
import { stateOf } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import { ownHours } from '../people/ownHours.ts';

const { feeds, leads } = schema;

/** Nearest first; nobody plans further ahead. */
const MOST_LEADS = 200;
const NOT_SALES: readonly ClockKind[] = ['return_to_nurture', 'brief_completion', 'contest_answer'];

/** Makes it, or replaces it: the address before is worthless from now on. */
export function makeFeed(
  work: Work,
  who: Who,
  { hash, origin }: { hash: string; origin: string },
): Outcome<{ hash: string }> {
  const row = { hash, origin, createdAt: work.now };
  work.db
    .insert(feeds)
    .values({ memberId: who.memberId, ...row })
    .onConflictDoUpdate({ target: feeds.memberId, set: row })
    .run();
  audit(work, who, 'feed.made', who.memberId);
  return done({ hash });
}

export function removeFeed(work: Work, who: Who): Outcome<null> {
  work.db.delete(feeds).where(eq(feeds.memberId, who.memberId)).run();
  audit(work, who, 'feed.removed', who.memberId);
  return done(null);
}

export function readFeed(work: Work, { hash }: { hash: string }): Outcome<Feed> {
  const feed = work.db.select().from(feeds).where(eq(feeds.hash, hash)).get();
  const workspace = work.ground.workspace();
  const room = work.ground.room();
  const member = memberAt(room, feed?.memberId ?? null, work.now);
  if (!feed || !workspace || member?.active !== true)
    return failure('not-found', 'There is nothing at this address.');
  const { definitions } = work.ground.inForce(work.now);
  const due = leadsOf(work, member.id).flatMap((id) => {
    const state = stateOf(work, id, work.now);
    return state.clocks.flatMap((clock) => {
      const { status, startedAt, dueAt, kind, trial } = clock;
      if (status !== 'running' || trial || startedAt === null || dueAt === null) return [];
      if (debtorOf(clock, state, definitions, room, work.now) !== member.id) return [];
      return [{ id: clock.id, kind, startedAt, dueAt, link: leadLink(feed.origin, id) }];
    });
  });
  const { zone } = ownHours(work, member.hours);
  const { name, language } = workspace;
  const sorted = due.toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
  return done({ workspace: name, language, zone, due: sorted });
}

/** Those they own, and those whose marketing or contest may be theirs to see to. */
function leadsOf(work: Work, memberId: string): readonly string[] {
  const { definitions } = work.ground.inForce(work.now);
  const sources = definitions.sources.filter(({ marketer }) => marketer === memberId).map(({ id }) => id);
  const manages = work.ground
    .room()
    .teams.some(({ side, manager }) => side === 'marketing' && manager === memberId);
  const owned = work.db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.owner, memberId), isNotNull(leads.clock)))
    .orderBy(asc(leads.dueAt))
    .limit(MOST_LEADS)
    .all();
  const others =
    sources.length > 0 || manages || definitions.handoff.referee === memberId
      ? work.db
          .select({ id: leads.id })
          .from(leads)
          .where(
            and(
              isNotNull(leads.clock),
              or(inArray(leads.source, sources), inArray(leads.clockKind, [...NOT_SALES])),
            ),
          )
          .orderBy(desc(leads.seq))
          .limit(MOST_LEADS)
          .all()
      : [];
  return [...new Set([...owned, ...others].map(({ id }) => id))];
}
