/**
 * The English starter's promises on one hand-off that nobody has answered yet, written out: which of
 * them run or are late, when each is due and at risk, and until when that holds.
 */
import type { Scalar } from '../../shared/lead/facts.ts';
import { addOpenMs, localDateOf, openMsBetween, subtractOpenMs } from '../../shared/sla/openTime.ts';
import { dueAt } from '../../shared/sla/target.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { OFFICE } from './leads.ts';

export interface HandClock {
  readonly id: string;
  readonly kind: string;
  readonly status: 'running' | 'breached';
  readonly dueAt: number | null;
  readonly riskAt: number | null;
}

export interface Handed {
  readonly id: string;
  readonly at: number;
  readonly since: number;
  ownedAt: number | null;
  readonly attempts: number[];
}

const MAX_STEPS = 5;

/** `until` is `Infinity` where nothing changes by itself. */
export function handClocks(
  { id, at, since, ownedAt, attempts }: Handed,
  fields: Readonly<Record<string, Scalar>>,
  segment: string | null,
  now: number,
): { readonly clocks: readonly HandClock[]; readonly until: number } {
  const clocks: HandClock[] = [];
  let until = Number.POSITIVE_INFINITY;
  const run = (kind: string, step: number, start: number, due: number | null, percent: number | null) => {
    if (due === null) return;
    const riskAt = percent === null ? null : riskOf(start, due, percent);
    const status = now > due ? 'breached' : 'running';
    clocks.push({ id: `${id}:${kind}:0:${step}`, kind, status, dueAt: due, riskAt });
    if (status === 'breached') return;
    if (riskAt !== null && riskAt > now) until = Math.min(until, riskAt);
    until = Math.min(until, due + 1);
  };
  if (ownedAt === null) {
    run('assignment', 1, since, addOpenMs(OFFICE, since, 15 * MINUTE_MS), null);
  } else {
    if (attempts.length === 0) {
      const promised = (segment === 'health' ? 2 : 4) * HOUR_MS;
      run('first_response', 1, ownedAt, addOpenMs(OFFICE, ownedAt, promised), 60);
    }
    run('acceptance', 1, ownedAt, dueAt(OFFICE, ownedAt, { businessDays: 1 }), 75);
    const { step, from } = cadence(ownedAt, attempts);
    if (step <= MAX_STEPS) run('cadence', step, from, dueAt(OFFICE, from, { businessDays: 2 }), 75);
  }
  if (fields['company'] === undefined || fields['role'] === undefined || fields['employees'] === undefined) {
    run('brief_completion', 1, at, addOpenMs(OFFICE, at, 8 * HOUR_MS), 75);
  }
  return { clocks: clocks.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)), until };
}

/** The step that runs and since when: one attempt per date counts. */
function cadence(
  ownedAt: number,
  attempts: readonly number[],
): { readonly step: number; readonly from: number } {
  let step = 1;
  let from = ownedAt;
  for (const at of attempts) {
    if (step > 1 && localDateOf(OFFICE, at) <= localDateOf(OFFICE, from)) continue;
    step += 1;
    from = at;
  }
  return { step, from };
}

function riskOf(start: number, due: number, percent: number): number | null {
  const wholeMs = openMsBetween(OFFICE, start, due);
  return subtractOpenMs(OFFICE, due, wholeMs - Math.round((wholeMs * percent) / 100));
}
