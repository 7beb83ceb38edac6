/** Leads that changed in a member's view, as many as fit on a page, with what of their accounts is outside it (SYN4). */
import { and, asc, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import { LATER_KINDS, type LeadRow } from '../../../shared/protocol/sync.ts';
import { readReach } from '../../access.ts';
import { prepared } from '../agreement/prepared.ts';
import type { Cursor } from '../cursor.ts';
import { factsAfter, plainFact } from '../leads/facts.ts';
import { accountsChanged, besideIn, type AccountBeside } from './pullAccounts.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const LEADS_PER_LOOK = 200;
/** What somebody sees who does not see all. */
export const OWN = or(eq(schema.leads.owner, sql.placeholder('memberId')), isNull(schema.leads.owner));

/** What has room is taken. */
interface Page {
  readonly fits: (part: unknown) => boolean;
}

interface Sent {
  readonly leads: LeadRow[];
  readonly accounts: AccountBeside[];
  readonly cursor: Cursor;
  readonly more: boolean;
}

/** @param from where the device is; on from there */
export function leadsAfter(work: Work, who: Who, from: Cursor, page: Page, head: number): Sent {
  const leads: LeadRow[] = [];
  const accounts = new Map<string, AccountBeside>();
  const sent = () => ({ leads, accounts: [...accounts.values()] });
  let cursor = from;
  for (;;) {
    const rows = changedAfter(work, who, cursor.at);
    for (const { id, seq, ownerSeq, account } of rows) {
      const begun = cursor.within?.id === id ? cursor.within.seq : undefined;
      const whole = begun === undefined && (ownerSeq > cursor.base || cursor.base === 0);
      const facts = factsAfter(work, id, begun ?? (whole ? 0 : cursor.base));
      const part = firstPart(facts);
      const row = { id, revision: seq, whole, ...toldApart(part.map(plainFact)), account };
      const beside = accounts.has(account ?? '') ? null : besideIn(work, who, account, cursor.base);
      if (!page.fits([row, beside])) return { ...sent(), cursor, more: true };
      leads.push(row);
      if (beside !== null) accounts.set(beside.id, beside);
      const { within: _, ...rest } = cursor;
      const last = part.at(-1);
      if (part.length < facts.length && last)
        return { ...sent(), cursor: { ...rest, within: { id, seq: last.seq } }, more: true };
      cursor = { ...rest, at: seq };
    }
    if (rows.length < LEADS_PER_LOOK) break;
  }
  for (const account of accountsChanged(work, who, from.base)) {
    const beside = accounts.has(account) ? null : besideIn(work, who, account, from.base);
    // What has no room now comes with the next change of it.
    if (beside === null || !page.fits(beside)) continue;
    accounts.set(account, beside);
  }
  // Nothing is left: from now on everything up to this head is on the device.
  const { within: _, ...rest } = cursor;
  return { ...sent(), cursor: { ...rest, at: head, base: head }, more: false };
}

function changedAfter(work: Work, who: Who, at: number) {
  const isAll = readReach(who.role) === 'all';
  return isAll ? selectChanged(work).all({ at }) : selectChangedOwn(work).all({ at, memberId: who.memberId });
}

const selectChanged = changedIn(undefined);
const selectChangedOwn = changedIn(OWN);

function changedIn(scope: SQL | undefined) {
  const { id, seq, ownerSeq, account } = schema.leads;
  return prepared((db) =>
    db
      .select({ id, seq, ownerSeq, account })
      .from(schema.leads)
      .where(and(gt(seq, sql.placeholder('at')), scope))
      .orderBy(asc(seq))
      .limit(LEADS_PER_LOOK)
      .prepare(),
  );
}

/** Facts every device knows, and apart from them those of kinds that came later. */
function toldApart(facts: readonly Fact[]): Pick<LeadRow, 'facts' | 'later'> {
  const isLater = ({ kind }: Fact) => LATER_KINDS.includes(kind);
  const later = facts.filter(isLater);
  return later.length === 0
    ? { facts: [...facts] }
    : { facts: facts.filter((fact) => !isLater(fact)), later };
}

/** A lead whose facts take more than this is sent in parts, one a page. */
const LONGEST_ROW = 400_000;

function firstPart<T extends Fact>(facts: readonly T[]): readonly T[] {
  let length = 0;
  const end = facts.findIndex((fact) => (length += JSON.stringify(fact).length) > LONGEST_ROW);
  return end < 0 ? facts : facts.slice(0, Math.max(end, 1));
}
