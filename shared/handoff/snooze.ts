/**
 * Snoozes within what the agreement allows (CLK5): so many per hand-off, so many open days each.
 * One beyond the number counts for nothing; one too long ends where the agreement ends it.
 */
import type { History } from '../definitions/version.ts';
import type { Fact } from '../lead/facts.ts';
import { versionAt } from '../lead/versionAt.ts';
import type { Span } from '../sla/clockInput.ts';
import { openingOf } from '../sla/openTime.ts';
import { dueAt } from '../sla/target.ts';

/** `facts` in order. A later snooze takes over from the one that still holds. */
export function snoozesOf(facts: readonly Fact[], history: History): readonly Span[] {
  const spans: { from: number; to: number | null }[] = [];
  let inHandoff = 0;
  for (const fact of facts) {
    const { at } = fact;
    if (fact.kind === 'handoff.opened') inHandoff = 0;
    if (fact.kind === 'lead.resumed') endBy(spans, at);
    if (fact.kind !== 'lead.snoozed') continue;
    const { definitions, calendars } = versionAt(history, at);
    const { times, openDays } = definitions.handoff.snooze;
    const calendar = calendars[definitions.workspaceCalendar];
    inHandoff += 1;
    if (inHandoff > times || calendar === undefined) continue;
    const longest = dueAt(calendar, at, { businessDays: openDays });
    const wanted = openingOf(calendar, fact.body.untilOn);
    const to = wanted === null || longest === null ? (longest ?? wanted) : Math.min(wanted, longest);
    if (to === null || to <= at) continue;
    endBy(spans, at);
    spans.push({ from: at, to });
  }
  return spans;
}

function endBy(spans: { from: number; to: number | null }[], at: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last.to !== null && last.to > at) last.to = at;
}
