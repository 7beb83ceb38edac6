/** The backlog as a manager sees it, and the plan by which it is released in lots (TRI2). */
import { desc, eq } from 'drizzle-orm';
import { isTrialAt } from '../../../shared/lead/versionAt.ts';
import type {
  BacklogResponse,
  ReleasePlan,
  ReleaseRequest,
  ReleaseResponse,
} from '../../../shared/protocol/backlog.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { type Count, countBy, IN_BACKLOG, releasable, sum, takers } from './backlogLeads.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import { refused } from '../../refused.ts';

const { leads, backlogPlans } = schema;

export function readBacklog(work: Work): Outcome<BacklogResponse> {
  const byStage = countBy(work, leads.stage, IN_BACKLOG);
  const { owners, left } = releasable(work);
  return done({
    leads: sum(byStage),
    releasable: sum(owners),
    left,
    byStage,
    byOwner: countBy(work, leads.owner, IN_BACKLOG),
    plan: lastPlan(work),
  });
}

/** The first lot goes out at once if it is open, else at the next opening. */
export function releaseBacklog(
  work: Work,
  who: Who,
  { id, wanted }: { id: string; wanted: ReleaseRequest },
): Outcome<ReleaseResponse> {
  const { perOwner, filter = {}, dryRun = false } = wanted;
  if (isTrialAt(work.ground.history(), work.now)) return refused('conflict', 'in_trial');
  const { owners, left } = releasable(work, filter);
  const plan = { leads: sum(owners), left, openDays: daysFor(work, owners, perOwner) };
  if (dryRun) return done({ ...plan, plan: null });
  if (running(work)) return refused('conflict', 'release_running');
  work.db
    .insert(backlogPlans)
    .values({
      id,
      by: who.memberId,
      createdAt: work.now,
      perOwner,
      filter,
      state: 'running',
      nextAt: work.now,
      lotOn: null,
      lot: {},
      place: null,
      skipped: 0,
      released: 0,
      endedAt: null,
    })
    .run();
  audit(work, who, 'backlog.released', id, { perOwner, leads: plan.leads });
  return done({ ...plan, plan: lastPlan(work) });
}

/** What has been released stays so. */
export function cancelRelease(work: Work, who: Who): Outcome<ReleasePlan> {
  const plan = running(work);
  if (!plan) return failure('not-found', 'No release is running.');
  const ended = { state: 'cancelled', nextAt: null, endedAt: work.now } as const;
  work.db.update(backlogPlans).set(ended).where(eq(backlogPlans.id, plan.id)).run();
  audit(work, who, 'backlog.release_cancelled', plan.id, { released: plan.released });
  return done(viewOf({ ...plan, ...ended }));
}

/** Each owner's share at so many a day; unowned ones go to everybody who can take some. */
function daysFor(work: Work, owners: readonly Count[], perOwner: number): number | null {
  const able = takers(work);
  const unowned = owners.find(({ id }) => id === null)?.leads ?? 0;
  if (unowned > 0 && able.length === 0) return null;
  const owned = owners.map((one) => (one.id === null ? 0 : one.leads));
  const shares = able.map((id) => (owners.find((one) => one.id === id)?.leads ?? 0) + unowned / able.length);
  return Math.ceil(Math.max(0, ...owned, ...shares) / perOwner);
}

function running(work: Work) {
  return work.db.select().from(backlogPlans).where(eq(backlogPlans.state, 'running')).get();
}

function lastPlan(work: Work): ReleasePlan | null {
  const row = work.db.select().from(backlogPlans).orderBy(desc(backlogPlans.createdAt)).limit(1).get();
  return row ? viewOf(row) : null;
}

function viewOf(row: typeof backlogPlans.$inferSelect): ReleasePlan {
  const { lotOn: _, lot: __, place: ___, skipped: ____, ...plan } = row;
  return plan;
}
