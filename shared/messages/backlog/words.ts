/** What a release of the backlog leaves where it is, and why (TRI2). */
import type { Forms } from '../format.ts';

export interface BacklogWords {
  readonly left: Forms;
  readonly won: Forms;
  readonly lost: Forms;
}
