/**
 * The end of what is known of a person (PRI4): one transaction that counts, removes and remembers not to
 * make them anew. What a table has with a lead's id goes with it, whoever owns the table.
 */
import { getTableColumns, inArray, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Fact } from '../../../shared/lead/facts.ts';
import { identityKeys } from '../../../shared/lead/identity.ts';
import type { PersonRequest } from '../../../shared/protocol/erasure.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { leaveRecords } from '../connections/connectionLeft.ts';
import { enqueueErasure } from '../connections/connectionQueue.ts';
import { blankCommands } from './eraseCommands.ts';
import { rememberErased } from './erasedKeys.ts';
import { countErased } from './erasureCounters.ts';
import { factsOf, plainFact } from '../leads/facts.ts';
import { leadExists, leadsByKeys } from '../leads/identity.ts';
import { holderOf, idsOf } from '../leads/merged.ts';
import { parsePhone } from '../leads/phone.ts';
import { dropProjection } from '../projection.ts';
import * as schema from '../schema.ts';
import { takeSeq, type Who, type Work } from '../work.ts';
import { wrongAt } from '../../refused.ts';

/** Ids of the leads that are gone. */
export interface Erased {
  readonly erased: readonly string[];
}

const UNKNOWN = failure('not-found', 'There is no such lead.');

/** With all leads that were merged into it. */
export function eraseLead(work: Work, who: Who, { id }: { id: string }): Outcome<Erased> {
  const holder = holderOf(work, id);
  return leadExists(work, holder) ? done({ erased: eraseOne(work, who, holder) }) : UNKNOWN;
}

/** Every lead that holds the identifier; it is remembered where none does, so that no import brings it. */
export function erasePerson(work: Work, who: Who, person: PersonRequest): Outcome<Erased> {
  const keys = keysOf(person);
  if (!keys.ok) return keys;
  const erased = leadsByKeys(work, keys.value).flatMap((id) => eraseOne(work, who, id));
  rememberErased(work, keys.value);
  if (erased.length === 0) audit(work, who, 'person.erased', '');
  return done({ erased });
}

/** The keys one stated identifier is found by. */
export function keysOf({ email, phone, externalId }: PersonRequest): Outcome<readonly string[]> {
  const number = phone === undefined ? undefined : parsePhone(phone, undefined);
  const keys = identityKeys({
    emails: email === undefined ? [] : [email],
    phones: number === undefined ? [] : [number],
    externalIds: externalId === undefined ? [] : [externalId],
  });
  if (keys.length > 0) return done(keys);
  const pointer = email === undefined ? '/phone' : '/email';
  const why = email === undefined ? 'no_phone' : 'no_email';
  return wrongAt('Nobody can be found by this.', pointer, why);
}

/**
 * @param who null for the workspace's own work
 * @param later whether the person may come back one day as somebody new
 * @returns its id and those of the leads merged into it
 */
export function eraseOne(
  work: Work,
  who: Pick<Who, 'memberId'> | null,
  leadId: string,
  later: 'refused' | 'welcome' = 'refused',
): readonly string[] {
  const ids = idsOf(work, leadId);
  const facts = factsOf(work, leadId).map(plainFact);
  const keys = identifiersIn(facts);
  if (later === 'refused') enqueueErasure(work, ids);
  leaveRecords(work, ids, later);
  if (facts.length > 0) countErased(work, facts);
  // A report half added up may have had the lead already, and would have it twice.
  work.db.delete(schema.reportRuns).run();
  if (later === 'refused') rememberErased(work, keys);
  blankCommands(work, ids, facts, keys);
  dropProjection(work, leadId);
  for (const table of tablesByLead())
    work.db.run(
      sql`delete from ${table} where ${sql.identifier('lead_id')} in (select value from json_each(${JSON.stringify(ids)}))`,
    );
  work.db
    .delete(schema.leads)
    .where(inArray(schema.leads.id, [...ids]))
    .run();
  work.db.run(
    sql`delete from merges where absorbed in (select value from json_each(${JSON.stringify(ids)}))`,
  );
  forgetAnswers(work, ids);
  work.ground.forget();
  for (const id of ids)
    work.db
      .insert(schema.erasures)
      .values({ leadId: id, seq: takeSeq(work), at: work.now, by: who?.memberId ?? null, noted: false })
      .onConflictDoNothing()
      .run();
  audit(work, who, 'lead.erased', leadId);
  return ids;
}

/** Every key the lead was ever found by, also by what was taken away from it since. */
function identifiersIn(facts: readonly Fact[]): readonly string[] {
  const keys = facts.flatMap((fact) => {
    if (fact.kind === 'lead.captured') return identityKeys(fact.body);
    if (fact.kind !== 'lead.changed') return [];
    const { addEmails = [], addPhones = [], addExternalIds = [] } = fact.body;
    return identityKeys({ emails: addEmails, phones: addPhones, externalIds: addExternalIds });
  });
  return [...new Set(keys)];
}

/** Tables whose rows belong to one lead, but those that remember it is gone. */
export function tablesByLead(): readonly SQLiteTable[] {
  const kept = new Set<unknown>([schema.erasures, schema.departures]);
  return Object.values(schema).filter(
    (table): table is SQLiteTable & (typeof schema)['facts'] =>
      is(table, SQLiteTable) && !kept.has(table) && 'leadId' in getTableColumns(table),
  );
}

/** Answers kept for a repeat and results of long work may quote it. */
function forgetAnswers(work: Work, ids: readonly string[]): void {
  for (const id of ids) {
    work.db.run(sql`delete from answers where instr(outcome, ${id}) > 0`);
    work.db.run(sql`update jobs set result = null where instr(result, ${id}) > 0`);
    work.db.run(sql`delete from preview_leads where instr(leads, ${id}) > 0`);
  }
}
