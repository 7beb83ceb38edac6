/**
 * Leads of one company (IDN4): what is counted of their personas and stages, and when it has to be
 * counted again because a lead moved (PRD1). The counting itself is in `countAccounts.ts`.
 */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { BodyOf } from '../../../shared/lead/facts.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

type Row = Pick<typeof schema.leads.$inferSelect, 'account' | 'persona' | 'stage'>;

/** Notes that an account has to be counted again, where anybody asks for it. */
export function accountTouched(work: Work, before: Row | undefined, after: Row | undefined): void {
  if (before?.account != null && before.account !== after?.account) forgetEmpty(work, before.account);
  if (!isAsked(work)) return;
  const same =
    before?.account === after?.account &&
    before?.persona === after?.persona &&
    before?.stage === after?.stage;
  for (const id of new Set([before?.account, after?.account])) {
    if (id === null || id === undefined) continue;
    const known = work.db.select().from(schema.accounts).where(eq(schema.accounts.id, id)).get();
    if (known && (same || known.dueAt !== null)) continue;
    if (id !== after?.account && !known) continue;
    const dueAt = known ? nextCountAt(known, work.now) : work.now;
    work.db
      .insert(schema.accounts)
      .values({ id, dueAt, countedAt: null, counts: null, place: null, echoes: 0 })
      .onConflictDoUpdate({ target: schema.accounts.id, set: { dueAt } })
      .run();
  }
}

/** Nothing stays of a company whose last lead went: its domain may name a person. */
function forgetEmpty(work: Work, account: string): void {
  const { leads, accounts } = schema;
  const one = work.db.select({ id: leads.id }).from(leads).where(eq(leads.account, account)).limit(1).get();
  if (!one) work.db.delete(accounts).where(eq(accounts.id, account)).run();
}

/** What changes an account often is counted once a minute. */
function nextCountAt({ countedAt }: typeof schema.accounts.$inferSelect, now: number): number {
  return countedAt === null ? now : Math.max(now, countedAt + MINUTE_MS);
}

/** Sorted, so that equal counts are equal bytes. */
export function countsOf(work: Work, account: string): BodyOf<'account.counted'> {
  const by = (column: typeof schema.leads.persona | typeof schema.leads.stage) =>
    Object.fromEntries(
      work.db
        .select({ id: column, leads: sql<number>`count(*)` })
        .from(schema.leads)
        .where(and(eq(schema.leads.account, account), gt(column, '')))
        .groupBy(column)
        .orderBy(asc(column))
        .all()
        .map(({ id, leads }) => [id ?? '', leads]),
    );
  return { personas: by(schema.leads.persona), stages: by(schema.leads.stage) };
}

/** Whether a version in force, or agreed to be, looks at an account. */
function isAsked(work: Work): boolean {
  const history = work.ground.history();
  const inForce = history.findLastIndex(({ effectiveAt }) => effectiveAt <= work.now);
  return history.slice(Math.max(inForce, 0)).some(({ definitions }) => asks(definitions));
}

const asking = new WeakMap<Definitions, boolean>();

/** Criteria are anywhere in an agreement, and only they have an object of that name with these keys. */
function asks(definitions: Definitions): boolean {
  const known = asking.get(definitions);
  if (known !== undefined) return known;
  const found = /"account":\{"(?:persona|stage|atLeast)":/.test(JSON.stringify(definitions));
  asking.set(definitions, found);
  return found;
}
