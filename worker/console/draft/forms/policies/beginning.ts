/** The shortest story in which a clock of each kind begins at an instant (CLK3). */
import type { ClockHandoff, ClockInput } from '../../../../../shared/sla/clockInput.ts';
import type { ClockKind } from '../../../../../shared/lead/vocabulary.ts';

type Story = Omit<ClockInput, 'now' | 'leadId' | 'history' | 'room' | 'verdict' | 'learnt'>;

/** Whose lead it is. */
export const ANYBODY = 'anybody';

export function beginningOf(kind: ClockKind, stage: string | undefined, at: number): Story {
  const handed = { at, owner: ANYBODY, factId: 'owned' };
  const plain: Story = {
    owners: [handed],
    handoffs: [handoff(at)],
    entries: [],
    attempts: [],
    replies: [],
    snoozes: [],
    nurtureStarts: [],
    known: {},
    optedOutAt: null,
    backlog: false,
    excludedAt: null,
  };
  // What must have happened before, happened just before.
  const before = { ...plain, owners: [{ ...handed, at: at - 1 }], handoffs: [handoff(at - 1)] };
  switch (kind) {
    case 'assignment':
      return { ...plain, owners: [] };
    case 'first_response':
    case 'acceptance':
    case 'cadence':
    case 'brief_completion':
      return plain;
    case 'reply':
      return {
        ...before,
        handoffs: [{ ...handoff(at - 1), accepted: true }],
        replies: [{ factId: 'reply', at, outOfOffice: false }],
      };
    case 'stage_time':
      return { ...before, entries: [entered(stage ?? '', at)] };
    case 'return_to_nurture':
      return {
        ...before,
        handoffs: [
          {
            ...handoff(at - 1),
            answers: [{ factId: 'answer', answer: 'recycled', at, since: at, by: ANYBODY }],
            closed: { at, how: 'answered' },
          },
        ],
      };
    case 'contest_answer':
      return {
        ...before,
        handoffs: [{ ...handoff(at - 1), contests: [{ factId: 'contest', at, by: ANYBODY, decided: null }] }],
      };
  }
}

function handoff(openedAt: number): ClockHandoff {
  return {
    id: 'imagined',
    openedAt,
    since: openedAt,
    trial: false,
    accepted: false,
    answers: [],
    contests: [],
    closed: null,
  };
}

function entered(stage: string, at: number): Story['entries'][number] {
  return {
    stage,
    from: null,
    at,
    since: at,
    actor: ANYBODY,
    version: 0,
    factId: 'entered',
    cause: 'criteria',
    evidence: null,
    evidenceGone: false,
  };
}
