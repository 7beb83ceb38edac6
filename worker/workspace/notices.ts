/**
 * What members are told. Written in the transaction of what happened, once per cause and person;
 * `noticePlan.ts` says when it reaches them (CLK7). In trial nobody is told anything (TRI1).
 */
import { v7 as uuidv7 } from 'uuid';
import { memberAt } from '../../shared/lead/memberAt.ts';
import { isTrialAt } from '../../shared/lead/versionAt.ts';
import type { NoticeSaid } from '../../shared/protocol/notices.ts';
import * as schema from './schema.ts';
import type { Work } from './work.ts';

export type NewNotice = NoticeSaid & {
  /** Member id; whoever has left is not told. */
  readonly to: string;
  /** What caused it, a fact's id as a rule: the same person is told of the same cause once. */
  readonly key: string;
  readonly leadId?: string | null;
};

/** @returns false when there was nothing new to tell. */
export function notify(work: Work, { to, kind, data, key, leadId }: NewNotice): boolean {
  const { now } = work;
  if (isTrialAt(work.ground.history(), now)) return false;
  if (memberAt(work.ground.room(), to, now)?.active !== true) return false;
  const kept = work.db
    .insert(schema.notices)
    .values({
      id: uuidv7({ msecs: now }),
      key: `${key}>${to}`,
      memberId: to,
      kind,
      leadId: leadId ?? null,
      data,
      createdAt: now,
      lookAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: schema.notices.id })
    .get();
  return kept !== undefined;
}
