/** What the room "Leads" says: the table, its filters, what is done to many at once, days gone by. */
import type { ReportName } from '../../protocol/reports.ts';
import type { ClockFilter, LeadSort } from '../../protocol/leads.ts';
import type { Forms } from '../format.ts';

export interface LeadsWords {
  readonly filters: {
    readonly label: string;
    readonly text: string;
    readonly stage: string;
    readonly everyStage: string;
    readonly clock: string;
    readonly everyClock: string;
    readonly clocks: Readonly<Record<ClockFilter, string>>;
    readonly owner: string;
    readonly everybody: string;
    readonly nobody: string;
    readonly segment: string;
    readonly everySegment: string;
    readonly source: string;
    readonly everySource: string;
    readonly backlog: string;
    readonly sort: string;
    readonly sorts: Readonly<Record<LeadSort, string>>;
    readonly reset: string;
  };
  readonly columns: {
    readonly select: (name: string) => string;
    readonly selectAll: string;
    readonly lead: string;
    readonly stage: string;
    readonly score: string;
    readonly clock: string;
    readonly owner: string;
    readonly segment: string;
    readonly source: string;
  };
  readonly table: string;
  readonly unowned: string;
  readonly noClock: string;
  readonly backlogged: string;
  readonly late: string;
  readonly atRisk: string;
  readonly paused: string;
  /** Of a list that goes on. */
  readonly shown: Forms;
  readonly shownSoFar: Forms;
  /** With no filter set. */
  readonly nothing: { readonly title: string; readonly text: string };
  readonly none: { readonly title: string; readonly text: string };
  readonly behind: (report: string) => string;
  readonly reports: Readonly<Record<ReportName, string>>;
  readonly allLeads: string;
  /** Leads behind a number of the draft's preview. */
  readonly preview: {
    readonly of: (what: string) => string;
    readonly what: Readonly<Record<'move' | 'earlier' | 'later' | 'begun' | 'ended' | 'late', string>>;
    readonly none: string;
    readonly back: string;
    readonly gone: string;
  };
  readonly deeds: {
    readonly selected: Forms;
    readonly label: string;
    readonly assign: string;
    readonly toNobody: string;
    readonly accept: string;
    readonly snooze: string;
    readonly release: string;
    readonly until: string;
    readonly reason: string;
    readonly perOwner: string;
    readonly wouldRelease: (leads: string, days: string) => string;
    readonly openDays: Forms;
    readonly start: string;
    readonly doing: Forms;
    readonly soon: (what: string, seconds: string) => string;
    readonly assigned: Forms;
    readonly accepted: Forms;
    readonly snoozed: Forms;
    readonly released: Forms;
    readonly undone: string;
    readonly cancelled: string;
    readonly failed: Forms;
    /** Called off before their turn. */
    readonly left: Forms;
    /** Listed or not. */
    readonly selectAll: string;
    readonly gathering: string;
    readonly notDone: string;
    readonly leads: Forms;
    readonly more: (n: string) => string;
    readonly selectThese: Forms;
    readonly hide: string;
  };
  readonly card: {
    readonly close: string;
    readonly loading: string;
    readonly gone: string;
    readonly day: string;
    readonly today: string;
    readonly as: (date: string, version: number) => string;
    readonly knownThen: string;
    readonly knownNow: string;
    readonly known: string;
    readonly notYet: string;
    readonly back: string;
  };
}
