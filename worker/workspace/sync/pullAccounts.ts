/**
 * Leads of the companies on a device that are outside its member's view: their stage, persona, whose they
 * are and who spoke to them last, and no name (IDN4, ACC3). Whoever sees all leads has them on the device.
 */
import { sql } from 'drizzle-orm';
import type { PullResponse } from '../../../shared/protocol/sync.ts';
import { readReach } from '../../access.ts';
import { prepared } from '../agreement/prepared.ts';
import { toldOf } from '../leads/account.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export type AccountBeside = NonNullable<PullResponse['accounts']>[number];

/** As many of one company as are told. */
const MOST_OTHERS = 40;
const MOST_CHANGED = 200;

/**
 * @param base what the device has been told up to; 0 = nothing, so that only what there is has to be said
 * @returns null where there is nothing to say
 */
export function besideIn(
  work: Work,
  { role, memberId }: Who,
  account: string | null,
  base: number,
): AccountBeside | null {
  if (account === null || readReach(role) === 'all') return null;
  const others = selectOthers(work).all({ account, memberId }).map(toldOf);
  return others.length === 0 && base === 0 ? null : { id: account, others };
}

/** Accounts of leads in the view of which a lead outside it has changed since `base`. */
export function accountsChanged(work: Work, { role, memberId }: Who, base: number): readonly string[] {
  if (base === 0 || readReach(role) === 'all') return [];
  return selectChanged(work)
    .all({ base, memberId })
    .flatMap(({ account }) => account ?? []);
}

const OUTSIDE = sql`owner is not null and owner <> ${sql.placeholder('memberId')}`;

const selectOthers = prepared((db) =>
  db
    .select()
    .from(schema.leads)
    .where(sql`account = ${sql.placeholder('account')} and ${OUTSIDE}`)
    // As they came, which is the order of the index: of a large company no more is read than is told.
    .orderBy(sql`rowid`)
    .limit(MOST_OTHERS)
    .prepare(),
);

const selectChanged = prepared((db) =>
  db
    // `+` keeps it to the index of what changed: that of accounts would be walked from end to end.
    .selectDistinct({ account: sql<string | null>`+${schema.leads.account}` })
    .from(schema.leads)
    .where(
      sql`seq > ${sql.placeholder('base')} and +account is not null and ${OUTSIDE} and exists (
        select 1 from leads as mine where mine.account = leads.account
        and (mine.owner is null or mine.owner = ${sql.placeholder('memberId')}))`,
    )
    .limit(MOST_CHANGED)
    .prepare(),
);
