/**
 * When each lead next owes something, a few numbers a lead: "my day" over thousands of leads folds
 * again only those that changed or whose state ran out.
 */
import { cardClocks, clocksOfSide, isOwed } from '../../shared/ui/nearestClock.ts';
import { calendarOfClock } from '../../shared/ui/buildFace.ts';
import { type Offsets, wallDateOf } from '../../shared/sla/localTime.ts';
import { workedAt } from '../../shared/ui/buildDayRow.ts';
import { isColleagues, type ViewContext } from '../../shared/ui/viewContext.ts';
import type { Database } from './database.ts';
import type { LeadNow, States } from './states.ts';

export interface Dues {
  /** Leads that owe something, what is late, at risk or due today first, each part by its due; paused ones last. */
  queue(context: ViewContext): Promise<Queue>;
  /** Leads the person did something about since this instant, the newest first. */
  worked(context: ViewContext, since: number): Promise<readonly string[]>;
  /** How many leads are late, at risk or due today, and of them late, at risk, in trial. */
  tally(context: ViewContext): Promise<Tally>;
  forget(leadIds: Iterable<string>): void;
  forgetAll(): void;
}

export interface Queue {
  readonly leads: readonly string[];
  /** So many of the first ones are late, at risk or due today: those the day and the toolbar count. */
  readonly today: number;
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
  /** Of the calendar its clock runs on: whether that is today is asked by its dates (CAL3). */
  readonly offsets: Offsets;
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
    async queue(context) {
      const owed = (await learn(context)).flatMap((id) => {
        const due = known.get(id);
        return due === undefined || due.dueAt === null
          ? []
          : [{ id, dueAt: due.dueAt, today: isToday(due, context.now) }];
      });
      const leads = owed.toSorted(
        (a, b) => Number(b.today) - Number(a.today) || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1),
      );
      return { leads: leads.map(({ id }) => id), today: owed.filter(({ today }) => today).length };
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
    async tally(context) {
      const ids = await learn(context);
      const due = ids.flatMap((id) => known.get(id) ?? []).filter((each) => isToday(each, context.now));
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
  if (isColleagues(state, context))
    return { dueAt: null, standing: null, offsets: [], workedAt: worked, validUntil };
  // The clock the day's row shows.
  const nearest = cardClocks(clocksOfSide(state.clocks, context.viewer.role)).find(isOwed);
  return {
    dueAt: nearest ? (nearest.dueAt ?? Number.MAX_SAFE_INTEGER) : null,
    standing: nearest ? standingOf(nearest) : null,
    offsets: (nearest && calendarOfClock(nearest, context)?.offsets) ?? [],
    workedAt: worked,
    validUntil,
  };
}

/** As `buildDay` groups its rows: late, at risk, or due on the current date or before it; never what is paused. */
function isToday({ dueAt, standing, offsets }: Due, now: number): boolean {
  if (dueAt === null || dueAt === Number.MAX_SAFE_INTEGER) return false;
  return standing === 'late' || standing === 'risk' || wallDateOf(offsets, dueAt) <= wallDateOf(offsets, now);
}

function standingOf({ trial, status, atRisk }: LeadNow['state']['clocks'][number]): Due['standing'] {
  if (trial) return 'trial';
  return status === 'breached' ? 'late' : atRisk ? 'risk' : 'running';
}
