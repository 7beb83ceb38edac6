/** What happened to a lead in one transaction. */
import type { Fact } from '../../../shared/lead/facts.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import type { LeadRow } from '../leads/leadRow.ts';

export interface News {
  /** The row before; undefined for a new lead. */
  readonly before: LeadRow | undefined;
  readonly state: LeadState;
  /** Recorded since `before`, in order. */
  readonly fresh: readonly Fact[];
  /** All of the lead's, the fresh ones too. */
  readonly facts: readonly Fact[];
}
