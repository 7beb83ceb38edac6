/**
 * When each lead next owes something, a few numbers a lead: "my day" over thousands of leads folds
 * again only those that changed or whose state ran out.
 */
import { byUrgency, clocksOfSide, isOwed } from '../../shared/ui/nearestClock.ts';
import { isColleagues, type ViewContext } from '../../shared/ui/viewContext.ts';
import type { Database } from './database.ts';
import type { LeadNow, States } from './states.ts';

export interface Dues {
  /** Leads that owe something, earliest due first; paused ones last. */
  list(context: ViewContext): Promise<readonly string[]>;
  forget(leadIds: Iterable<string>): void;
  forgetAll(): void;
}

interface Due {
  /** Null: nothing is owed. */
  readonly dueAt: number | null;
  readonly validUntil: number | null;
}

/** So many leads are folded before a waiting message gets its turn. */
const SLICE = 200;

export function createDues(database: Database, states: States): Dues {
  const known = new Map<string, Due>();
  return {
    async list(context) {
      const { now } = context;
      const ids = await database.getAllKeys('leads');
      const unknown = ids.filter(
        (id) => (known.get(id)?.validUntil ?? Number.MAX_SAFE_INTEGER) <= now || !known.has(id),
      );
      for (let from = 0; from < unknown.length; from += SLICE) {
        const slice = unknown.slice(from, from + SLICE);
        const leads = await Promise.all(slice.map((id) => states.of(id, now)));
        leads.forEach((lead, index) => {
          const id = slice[index];
          if (id !== undefined && lead) known.set(id, dueOf(lead, context));
        });
      }
      return ids
        .flatMap((id) => {
          const dueAt = known.get(id)?.dueAt ?? null;
          return dueAt === null ? [] : [{ id, dueAt }];
        })
        .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    },
    forget(leadIds) {
      for (const leadId of leadIds) known.delete(leadId);
    },
    forgetAll: () => known.clear(),
  };
}

/** The person's own leads and nobody's; of each the clock that presses most. */
function dueOf({ state }: LeadNow, context: ViewContext): Due {
  const { validUntil } = state;
  if (isColleagues(state, context)) return { dueAt: null, validUntil };
  const clocks = clocksOfSide(state.clocks, context.viewer.role).filter(isOwed);
  const [nearest] = byUrgency(clocks);
  return { dueAt: nearest ? (nearest.dueAt ?? Number.MAX_SAFE_INTEGER) : null, validUntil };
}
