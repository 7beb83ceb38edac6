/**
 * Carries out a release of backlog (TRI2): on each open day so many leads per owner, best score first.
 * An unowned lead goes to whoever the routes would give it, and counts as theirs.
 */
import { and, desc, eq, min, sql } from 'drizzle-orm';
import { routeLead } from '../../../shared/handoff/routeLead.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { isOpen, localDateOf, nextOpening, openingOf } from '../../../shared/sla/openTime.ts';
import { dateOfDay, dayOfDate } from '../../../shared/sla/localTime.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { goodEnough } from './backlogLeads.ts';
import { closedOf } from './closedDeals.ts';
import type { Chore } from '../jobs/chore.ts';
import { appendFacts } from './facts.ts';
import { leadAt } from './leads.ts';
import { refold } from './refold.ts';
import { routingAt } from '../handoff/routing.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

type Plan = typeof schema.backlogPlans.$inferSelect;
type Lot = Record<string, number>;

/** Leads looked at in one slice. */
const SLICE = 10;
/** Leads in a row that nobody can take: the lot of the day is over. */
const MOST_SKIPPED = 200;

export const dueReleases: Chore = {
  name: 'release of backlog',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  run: (work) => {
    const plan = work.db
      .select()
      .from(schema.backlogPlans)
      .where(sql`next_at <= ${work.now}`)
      .limit(1)
      .get();
    if (plan) work.transact(() => keep(work, plan.id, goOn(work, plan)));
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(schema.backlogPlans.nextAt) })
    .from(schema.backlogPlans)
    .prepare(),
);

function keep(work: Work, id: string, change: Partial<Plan>): void {
  work.db.update(schema.backlogPlans).set(change).where(eq(schema.backlogPlans.id, id)).run();
}

function goOn(work: Work, plan: Plan): Partial<Plan> {
  const calendar = workspaceCalendarOf(work.ground.inForce(work.now));
  if (!isOpen(calendar, work.now)) return { nextAt: nextOpening(calendar, work.now) ?? work.now + HOUR_MS };
  const today = localDateOf(calendar, work.now);
  const fresh = plan.lotOn !== today;
  const lot: Lot = fresh ? {} : { ...plan.lot };
  let place = fresh ? null : plan.place;
  let skipped = fresh ? 0 : plan.skipped;
  let { released } = plan;
  const candidates = after(work, plan, place);
  const closed = closedOf(
    work,
    candidates.map(({ id }) => id),
  );
  for (const { id, score, owner } of candidates) {
    place = [score, id];
    if (closed.has(id)) continue;
    const taker = takerOf(work, id, owner);
    if (taker === null || (lot[taker] ?? 0) >= plan.perOwner) {
      skipped += 1;
      continue;
    }
    lot[taker] = (lot[taker] ?? 0) + 1;
    release(work, plan, id);
    released += 1;
    skipped = 0;
  }
  const isEnd = candidates.length < SLICE;
  // A whole day's walk that let nobody wait and gave nobody anything: only what is left for good remains.
  if (isEnd && skipped === 0 && Object.keys(lot).length === 0)
    return { released, state: 'done', nextAt: null, endedAt: work.now };
  const over = isEnd || skipped >= MOST_SKIPPED;
  const nextAt = over ? nextDay(calendar, work.now) : work.now;
  return { lotOn: today, lot, place, skipped, released, nextAt };
}

function after(work: Work, { filter }: Plan, place: Plan['place']) {
  const { leads } = schema;
  return work.db
    .select({ id: leads.id, score: leads.score, owner: leads.owner })
    .from(leads)
    .where(
      and(
        goodEnough(work, filter),
        place === null ? undefined : sql`(${leads.score}, ${leads.id}) < (${place[0]}, ${place[1]})`,
      ),
    )
    .orderBy(desc(leads.score), desc(leads.id))
    .limit(SLICE)
    .all();
}

/** Whose lot it counts in; null when nobody would get it. */
function takerOf(work: Work, leadId: string, owner: string | null): string | null {
  if (memberAt(work.ground.room(), owner, work.now)?.active === true) return owner;
  return routeLead(leadAt(work, leadId, work.now), routingAt(work, work.now))?.owner ?? null;
}

/** By an id of its own, so that a slice done twice releases once. */
function release(work: Work, { id, by }: Plan, leadId: string): void {
  const fact: Fact = {
    id: ['release', id, leadId].join(':'),
    leadId,
    at: work.now,
    recordedAt: work.now,
    actor: by,
    observer: 'hand',
    kind: 'handoff.released',
    body: {},
  };
  appendFacts(work, [fact]);
  refold(work, leadId);
}

function nextDay(calendar: CompiledCalendar, now: number): number {
  const tomorrow = dateOfDay(dayOfDate(localDateOf(calendar, now)) + 1);
  return openingOf(calendar, tomorrow) ?? now + HOUR_MS;
}
