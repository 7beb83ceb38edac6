/**
 * What a batch of commands asks the database for, read before the first of them, and what its tries leave
 * there, written once no command needs it any earlier: a statement costs more than the rows it is about.
 * A lead that a command changed is read again for the next.
 */
import { sql } from 'drizzle-orm';
import { prepared } from '../agreement/prepared.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { addFacts, factsOf, factsOfMany, knownFacts } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import { type Kept, refoldMany } from '../leads/refold.ts';
import { keptRow } from '../projection.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

export interface Ahead {
  /** The lead that has a fact of this id. */
  readonly leadOfFact: (id: string) => string | undefined;
  /** Undefined when there is none of this id. */
  readonly lead: (id: string) => Kept | undefined;
  /** A command became a fact of a lead. */
  readonly applied: (id: string, leadId: string) => void;
  /** A fact of a lead that waits to be written: for another about the same lead, or for `write`. */
  readonly later: (fact: Fact, kept: Kept) => void;
  /** Writes what waits, in the order it came, and folds the leads it is about. */
  readonly write: () => void;
}

/** @param commands as they came: what is in their bodies is anybody's guess */
export function readAhead(
  work: Work,
  commands: readonly { readonly id: string; readonly body?: unknown }[],
): Ahead {
  const taken = new Map(
    knownFacts(
      work,
      commands.map(({ id }) => id),
    ),
  );
  const ids = [...new Set(commands.flatMap(({ body }) => leadIdIn(body)))].map((id) => holderOf(work, id));
  const rows = selectRows(work).all({ ids: JSON.stringify(ids) });
  const facts = factsOfMany(
    work,
    rows.map(({ id }) => id),
  );
  const read = new Map<string, Kept | undefined>(ids.map((id) => [id, undefined]));
  for (const before of rows) read.set(before.id, { before, stored: facts.get(before.id) ?? [] });
  const waiting = new Map<string, { readonly fact: Fact; readonly kept: Kept }>();
  const write = () => {
    const some = [...waiting.values()];
    waiting.clear();
    const added = addFacts(
      work,
      some.map(({ fact }) => fact),
    );
    const grown = some.map(({ kept }, place) => ({
      ...kept,
      stored: [...kept.stored, ...added.slice(place, place + 1)],
    }));
    refoldMany(work, grown);
  };
  return {
    write,
    later(fact, kept) {
      waiting.set(fact.leadId, { fact, kept });
    },
    leadOfFact: (id) => taken.get(id),
    lead(id) {
      if (waiting.has(id)) write();
      if (!read.has(id)) {
        const before = keptRow(work, id);
        read.set(id, before && { before, stored: factsOf(work, id) });
      }
      return read.get(id);
    },
    applied(id, leadId) {
      taken.set(id, leadId);
      read.delete(leadId);
    },
  };
}

function leadIdIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('leadId' in body)) return [];
  const { leadId } = body;
  return typeof leadId === 'string' && leadId.isWellFormed() ? [leadId] : [];
}

const selectRows = prepared((db) =>
  db
    .select()
    .from(schema.leads)
    .where(sql`${schema.leads.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);
