/** A person's data as JSON (PRI4): the leads they are, as they stand and as they came to it, and every row about them. */
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import type { PersonRequest } from '../../../shared/protocol/erasure.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { keysOf, tablesByLead } from './erase.ts';
import { factsOf, plainFact } from '../leads/facts.ts';
import { leadExists, leadsByKeys } from '../leads/identity.ts';
import { holderOf, idsOf } from '../leads/merged.ts';
import { stateOf } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export interface LeadExport {
  readonly id: string;
  /** Ids of leads merged into it. */
  readonly merged: readonly string[];
  readonly state: LeadState;
  readonly facts: readonly Fact[];
  /** What devices sent about it, as they sent it. */
  readonly commands: readonly unknown[];
  /** Every other row that names it, by table. */
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

export interface PersonExport {
  readonly exportedAt: number;
  readonly leads: readonly LeadExport[];
}

const UNKNOWN = failure('not-found', 'There is no such lead.');

export function exportLead(work: Work, who: Who, { id }: { id: string }): Outcome<PersonExport> {
  const holder = holderOf(work, id);
  if (!leadExists(work, holder)) return UNKNOWN;
  return done({ exportedAt: work.now, leads: [exportOne(work, who, holder)] });
}

export function exportPerson(work: Work, who: Who, person: PersonRequest): Outcome<PersonExport> {
  const keys = keysOf(person);
  if (!keys.ok) return keys;
  const leads = leadsByKeys(work, keys.value).map((id) => exportOne(work, who, id));
  return done({ exportedAt: work.now, leads });
}

function exportOne(work: Work, who: Who, id: string): LeadExport {
  const [, ...merged] = idsOf(work, id);
  const ids = JSON.stringify([id, ...merged]);
  const facts = factsOf(work, id).map(plainFact);
  const records = Object.fromEntries(
    tablesByLead()
      .filter((table) => table !== schema.facts)
      .map((table) => {
        const rows = work.db.all<Record<string, unknown>>(
          sql`select * from ${table} where ${sql.identifier('lead_id')} in (select value from json_each(${ids}))`,
        );
        return [getTableConfig(table).name, rows] as const;
      })
      .filter(([, rows]) => rows.length > 0),
  );
  const factIds = JSON.stringify(facts.map((fact) => fact.id));
  const commands = work.db
    .select({ command: schema.commands.command })
    .from(schema.commands)
    .where(sql`${schema.commands.id} in (select value from json_each(${factIds}))`)
    .all()
    .map(({ command }): unknown => JSON.parse(command));
  audit(work, who, 'lead.exported', id);
  return { id, merged, state: stateOf(work, id, work.now), facts, commands, records };
}
