/** The chore that tells members what waits for them, as the plan says; each told notice moves the head. */
import { and, asc, eq, gt, isNotNull, lte, min, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { Chore } from '../jobs/chore.ts';
import { planNotices, type Recipient } from './noticePlan.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import { takeSeq, type Work } from '../work.ts';
import { ownHours } from '../people/ownHours.ts';

const MEMBERS_A_SLICE = 10;
/** Longer than any open date, night shifts included. */
const INTERRUPTIONS_MS = 3 * DAY_MS;

const { notices } = schema;

export const dueNotices: Chore = {
  name: 'notices',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  run: (work) => {
    const due = work.db
      .selectDistinct({ memberId: notices.memberId })
      .from(notices)
      .where(and(isNotNull(notices.lookAt), lte(notices.lookAt, work.now)))
      .orderBy(asc(notices.memberId))
      .limit(MEMBERS_A_SLICE)
      .all();
    for (const { memberId } of due) work.transact(() => tell(work, memberId));
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(notices.lookAt) })
    .from(notices)
    .where(isNotNull(notices.lookAt))
    .prepare(),
);

function tell(work: Work, memberId: string): void {
  const waiting = and(eq(notices.memberId, memberId), isNotNull(notices.lookAt));
  const recipient = recipientOf(work, memberId);
  if (recipient === null) {
    work.db.delete(notices).where(waiting).run();
    return;
  }
  const pending = work.db
    .select({ id: notices.id, at: notices.createdAt })
    .from(notices)
    .where(waiting)
    .orderBy(asc(notices.createdAt), asc(notices.id))
    .all();
  const { alone, together, lookAt } = planNotices(pending, recipient, work.now);
  for (const id of alone) deliver(work, [id], null);
  if (together.length > 0) deliver(work, together, uuidv7({ msecs: work.now }));
  if (lookAt !== null) {
    // Never at or before now: what stays due would wake the object for ever.
    const next = Math.max(lookAt, work.now + 1);
    work.db.update(notices).set({ lookAt: next }).where(waiting).run();
  }
}

/** One interruption: one place in the lists, however many there are. */
function deliver(work: Work, ids: readonly string[], digest: string | null): void {
  const seq = takeSeq(work);
  const chosen = sql`${notices.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  work.db.update(notices).set({ lookAt: null, deliveredAt: work.now, seq, digest }).where(chosen).run();
}

/** Null for whoever has left: they are told nothing any more. */
function recipientOf(work: Work, memberId: string): Recipient | null {
  const room = work.ground.room();
  const member = memberAt(room, memberId, work.now);
  if (member?.active !== true) return null;
  const told = work.db
    .selectDistinct({ seq: notices.seq, at: notices.deliveredAt })
    .from(notices)
    .where(and(eq(notices.memberId, memberId), gt(notices.deliveredAt, work.now - INTERRUPTIONS_MS)))
    .all();
  return {
    hours: ownHours(work, member.hours),
    awayUntil: member.awayUntil,
    digestsOnly: member.role === 'manager' || member.role === 'admin',
    interruptions: told.flatMap(({ at }) => at ?? []),
  };
}
