/**
 * When each lead next owes something, a few numbers a lead: "my day" over thousands of leads folds
 * again only those that changed or whose state ran out.
 */
import { byUrgency, clocksOfSide, isOwed } from '../../shared/ui/nearestClock.ts';
import { workedAt } from '../../shared/ui/buildDayRow.ts';
import { isColleagues, type ViewContext } from '../../shared/ui/viewContext.ts';
import type { Database } from './database.ts';
import type { LeadNow, States } from './states.ts';

export interface Dues {
  /** Leads that owe something, earliest due first; paused ones last. */
  list(context: ViewContext): Promise<readonly string[]>;
  /** Leads the person did something about since this instant, the newest first. */
  worked(context: ViewContext, since: number): Promise<readonly string[]>;
  /** How many leads owe something until `until`, epoch ms, and of them late, at risk, in trial. */
  tally(context: ViewContext, until: number): Promise<Tally>;
  forget(leadIds: Iterable<string>): void;
  forgetAll(): void;
}

export interface Tally {
  readonly today: number;
  readonly late: number;
  readonly risk: number;
  readonly trial: number;
}

interface Due {
  /** Null: nothing is owed. */
  readonly dueAt: number | null;
  readonly standing: 'late' | 'risk' | 'trial' | 'running' | null;
  /** When the person last did something about it; null: never. */
  readonly workedAt: number | null;
  readonly validUntil: number | null;
}

/** So many leads are folded before a waiting message gets its turn. */
const SLICE = 200;

export function createDues(database: Database, states: States): Dues {
  const known = new Map<string, Due>();

  /** Every lead's id, its numbers known. */
  async function learn(context: ViewContext): Promise<readonly string[]> {
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
    return ids;
  }

  return {
    async list(context) {
      const ids = await learn(context);
      return ids
        .flatMap((id) => {
          const dueAt = known.get(id)?.dueAt ?? null;
          return dueAt === null ? [] : [{ id, dueAt }];
        })
        .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    },
    async worked(context, since) {
      const ids = await learn(context);
      return ids
        .flatMap((id) => {
          const at = known.get(id)?.workedAt ?? null;
          return at === null || at < since ? [] : [{ id, at }];
        })
        .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    },
    async tally(context, until) {
      const ids = await learn(context);
      const due = ids
        .flatMap((id) => known.get(id) ?? [])
        .filter(({ dueAt }) => (dueAt ?? Infinity) <= until);
      const count = (standing: Due['standing']) => due.filter((each) => each.standing === standing).length;
      return { today: due.length, late: count('late'), risk: count('risk'), trial: count('trial') };
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
  const worked = workedAt(state, context.viewer.memberId);
  if (isColleagues(state, context)) return { dueAt: null, standing: null, workedAt: worked, validUntil };
  const clocks = clocksOfSide(state.clocks, context.viewer.role).filter(isOwed);
  const [nearest] = byUrgency(clocks);
  return {
    dueAt: nearest ? (nearest.dueAt ?? Number.MAX_SAFE_INTEGER) : null,
    standing: nearest ? standingOf(nearest) : null,
    workedAt: worked,
    validUntil,
  };
}

function standingOf({ trial, status, atRisk }: LeadNow['state']['clocks'][number]): Due['standing'] {
  if (trial) return 'trial';
  return status === 'breached' ? 'late' : atRisk ? 'risk' : 'running';
}
