/** How far a workspace is on its way from an import to a signed agreement in force (TRI1, TRI2, DEF1). */
import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { isTrialAt, trialEndsAt } from '../../../shared/lead/versionAt.ts';
import { PreviewResult } from '../../../shared/protocol/definitions.ts';
import type { FirstWeekResponse } from '../../../shared/protocol/firstWeek.ts';
import { agreementFaults } from '../../agreement.ts';
import { done, type Outcome } from '../../outcome.ts';
import { countBy, IN_BACKLOG, releasable, sum } from '../leads/backlogLeads.ts';
import { idOf } from '../jobs/jobs.ts';
import { draftOf, isSigned } from './draft.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export function readFirstWeek(work: Work, who: Who): Outcome<FirstWeekResponse> {
  const history = work.ground.history();
  const { version, effectiveAt } = work.ground.inForce(work.now);
  const earlier = history.filter((one) => one.version < version).map((one) => one.version);
  const { owners, left } = releasable(work);
  const [{ leads } = { leads: 0 }] = work.db.select({ leads: count() }).from(schema.leads).all();
  return done({
    imports: importsOf(work, who),
    leads,
    backlog: sum(countBy(work, schema.leads.stage, IN_BACKLOG)),
    releasable: sum(owners),
    left,
    releasing: isReleasing(work),
    trial: isTrialAt(history, work.now),
    trialEndsAt: trialEndsAt(history),
    version,
    effectiveAt,
    previous: earlier.length === 0 ? null : Math.max(...earlier),
    ...draftIn(work, version),
  });
}

function importsOf(work: Work, who: Who): FirstWeekResponse['imports'] {
  const { imports } = schema;
  const isReal = eq(imports.dryRun, false);
  const [{ ended } = { ended: 0 }] = work.db
    .select({ ended: count() })
    .from(imports)
    .where(and(isReal, eq(imports.state, 'done')))
    .all();
  const running = work.db
    .select({ id: imports.id, by: imports.by })
    .from(imports)
    .where(and(isReal, inArray(imports.state, ['receiving', 'running'])))
    .orderBy(desc(imports.createdAt))
    .get();
  const isTheirs = who.role === 'admin' || who.role === 'manager' || running?.by === who.memberId;
  return { done: ended, running: running && isTheirs ? running.id : null };
}

function isReleasing(work: Work): boolean {
  const { backlogPlans } = schema;
  return work.db.select().from(backlogPlans).where(eq(backlogPlans.state, 'running')).get() !== undefined;
}

function draftIn(work: Work, version: number): Pick<FirstWeekResponse, 'draft' | 'previewed'> {
  const draft = draftOf(work);
  if (!draft) return { draft: null, previewed: null };
  const { hash, author, savedAt, body, signatures } = draft;
  const { definitions } = schema;
  const inForce = work.db
    .select({ hash: definitions.hash })
    .from(definitions)
    .where(eq(definitions.version, version))
    .get();
  return {
    draft: {
      hash,
      author,
      savedAt,
      signers: body.signers,
      signed: [...new Set(signatures.map(({ member }) => member))],
      complete: isSigned(body, signatures),
      faults: agreementFaults(body).length,
      same: inForce?.hash === hash,
    },
    previewed: previewOf(work, hash),
  };
}

const LOOKED_AT = 10;

/** Whoever began it: both sides talk about one draft. */
function previewOf(work: Work, hash: string): FirstWeekResponse['previewed'] {
  const { jobs } = schema;
  const newest = work.db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, 'preview'), eq(jobs.state, 'done')))
    .orderBy(desc(jobs.n))
    .limit(LOOKED_AT)
    .all();
  for (const { n, by, updatedAt, result } of newest) {
    const read = PreviewResult.safeParse(result);
    if (read.success && read.data.draft === hash)
      return { at: updatedAt, by, leads: read.data.leads, job: idOf(n) };
  }
  return null;
}
