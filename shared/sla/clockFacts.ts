/**
 * The receipts `decide` writes for clocks (FCT7): what was warned, breached, escalated or put right,
 * so that nothing is done twice. Never an input to a clock's state.
 */
import type { History } from '../definitions/version.ts';
import type { Fact, FactHead } from '../lead/facts.ts';
import type { ClockState } from '../lead/state.ts';
import { SYSTEM_ACTOR } from '../lead/vocabulary.ts';
import { dueSteps } from './dueSteps.ts';
import type { ClockStep } from './dueSteps.ts';

interface ClockStory {
  readonly leadId: string;
  readonly clocks: readonly ClockState[];
  readonly history: History;
  /** All facts of the lead; only `clock.*` are looked at. */
  readonly facts: readonly Fact[];
  readonly now: number;
}

/** Ids of steps already done, from their receipts. */
export function doneSteps(facts: readonly Fact[]): ReadonlySet<string> {
  const done = new Set<string>();
  for (const { kind, body } of facts) {
    if (kind === 'clock.warned') done.add(`${body.clock}:warned:${body.step}`);
    else if (kind === 'clock.breached') done.add(`${body.clock}:breached:1`);
    else if (kind === 'clock.escalated') done.add(`${body.clock}:escalated:${body.step}`);
    else if (kind === 'clock.corrected') done.add(`${body.clock}:corrected`);
  }
  return done;
}

/** Receipts due at `now`, with derived ids, in the order of their instants. */
export function clockFacts({ leadId, clocks, history, facts, now }: ClockStory): readonly Fact[] {
  const done = doneSteps(facts);
  const head = (name: string): FactHead => ({
    id: `d:${leadId}:${name}`,
    leadId,
    at: now,
    recordedAt: now,
    actor: SYSTEM_ACTOR,
    observer: 'system',
  });
  const steps = dueSteps(clocks, history, done, now).map((step) => receiptOf(step, head(`clock:${step.id}`)));
  const corrections = clocks
    .filter(({ id }) => done.has(`${id}:breached:1`) && !done.has(`${id}:corrected`))
    .filter(isInTime)
    .map(({ id, status, metBy }): Fact => {
      const attempt = status === 'met' && metBy !== null ? { attempt: metBy } : {};
      return { ...head(`clock:${id}:corrected`), kind: 'clock.corrected', body: { clock: id, ...attempt } };
    });
  return [...steps, ...corrections];
}

/** Met after all by what was reported late (ATT3), or no longer due: its time was closed (CAL7). */
function isInTime({ status, metBy, moves }: ClockState): boolean {
  const isMoved = moves.some(({ cause }) => cause === 'closure');
  if (status === 'met') return metBy !== null || isMoved;
  return isMoved && (status === 'running' || status === 'paused');
}

function receiptOf(step: ClockStep, head: FactHead): Fact {
  const { clock } = step;
  switch (step.kind) {
    case 'warn':
      return { ...head, kind: 'clock.warned', body: { clock, step: step.step } };
    case 'breach':
      return { ...head, kind: 'clock.breached', body: { clock, dueAt: step.dueAt } };
    case 'escalate': {
      const action = typeof step.do === 'string' ? step.do : `notify:${step.do.notify}`;
      return { ...head, kind: 'clock.escalated', body: { clock, step: step.step, action } };
    }
  }
}
