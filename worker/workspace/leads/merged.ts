/**
 * Which lead an id stands for since duplicates were merged (IDN3). An absorbed lead keeps its facts
 * under its own id and has no row of its own; its survivor folds the union.
 */
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

export { factsHeldAt } from '../../../shared/lead/factsHeldAt.ts';

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

/** Read once and kept by the ground. */
export interface Merges {
  readonly into: ReadonlyMap<string, string>;
  readonly held: ReadonlyMap<string, readonly string[]>;
}

const selectMerges = prepared((db) =>
  db.select().from(schema.merges).orderBy(schema.merges.absorbed).prepare(),
);

export function readMerges(db: Work['db']): Merges {
  const rows = selectMerges({ db }).all();
  const held = Map.groupBy(rows, ({ survivor }) => survivor);
  return {
    into: new Map(rows.map(({ absorbed, survivor }) => [absorbed, survivor])),
    held: new Map([...held].map(([survivor, ones]) => [survivor, ones.map(({ absorbed }) => absorbed)])),
  };
}
