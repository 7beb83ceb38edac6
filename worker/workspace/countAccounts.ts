/**
 * Tells the leads of an account its counts as facts (PRD1, IDN4), where a version in use asks for them.
 * By the alarm, not in the request that changed a lead; what such a fact changes may change the counts
 * again, so each further count within a day waits longer (`accounts.ts`).
 */
import { and, asc, desc, eq, min, sql } from 'drizzle-orm';
import type { Fact } from '../../shared/lead/facts.ts';
import { SYSTEM_ACTOR } from '../../shared/lead/vocabulary.ts';
import { DAY_MS } from '../../shared/time.ts';
import { canonical } from '../secrets.ts';
import { countsOf } from './accounts.ts';
import type { Chore } from './chore.ts';
import { appendFacts, ofLead } from './facts.ts';
import { refold } from './refold.ts';
import * as schema from './schema.ts';
import type { Work } from './work.ts';

/** Leads of one account told in one slice. */
const SLICE = 20;
/** An account has more leads than this only by mistake: the rest keep what they were told. */
const MOST_LEADS = 2_000;

export const dueAccounts: Chore = {
  name: 'accounts',
  nextAt: (work) =>
    work.db
      .select({ at: min(schema.accounts.dueAt) })
      .from(schema.accounts)
      .where(sql`due_at is not null`)
      .get()?.at ?? null,
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

function count(work: Work, account: typeof schema.accounts.$inferSelect): void {
  const { id, countedAt } = account;
  const body = countsOf(work, id);
  const wanted = canonical(body);
  const differing = leadsOf(work, id).filter((lead) => toldOf(work, lead).body !== wanted);
  const now = differing.slice(0, SLICE);
  const finished = now.length === differing.length;
  // First, because folding a lead may touch its account again.
  const first = countedAt === null || work.now - countedAt >= DAY_MS;
  const times = now.length === 0 ? account.times : first ? 1 : account.times + 1;
  work.db
    .update(schema.accounts)
    .set({ dueAt: finished ? null : work.now, countedAt: work.now, times: finished ? times : account.times })
    .where(eq(schema.accounts.id, id))
    .run();
  for (const leadId of now) {
    const number = toldOf(work, leadId).times + 1;
    const fact: Fact = {
      id: ['d', leadId, 'account.counted', String(number).padStart(6, '0')].join(':'),
      leadId,
      at: work.now,
      recordedAt: work.now,
      actor: SYSTEM_ACTOR,
      observer: 'system',
      kind: 'account.counted',
      body,
    };
    appendFacts(work, [fact]);
    refold(work, leadId);
  }
}

function leadsOf(work: Work, account: string): readonly string[] {
  return work.db
    .select({ id: schema.leads.id })
    .from(schema.leads)
    .where(eq(schema.leads.account, account))
    .orderBy(asc(schema.leads.id))
    .limit(MOST_LEADS)
    .all()
    .map(({ id }) => id);
}

/** What a lead was last told, in canonical JSON, and how often it was told anything. */
function toldOf(work: Work, leadId: string): { readonly body: string | null; readonly times: number } {
  const told = work.db
    .select({ body: schema.facts.body })
    .from(schema.facts)
    .where(and(ofLead(work, leadId), eq(schema.facts.kind, 'account.counted')))
    .orderBy(desc(schema.facts.at), desc(schema.facts.seq))
    .all();
  const [last] = told;
  return { body: last ? canonical(JSON.parse(last.body)) : null, times: told.length };
}
