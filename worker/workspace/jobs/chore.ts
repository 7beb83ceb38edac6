/** What the alarm does when its time has come: one interface for due leads, jobs, notices, retention… */
import type { Env } from '../../env.ts';
import type { Work } from '../work.ts';

export interface Chore {
  /** Names it in logs and in what holds a failing one back. */
  readonly name: string;
  /** Earliest instant something is to be done, epoch ms; null when nothing waits. */
  readonly nextAt: (work: Work) => number | null;
  /**
   * One slice of what is due by `work.now`, 50 ms at most, in transactions of its own. It leaves
   * `nextAt` later than it was, or more to do at once. Safe to repeat: alarms come late, twice, never.
   */
  readonly run?: (work: Work) => void;
  /**
   * What must leave the object (a webhook): after every synchronous part, from the alarm only, never
   * in a transaction or in somebody's request. It, too, moves `nextAt` on.
   */
  readonly drain?: (work: Work, env: Env) => Promise<void>;
}
