/**
 * Leads whose end is known: won when they became customers, lost when every deal of theirs was lost or
 * sales turned them down for good. What was known before is what an agreement can learn from.
 */
import { dealsOf, wonAt } from './deals.ts';
import type { KeptLead } from './keptLead.ts';
import type { Scope } from './scope.ts';

export interface Closed {
  readonly won: boolean;
  readonly at: number;
  /**
   * The last instant before sales had it: its first hand-off, else its end. What was learnt later says
   * how a deal went, not which lead to hand over. Never before the lead was known at all.
   */
  readonly knownAt: number;
}

/** Null while it is open. */
export function closedOf(lead: KeptLead, scope: Scope): Closed | null {
  const won = wonAt(lead, scope);
  const at = won ?? lostAt(lead, scope);
  if (at === null) return null;
  const { capturedAt, handoffs } = lead.state;
  const knownAt = Math.max(Math.min(handoffs[0]?.openedAt ?? at, at), capturedAt ?? at);
  return { won: won !== null, at, knownAt };
}

function lostAt(lead: KeptLead, scope: Scope): number | null {
  const deals = dealsOf(lead, scope);
  if (deals.length > 0) {
    const isOver = deals.every(({ outcome }) => outcome === 'lost');
    return isOver ? Math.max(...deals.map(({ at }) => at)) : null;
  }
  if (lead.state.stage.mark !== 'disqualified') return null;
  return lead.story.journey.handoffs.findLast(({ answered }) => answered !== null)?.answered?.since ?? null;
}
