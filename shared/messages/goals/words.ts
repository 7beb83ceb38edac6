/** What a goal counts and how often: said by the agreement's room and by who tells of a change to it. */
import type { Metric } from '../../target/metrics.ts';

export interface GoalWords {
  readonly per: Readonly<Record<'week' | 'month' | 'quarter', string>>;
  readonly metrics: Readonly<Record<Metric, string>>;
}
