/**
 * What a batch of commands asks the database for, read before the first of them: a statement costs more
 * than the rows it brings. A lead that a command changed is read again for the next.
 */
import { sql } from 'drizzle-orm';
import { prepared } from '../agreement/prepared.ts';
import { factsOf, factsOfMany, knownFacts } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import type { Kept } from '../leads/refold.ts';
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
  return {
    leadOfFact: (id) => taken.get(id),
    lead(id) {
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
