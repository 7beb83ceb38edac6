/** Search over the leads on this device: names, companies and addresses, kept in memory once asked for. */
import type { Fact } from '../../shared/lead/facts.ts';
import type { Database, StoredLead } from './database.ts';

export interface Names {
  /** Ids of leads whose name, company or address has every word of `text`; whoever begins with it first. */
  search(text: string, limit: number): Promise<readonly string[]>;
  forget(leadIds: Iterable<string>): void;
  forgetAll(): void;
}

/** So many leads are read before a waiting message gets its turn. */
const SLICE = 500;

export function createNames(database: Database): Names {
  const known = new Map<string, string>();
  return {
    async search(text, limit) {
      const words = plain(text).split(' ').filter(Boolean);
      if (words.length === 0) return [];
      const ids = await database.getAllKeys('leads');
      const unknown = ids.filter((id) => !known.has(id));
      for (let from = 0; from < unknown.length; from += SLICE) {
        const slice = unknown.slice(from, from + SLICE);
        const leads = await Promise.all(slice.map((id) => database.get('leads', id)));
        for (const lead of leads) if (lead) known.set(lead.id, textOf(lead));
      }
      return ids
        .flatMap((id) => {
          const held = known.get(id) ?? '';
          const begins = words.filter((word) => held.includes(` ${word}`)).length;
          return words.every((word) => held.includes(word)) ? [{ id, begins }] : [];
        })
        .toSorted((a, b) => b.begins - a.begins || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id);
    },
    forget(leadIds) {
      for (const leadId of leadIds) known.delete(leadId);
    },
    forgetAll: () => known.clear(),
  };
}

/** The newest name and company, every address and phone, in one line that begins each with a space. */
function textOf({ facts, keys }: StoredLead): string {
  const fields: Record<string, unknown> = {};
  for (const fact of facts.toSorted((a, b) => a.at - b.at)) Object.assign(fields, fieldsOf(fact));
  const told = keys
    .filter((key) => key.startsWith('email:') || key.startsWith('phone:'))
    .map((key) => key.slice(key.indexOf(':') + 1));
  const named = [fields['name'], fields['company']].filter((value) => typeof value === 'string');
  return ` ${plain([...named, ...told].join(' '))}`;
}

function fieldsOf(fact: Fact): object {
  return (fact.kind === 'lead.captured' || fact.kind === 'lead.changed') && fact.body.fields
    ? fact.body.fields
    : {};
}

/** Without case, accents and doubled spaces, as people type when they search. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
