/**
 * Snoozes within what the agreement allows (CLK5): so many per hand-off, so many open days each, for
 * a reason it lists. Beyond that they are refused when they arrive; one that was made offline under
 * another version counts for nothing beyond the number, and ends where the agreement ends it.
 */
import type { History, Version } from '../definitions/version.ts';
import type { Fact } from '../lead/facts.ts';
import { versionAt, workspaceCalendarOf } from '../lead/versionAt.ts';
import type { Span } from '../sla/clockInput.ts';
import { localDateOf, openingOf } from '../sla/openTime.ts';
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
    const version = versionAt(history, at);
    inHandoff += 1;
    if (inHandoff > version.definitions.handoff.snooze.times) continue;
    const { wanted, longest } = endsOf(fact.body.untilOn, at, version);
    const to = Math.min(wanted, longest);
    if (to <= at || !Number.isFinite(to)) continue;
    endBy(spans, at);
    spans.push({ from: at, to });
  }
  return spans;
}

export type SnoozeProblem = 'unknown_reason' | 'past' | 'too_long' | 'too_often';

/** Why a lead may not be snoozed at `at`, epoch ms, until the opening of a date; null when it may. */
export function maySnooze(
  { untilOn, reason }: { readonly untilOn: string; readonly reason: string },
  facts: readonly Fact[],
  version: Version,
  at: number,
): SnoozeProblem | null {
  const { times, reasons } = version.definitions.handoff.snooze;
  if (!reasons.some(({ id }) => id === reason)) return 'unknown_reason';
  const { wanted, longest } = endsOf(untilOn, at, version);
  if (wanted <= at) return 'past';
  if (wanted > longest) return 'too_long';
  const known = facts.filter((fact) => fact.at <= at);
  const handedOff = known.reduce(
    (last, fact) => (fact.kind === 'handoff.opened' ? Math.max(last, fact.at) : last),
    -Infinity,
  );
  const made = known.filter((fact) => fact.kind === 'lead.snoozed' && fact.at >= handedOff);
  return made.length >= times ? 'too_often' : null;
}

/** When a snooze begun at `at` is to end, and when at the latest; ±Infinity beyond the compiled range. */
function endsOf(
  untilOn: string,
  at: number,
  version: Version,
): { readonly wanted: number; readonly longest: number } {
  const calendar = workspaceCalendarOf(version);
  const beyond = untilOn > localDateOf(calendar, at) ? Infinity : -Infinity;
  const longest = dueAt(calendar, at, { businessDays: version.definitions.handoff.snooze.openDays });
  return { wanted: openingOf(calendar, untilOn) ?? beyond, longest: longest ?? Infinity };
}

function endBy(spans: { from: number; to: number | null }[], at: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last.to !== null && last.to > at) last.to = at;
}
