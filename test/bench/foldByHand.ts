/**
 * A stored lead folded by hand under the English starter into the row a worker keeps of it: what a
 * developer would write who had only this agreement. It knows nothing of histories, merges, opt-outs,
 * snoozes, legs, corrections or explanations; our fold gives the whole state with all of them.
 */
import type { Fact, Scalar } from '../../shared/lead/facts.ts';
import { byHand } from './byHand.ts';
import { type HandClock, handClocks, type Handed } from './clocksByHand.ts';
import { segmentByHand } from './segmentByHand.ts';
import type { PlainSignal } from './leads.ts';
import { scoreUntil } from './scoreUntilByHand.ts';

export interface Row {
  readonly leadId: string;
  readonly emails: readonly string[];
  readonly evaluatedAt: number;
  readonly validUntil: number | null;
  readonly owner: string | null;
  readonly name: Scalar | null;
  readonly company: Scalar | null;
  readonly source: string | null;
  readonly stage: string;
  readonly since: number;
  readonly score: number;
  readonly segment: string | null;
  readonly lastSignalAt: number | null;
  /** Those that run or are late, the nearest first. */
  readonly clocks: readonly HandClock[];
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
    .filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined)
    .toSorted((a, b) => a.at - b.at || (RANK[a.kind] ?? 9) - (RANK[b.kind] ?? 9) || (a.id < b.id ? -1 : 1));
  const fields: Record<string, Scalar> = {};
  const emails = new Set<string>();
  const signals: PlainSignal[] = [];
  let source: string | null = null;
  let stage = 'visitor';
  let since = ordered[0]?.at ?? now;
  let owner: string | null = null;
  let handed: Handed | null = null;
  let until = Number.POSITIVE_INFINITY;
  for (const fact of ordered) {
    if (fact.at > now) {
      until = fact.at;
      break;
    }
    switch (fact.kind) {
      case 'lead.captured':
        for (const email of fact.body.emails) emails.add(email.trim().toLowerCase());
        source ??= fact.body.source ?? null;
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
        if (fact.body.stage !== stage) since = fact.at;
        ({ stage } = fact.body);
        break;
      case 'handoff.opened':
        handed = { id: fact.body.handoff, at: fact.at, since: fact.body.since, ownedAt: null, attempts: [] };
        break;
      case 'owner.routed':
        ({ owner } = fact.body);
        if (handed !== null) handed.ownedAt ??= fact.at;
        break;
      case 'attempt.made':
        handed?.attempts.push(fact.at);
        break;
      default:
    }
  }
  const segment = segmentByHand(fields);
  const running = handed === null ? null : handClocks(handed, fields, segment, now);
  until = Math.min(until, scoreUntil(signals, now), running?.until ?? Number.POSITIVE_INFINITY);
  return {
    leadId: ordered[0]?.leadId ?? '',
    emails: [...emails],
    evaluatedAt: now,
    validUntil: Number.isFinite(until) ? until : null,
    owner,
    name: fields['name'] ?? null,
    company: fields['company'] ?? null,
    source,
    stage,
    since,
    score: byHand({ fields, signals }, now).score,
    segment,
    lastSignalAt: signals.at(-1)?.at ?? null,
    clocks: running?.clocks ?? [],
  };
}
