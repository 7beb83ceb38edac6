/**
 * Tells the leads of an account its counts as facts (PRD1, IDN4), where a version in use asks for them:
 * by the alarm, in slices, not in the request that changed a lead.
 */
import { and, asc, desc, eq, gt, min, sql } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import { SYSTEM_ACTOR } from '../../../shared/lead/vocabulary.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { canonical } from '../../secrets.ts';
import { countsOf } from './accounts.ts';
import type { Chore } from '../jobs/chore.ts';
import { appendFacts, ofLead } from './facts.ts';
import { refold } from './refold.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Leads of one account told in one slice. */
const SLICE = 20;
/**
 * Told its counts, a lead may move and change them. So often in a row that is followed up, later each
 * time; an agreement whose counts undo themselves then rests until something else changes.
 */
const MOST_ECHOES = 8;

type Account = typeof schema.accounts.$inferSelect;

export const dueAccounts: Chore = {
  name: 'accounts',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  run: (work) => {
    const [due] = work.db
      .select()
      .from(schema.accounts)
      .where(sql`due_at <= ${work.now}`)
      .orderBy(asc(schema.accounts.dueAt))
      .limit(1)
      .all();
    if (due) work.transact(() => count(work, due));
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(schema.accounts.dueAt) })
    .from(schema.accounts)
    .where(sql`due_at is not null`)
    .prepare(),
);

function count(work: Work, account: Account): void {
  const { id, place, echoes } = account;
  const counts = account.counts ?? canonical(countsOf(work, id));
  const slice = leadsAfter(work, id, place ?? '');
  for (const leadId of slice) tell(work, leadId, counts);
  const last = slice.at(-1);
  keep(
    work,
    id,
    slice.length === SLICE && last !== undefined
      ? { counts, place: last, dueAt: work.now }
      : rested(work, canonical(countsOf(work, id)) === counts ? 0 : echoes + 1),
  );
}

function rested(work: Work, echoes: number): Partial<Account> {
  const again = echoes > 0 && echoes <= MOST_ECHOES;
  const dueAt = again ? work.now + MINUTE_MS * 2 ** echoes : null;
  return { counts: null, place: null, countedAt: work.now, echoes: again ? echoes : 0, dueAt };
}

function keep(work: Work, id: string, change: Partial<Account>): void {
  work.db.update(schema.accounts).set(change).where(eq(schema.accounts.id, id)).run();
}

function tell(work: Work, leadId: string, counts: string): void {
  const told = toldOf(work, leadId);
  if (told.counts === counts) return;
  const fact: Fact = {
    id: ['d', leadId, 'account.counted', String(told.times + 1).padStart(6, '0')].join(':'),
    leadId,
    at: work.now,
    recordedAt: work.now,
    actor: SYSTEM_ACTOR,
    observer: 'system',
    kind: 'account.counted',
    body: JSON.parse(counts),
  };
  appendFacts(work, [fact]);
  refold(work, leadId);
}

function leadsAfter(work: Work, account: string, place: string): readonly string[] {
  const { leads } = schema;
  return work.db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.account, account), gt(leads.id, place)))
    .orderBy(asc(leads.id))
    .limit(SLICE)
    .all()
    .map(({ id }) => id);
}

/** What a lead was last told, in canonical JSON, and how often it was told anything. */
function toldOf(work: Work, leadId: string): { readonly counts: string | null; readonly times: number } {
  const told = work.db
    .select({ body: schema.facts.body })
    .from(schema.facts)
    .where(and(ofLead(work, leadId), eq(schema.facts.kind, 'account.counted')))
    .orderBy(desc(schema.facts.at), desc(schema.facts.seq))
    .all();
  const [last] = told;
  return { counts: last ? canonical(JSON.parse(last.body)) : null, times: told.length };
}
