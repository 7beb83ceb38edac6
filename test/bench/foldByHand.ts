/**
 * A stored lead folded by hand under the English starter: what a developer would write who had only
 * this agreement and wanted the row a list shows. It knows nothing of histories, merges, opt-outs,
 * pauses, legs, corrections or explanations; our fold gives the whole state with all of them.
 */
import type { Fact, Scalar } from '../../shared/lead/facts.ts';
import { foldText } from '../../shared/predicate/text.ts';
import { addOpenMs } from '../../shared/sla/openTime.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { byHand } from './byHand.ts';
import { OFFICE, type PlainSignal } from './leads.ts';

export interface Row {
  readonly leadId: string;
  readonly score: number;
  readonly stage: string;
  readonly since: number;
  readonly lastSignalAt: number | null;
  /** First response: due two open hours after the hand-off in health, else four, and when it was met. */
  readonly firstResponse: { readonly dueAt: number | null; readonly metAt: number | null } | null;
}

const RANK: Readonly<Record<string, number>> = {
  'lead.captured': 0,
  'lead.changed': 1,
  'signal.seen': 2,
  'stage.entered': 3,
  'handoff.opened': 4,
  'owner.routed': 5,
  'attempt.made': 6,
};

export function foldByHand(facts: readonly Fact[], now: number): Row {
  const seen = new Set<string>();
  const ordered = facts
    .filter(({ id, at }) => at <= now && !seen.has(id) && seen.add(id) !== undefined)
    .toSorted((a, b) => a.at - b.at || (RANK[a.kind] ?? 9) - (RANK[b.kind] ?? 9) || (a.id < b.id ? -1 : 1));
  const fields: Record<string, Scalar> = {};
  const signals: PlainSignal[] = [];
  let stage = 'visitor';
  let since = ordered[0]?.at ?? now;
  let openedAt: number | null = null;
  let metAt: number | null = null;
  for (const fact of ordered) {
    switch (fact.kind) {
      case 'lead.captured':
        for (const [field, value] of Object.entries(fact.body.fields)) fields[field] = value;
        break;
      case 'lead.changed':
        for (const [field, value] of Object.entries(fact.body.fields ?? {})) {
          if (value === null) delete fields[field];
          else fields[field] = value;
        }
        break;
      case 'signal.seen':
        signals.push({ signal: fact.body.signal, at: fact.at });
        break;
      case 'stage.entered':
        ({ stage } = fact.body);
        since = fact.at;
        break;
      case 'handoff.opened':
        openedAt = fact.at;
        metAt = null;
        break;
      case 'attempt.made':
        if (openedAt !== null) metAt ??= fact.at;
        break;
      default:
    }
  }
  const { score } = byHand({ fields, signals }, now);
  return {
    leadId: ordered[0]?.leadId ?? '',
    score,
    stage,
    since,
    lastSignalAt: signals.at(-1)?.at ?? null,
    firstResponse:
      openedAt === null ? null : { dueAt: addOpenMs(OFFICE, openedAt, promisedMs(fields)), metAt },
  };
}

function promisedMs({ industry }: Readonly<Record<string, Scalar>>): number {
  const health = typeof industry === 'string' && foldText(industry) === 'health';
  return (health ? 2 : 4) * HOUR_MS;
}
