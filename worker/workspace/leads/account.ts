/** The leads of one company, as far as somebody may see them (IDN4, ACC3). */
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { AccountResponse } from '../../../shared/protocol/leads.ts';
import type { AccountOther } from '../../../shared/protocol/sync.ts';
import { readReach } from '../../access.ts';
import { done, type Outcome } from '../../outcome.ts';
import { countsOf } from './accounts.ts';
import { rowInScope, UNKNOWN_LEAD } from './leads.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const MOST_LEADS = 200;

export function readAccount(work: Work, who: Who, { id }: { id: string }): Outcome<AccountResponse> {
  const row = rowInScope(work, who, id);
  if (!row) return UNKNOWN_LEAD;
  const { definitions } = work.ground.inForce(work.now);
  const personas = definitions.personas.map((persona) => persona.id);
  const { account } = row;
  if (account === null)
    return done({
      id: null,
      leads: [],
      personas: { covered: [], missing: personas },
      stages: {},
      touched: null,
    });
  const { leads } = schema;
  const rows = work.db
    .select()
    .from(leads)
    .where(eq(leads.account, account))
    .orderBy(asc(leads.id))
    .limit(MOST_LEADS)
    .all();
  const sees = (owner: string | null) =>
    readReach(who.role) === 'all' || owner === null || owner === who.memberId;
  const touch = work.db
    .select({ at: leads.touchedAt, by: leads.touchedBy })
    .from(leads)
    .where(and(eq(leads.account, account), isNotNull(leads.touchedAt)))
    .orderBy(desc(leads.touchedAt))
    .limit(1)
    .get();
  const counts = countsOf(work, account);
  const isCovered = (persona: string) => Object.hasOwn(counts.personas, persona);
  return done({
    id: account,
    leads: rows.map((lead) => ({ ...toldOf(lead), name: sees(lead.owner) ? lead.name : null })),
    personas: {
      covered: personas.filter(isCovered),
      missing: personas.filter((persona) => !isCovered(persona)),
    },
    stages: counts.stages,
    touched: touch && touch.at !== null && touch.by !== null ? { at: touch.at, by: touch.by } : null,
  });
}

type Row = typeof schema.leads.$inferSelect;

/** What may be told of a lead to whoever sees another of its account. */
export function toldOf({ id, stage, owner, persona, touchedAt, touchedBy }: Row): AccountOther {
  const touched = touchedAt !== null && touchedBy !== null ? { at: touchedAt, by: touchedBy } : null;
  return { id, stage, owner, persona, touched };
}
