/** What sales gets with a lead (HOF1): why now, where from, what is missing, latest signals, persona, next step. */
import type { ReadLead } from '../lead/fold.ts';
import type { EntryCause, LeadState } from '../lead/state.ts';
import type { ClockKind } from '../lead/vocabulary.ts';

/** Signals a person reads before the first call. */
const LATEST = 5;

export interface Brief {
  readonly handoff: string;
  readonly why: {
    readonly cause: EntryCause;
    /** Label of the signal or stage behind it; null when a person decided. */
    readonly evidence: string | null;
    readonly at: number;
  };
  readonly source: string | null;
  readonly campaign: string | null;
  /** Required fields without a value, in the agreement's order. */
  readonly missing: readonly {
    readonly field: string;
    readonly label: string;
    readonly question: string | null;
  }[];
  /** Newest first. */
  readonly signals: readonly { readonly signal: string; readonly label: string; readonly at: number }[];
  readonly persona: { readonly id: string; readonly label: string } | null;
  /** Sales' nearest promise that still runs; null when none does. */
  readonly next: { readonly kind: ClockKind; readonly clock: string; readonly dueAt: number } | null;
}

/** Of the newest hand-off; null when the lead was never handed off. */
export function briefOf(state: LeadState, { story, context }: ReadLead): Brief | null {
  const handoff = state.handoffs.at(-1);
  if (handoff === undefined) return null;
  const { definitions } = context;
  const entry = state.entries.findLast(({ stage, at }) => stage === handoff.stage && at <= handoff.openedAt);
  const persona = definitions.personas.find(({ id }) => id === state.persona);
  return {
    handoff: handoff.id,
    why: { cause: handoff.cause, evidence: evidenceLabel(entry?.evidence, context), at: handoff.openedAt },
    source: handoff.source,
    campaign: handoff.campaign,
    missing: definitions.handoff.brief.required
      .filter((field) => state.fields[field] === undefined)
      .map((field) => {
        const asked = definitions.fields.find(({ id }) => id === field);
        return { field, label: asked?.label ?? field, question: asked?.question ?? null };
      }),
    signals: story.profile.signals
      .slice(-LATEST)
      .toReversed()
      .map(({ signal, at }) => ({ signal, label: labelOf(definitions.signals, signal) ?? signal, at })),
    persona: persona ? { id: persona.id, label: persona.label } : null,
    next: nextStep(state, handoff.id),
  };
}

function evidenceLabel(
  evidence: string | null | undefined,
  { definitions }: ReadLead['context'],
): string | null {
  if (evidence === null || evidence === undefined) return null;
  return labelOf(definitions.signals, evidence) ?? labelOf(definitions.stages, evidence);
}

function labelOf(
  named: readonly { readonly id: string; readonly label: string }[],
  id: string,
): string | null {
  return named.find((one) => one.id === id)?.label ?? null;
}

function nextStep({ clocks }: LeadState, handoff: string): Brief['next'] {
  let next: Brief['next'] = null;
  for (const clock of clocks) {
    const runs = clock.status === 'running' || clock.status === 'breached';
    if (!runs || clock.dueAt === null || clock.party !== 'sales' || clock.handoff !== handoff) continue;
    if (next === null || clock.dueAt < next.dueAt)
      next = { kind: clock.kind, clock: clock.id, dueAt: clock.dueAt };
  }
  return next;
}
