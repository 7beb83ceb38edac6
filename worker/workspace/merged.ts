/**
 * Which lead an id stands for since duplicates were merged (IDN3). An absorbed lead keeps its facts
 * under its own id and has no row of its own; its survivor folds the union.
 */
import type { Fact } from '../../shared/lead/facts.ts';
import * as schema from './schema.ts';
import type { Work } from './work.ts';

/** The lead that answers for an id: its survivor, or itself. */
export function holderOf(work: Work, leadId: string): string {
  const { into } = work.ground.merges();
  let holder = leadId;
  for (let steps = into.size; steps > 0; steps -= 1) {
    const next = into.get(holder);
    if (next === undefined) break;
    holder = next;
  }
  return holder;
}

/** The lead's own id, then those of every lead it absorbed and still holds: all its facts are under these. */
export function idsOf(work: Work, leadId: string): readonly string[] {
  const { held } = work.ground.merges();
  const ids = [leadId];
  for (let place = 0; place < ids.length; place += 1) ids.push(...(held.get(ids[place] ?? '') ?? []));
  return ids;
}

/**
 * Those facts of a survivor that were the lead's at an instant: before a merge, what another lead
 * brought into it was not.
 */
export function factsHeldAt<T extends Fact>(facts: readonly T[], leadId: string, at: number): readonly T[] {
  if (!facts.some(({ kind }) => kind === 'lead.merged')) return facts;
  const into = new Map<string, string>();
  for (const fact of facts) {
    if (fact.at > at) continue;
    if (fact.kind === 'lead.merged') into.set(fact.body.absorbed, fact.leadId);
    if (fact.kind === 'lead.unmerged') into.delete(fact.body.absorbed);
  }
  const isHeld = (id: string): boolean => {
    let holder = id;
    for (let steps = into.size; steps > 0; steps -= 1) holder = into.get(holder) ?? holder;
    return holder === leadId;
  };
  return facts.filter((fact) => isHeld(fact.leadId));
}

/** Read once and kept by the ground. */
export interface Merges {
  readonly into: ReadonlyMap<string, string>;
  readonly held: ReadonlyMap<string, readonly string[]>;
}

export function readMerges(db: Work['db']): Merges {
  const rows = db.select().from(schema.merges).orderBy(schema.merges.absorbed).all();
  const held = Map.groupBy(rows, ({ survivor }) => survivor);
  return {
    into: new Map(rows.map(({ absorbed, survivor }) => [absorbed, survivor])),
    held: new Map([...held].map(([survivor, ones]) => [survivor, ones.map(({ absorbed }) => absorbed)])),
  };
}
