/**
 * Where leads are lost between the teams (TGT4): nobody's, never tried, given back and never nurtured,
 * or known to only one of the two systems.
 */
import { memberAt } from '../lead/memberAt.ts';
import { clocksOf, countedHandoffs, type CountedHandoff, isDuring, ownerAt } from './handoffs.ts';
import type { KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { cellsOf, type Mark } from './table.ts';
import { workOf } from './work.ts';

export const LEAKS = ['no_owner', 'no_attempt', 'never_nurtured', 'here_not_in_crm'] as const;
export type Leak = (typeof LEAKS)[number];

/**
 * Why a record of a connected system is no lead here. `deal_of_nobody`: a deal that names no contact, so that
 * nobody is credited with it · `failed`: it could not be taken · `erased`: the person was erased here and
 * stays so · `expired`: the time agreed to keep the lead was over.
 */
export const LEFT_WHYS = ['deal_of_nobody', 'failed', 'erased', 'expired'] as const;
export type LeftWhy = (typeof LEFT_WHYS)[number];

/** Records of one connected system that are no leads here, as many as there are now. */
export interface LeftCount {
  /** Id of the connection. */
  readonly system: string;
  readonly why: LeftWhy;
  readonly n: number;
}

/** What the connected systems know. */
export interface CrmRecords {
  /** Whether any of them holds a record of this lead; left out while none was read to its end. */
  readonly has?: ((leadId: string) => boolean) | undefined;
  readonly left: readonly LeftCount[];
}

export interface LeakRow {
  readonly leak: Leak;
  /** Source of the first capture; null = none. */
  readonly source: string | null;
  /** Hand-offs, for the CRM leads. */
  readonly n: number;
}

/** Records that are in a connected system and not here: about this moment, whatever the window. */
export interface NotHereRow extends LeftCount {
  readonly leak: 'in_crm_not_here';
  readonly source: null;
}

/** Hand-offs opened in the window and, with a CRM, leads captured in it, which have to be whole; backlog does not leak. */
export function leaksReport(scope: Scope, crm?: CrmRecords): Report<readonly (LeakRow | NotHereRow)[]> {
  return {
    *marks(lead): Generator<Mark> {
      const { leadId, source, capturedAt, backlog } = lead.state;
      if (backlog) return;
      for (const handoff of countedHandoffs(lead)) {
        if (handoff.withdrawn || !isIn(scope.window, handoff.draft.openedAt)) continue;
        for (const leak of leaksOf(lead, handoff, scope)) yield { row: [leak, source] };
      }
      if (crm?.has === undefined || capturedAt === null || !isIn(scope.window, capturedAt)) return;
      if (!crm.has(leadId)) yield { row: ['here_not_in_crm', source] };
    },
    read: (table) => [
      ...LEAKS.flatMap((leak) =>
        cellsOf(table, leak).map(({ row, n }) => ({ leak, source: row[1] ?? null, n })),
      ),
      ...(crm?.left ?? []).map((left) => ({ leak: 'in_crm_not_here', source: null, ...left }) as const),
    ],
  };
}

function leaksOf(lead: KeptLead, handoff: CountedHandoff, scope: Scope): readonly Leak[] {
  const leaks: Leak[] = [];
  const { answered } = handoff.draft;
  if (handoff.end === null && !isOwned(lead, scope)) leaks.push('no_owner');
  if (isUntried(lead, handoff, scope)) leaks.push('no_attempt');
  if (answered?.answer === 'recycled' && isForgotten(lead, handoff, answered.since)) {
    leaks.push('never_nurtured');
  }
  return leaks;
}

function isOwned(lead: KeptLead, { room, now }: Scope): boolean {
  return memberAt(room, ownerAt(lead, now), now)?.active === true;
}

/** Out of time, late for its first response, or closed, and nobody ever tried. */
function isUntried(lead: KeptLead, handoff: CountedHandoff, scope: Scope): boolean {
  if (handoff.draft.closed?.how === 'opted_out') return false;
  if (lead.state.attempts.some(({ genuine, at }) => genuine && isDuring(handoff, at))) return false;
  const isLate = clocksOf(lead, handoff, 'first_response').at(-1)?.status === 'breached';
  return isLate || handoff.end !== null || workOf(lead, handoff, scope)?.status === 'missed';
}

/** Neither nurtured nor handed off again since, and not within the time promised for it. */
function isForgotten(lead: KeptLead, handoff: CountedHandoff, since: number): boolean {
  const { story, state } = lead;
  if (state.handoffs.some(({ openedAt }) => openedAt > since)) return false;
  if (story.facts.some(({ kind, at }) => kind === 'nurture.started' && at >= since)) return false;
  const status = clocksOf(lead, handoff, 'return_to_nurture').at(-1)?.status;
  return status !== 'running' && status !== 'waiting' && status !== 'paused';
}
