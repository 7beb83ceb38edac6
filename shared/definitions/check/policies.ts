/** Promises that can be kept and told apart (CLK2–CLK4, CLK7, CAL4). */
import { CLOCK_KINDS, type ClockKind, type Side } from '../../lead/vocabulary.ts';
import { HOUR_MS, MINUTE_MS } from '../../time.ts';
import { type At, child, entries, items, numberOf } from './at.ts';
import type { Tell } from './problem.ts';

/** Who owes each kind (CLK3). */
const PARTIES: Readonly<Record<ClockKind, Side>> = {
  assignment: 'sales',
  first_response: 'sales',
  acceptance: 'sales',
  cadence: 'sales',
  reply: 'sales',
  stage_time: 'sales',
  return_to_nurture: 'marketing',
  brief_completion: 'marketing',
  contest_answer: 'neutral',
};

export function checkPolicies(root: At, tell: Tell): void {
  const policies = items(child(root, 'policies'));
  for (const policy of policies) checkPolicy(policy, tell);
  const hasDefault = policies.some(
    (policy) =>
      child(policy, 'kind').value === 'first_response' &&
      child(policy, 'level').value === 'default' &&
      child(policy, 'when').value === undefined,
  );
  if (!hasDefault) tell('/policies', { code: 'no_default_response' });
}

function checkPolicy(policy: At, tell: Tell): void {
  const has = (key: string) => child(policy, key).value !== undefined;
  const at = (key: string) => child(policy, key).pointer;
  const kind = CLOCK_KINDS.find((one) => one === child(policy, 'kind').value);
  if (kind === undefined) return;
  if (kind === 'cadence' && !has('repeat')) tell(at('repeat'), { code: 'needs_repeat' });
  if (kind !== 'cadence' && has('repeat')) tell(at('repeat'), { code: 'repeat_unused' });
  if (kind === 'stage_time' && !has('stage')) tell(at('stage'), { code: 'needs_stage' });
  if (kind !== 'stage_time' && has('stage')) tell(at('stage'), { code: 'stage_unused' });
  const level = child(policy, 'level').value;
  if ((level === 'account' || level === 'segment') && !has('when'))
    tell(at('level'), { code: 'level_without_criterion', level });
  // A stage of marketing's may be timed too.
  if (kind !== 'stage_time' && has('party') && child(policy, 'party').value !== PARTIES[kind])
    tell(at('party'), { code: 'other_party', kind, party: PARTIES[kind] });
  checkSteps(policy, tell);
}

/** Warnings and escalations run in the target's kind of time (CLK7). */
function checkSteps(policy: At, tell: Tell): void {
  const target = amountOf(child(policy, 'target'));
  if (target === null) return;
  const before = items(child(policy, 'warn')).map((warning) => child(warning, 'before'));
  const after = items(child(policy, 'escalate')).map((escalation) => child(escalation, 'after'));
  for (const step of [...before, ...after]) {
    const amount = amountOf(step);
    if (amount === null) continue;
    if (amount.open !== target.open) tell(step.pointer, { code: 'mixed_time' });
    else if (before.includes(step) && amount.ms !== null && target.ms !== null && amount.ms >= target.ms)
      tell(step.pointer, { code: 'warns_at_start' });
  }
}

const UNITS = new Map<string, { readonly open: boolean; readonly unitMs: number | null }>([
  ['minutes', { open: false, unitMs: MINUTE_MS }],
  ['hours', { open: false, unitMs: HOUR_MS }],
  ['businessMinutes', { open: true, unitMs: MINUTE_MS }],
  ['businessHours', { open: true, unitMs: HOUR_MS }],
  // A business day has as many hours as its calendar gives it.
  ['businessDays', { open: true, unitMs: null }],
]);

/** `open`: counted in open time. `ms` is null for days. Null when it is no target at all. */
function amountOf(at: At): { readonly open: boolean; readonly ms: number | null } | null {
  const [[key, amount] = ['', at] as const, ...others] = entries(at);
  const unit = UNITS.get(key);
  const count = numberOf(amount);
  if (unit === undefined || count === undefined || others.length > 0) return null;
  return { open: unit.open, ms: unit.unitMs === null ? null : count * unit.unitMs };
}
