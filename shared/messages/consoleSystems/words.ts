/** What the console says about connected systems: giving access, what means what, how it is going. */
import type { CONNECTION_PROBLEMS, ConnectionState } from '../../protocol/connections.ts';

export const OUTCOMES = [
  'connected',
  'refused',
  'failed',
  'other',
  'app',
  'scope',
  'away',
  'twice',
  'late',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface SystemsWords {
  readonly about: string;
  readonly connect: (vendor: string) => string;
  /** Vendors this deployment is not registered with. */
  readonly notReady: (vendors: string) => string;
  readonly none: string;
  readonly name: string;
  readonly setting: Readonly<Record<string, string>>;
  /** An example of each, where one helps. */
  readonly settingHint: Readonly<Record<string, string>>;
  readonly goThere: (vendor: string) => string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly states: Readonly<Record<ConnectionState, string>>;
  readonly problems: Readonly<Record<(typeof CONNECTION_PROBLEMS)[number], string>>;
  readonly lastRead: (when: string) => string;
  readonly neverRead: string;
  readonly counts: (people: number, attempts: number, written: number) => string;
  readonly waiting: (n: number) => string;
  readonly hook: string;
  readonly hookHint: string;
  readonly again: string;
  readonly choose: string;
  readonly pause: string;
  readonly resume: string;
  readonly end: string;
  readonly endOf: (name: string) => string;
  readonly endAbout: string;
  readonly letters: (n: number) => string;
  readonly letterIn: (what: string, record: string) => string;
  readonly letterOut: string;
  readonly retry: string;
  readonly mapping: {
    readonly title: (name: string) => string;
    readonly about: string;
    readonly fields: string;
    readonly ours: string;
    readonly theirs: string;
    /** Of a field that is in use and not there any more. */
    readonly fieldGone: (id: string) => string;
    readonly keeper: string;
    readonly keepers: Readonly<Record<'theirs' | 'ours', string>>;
    readonly notMapped: string;
    readonly people: string;
    readonly nobody: string;
    readonly askLater: string;
    readonly owner: string;
    readonly owners: Readonly<Record<'theirs' | 'ours' | 'each', string>>;
    readonly events: string;
    readonly eventsHint: string;
    readonly write: string;
    readonly writes: Readonly<Record<'attempts' | 'stage' | 'score', string>>;
    readonly read: string;
    readonly reads: Readonly<Record<'activities' | 'deals' | 'leads', string>>;
    readonly goneThere: string;
    readonly goneHere: string;
    readonly goneWays: Readonly<Record<'keep' | 'erase', string>>;
    readonly preview: string;
    readonly previewAbout: string;
    readonly does: Readonly<Record<'creates' | 'completes' | 'nothing' | 'refused', string>>;
    readonly backlog: string;
    readonly agree: string;
  };
}
