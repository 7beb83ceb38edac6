/**
 * Where leads are lost between the teams (TGT4): nobody's, never tried, given back and never nurtured,
 * or known to only one of the two systems.
 */
import type { ExternalId } from '../lead/facts.ts';
import { memberAt } from '../lead/memberAt.ts';
import { clocksOf, countedHandoffs, type CountedHandoff, isDuring, ownerAt } from './handoffs.ts';
import type { KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { cellsOf, type Mark } from './table.ts';
import { workOf } from './work.ts';

export const LEAKS = ['no_owner', 'no_attempt', 'never_nurtured', 'here_not_in_crm'] as const;
export type Leak = (typeof LEAKS)[number];

/** A connected CRM: its name in external ids, and whether it still holds a record. */
export interface CrmRecords {
  readonly system: string;
  readonly has: (id: ExternalId) => boolean;
}

export interface LeakRow {
  readonly leak: Leak;
  /** Source of the first capture; null = none. */
  readonly source: string | null;
  /** Hand-offs, for the CRM leads. */
  readonly n: number;
}

/** Hand-offs opened in the window and, with a CRM, leads captured in it, which have to be whole; backlog does not leak. */
export function leaksReport(scope: Scope, crm?: CrmRecords): Report<readonly LeakRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      const { source, capturedAt, backlog, externalIds = [] } = lead.state;
      if (backlog) return;
      for (const handoff of countedHandoffs(lead)) {
        if (handoff.withdrawn || !isIn(scope.window, handoff.draft.openedAt)) continue;
        for (const leak of leaksOf(lead, handoff, scope)) yield { row: [leak, source] };
      }
      if (crm === undefined || capturedAt === null || !isIn(scope.window, capturedAt)) return;
      const there = externalIds.some((id) => id.system === crm.system && crm.has(id));
      if (!there) yield { row: ['here_not_in_crm', source] };
    },
    read: (table) =>
      LEAKS.flatMap((leak) =>
        cellsOf(table, leak).map(({ row, n }) => ({ leak, source: row[1] ?? null, n })),
      ),
  };
}

/** In the CRM and not here: its records whose id no lead has, one at a time. */
export function* notHere(
  records: Iterable<ExternalId>,
  isHere: (id: ExternalId) => boolean,
): Generator<ExternalId> {
  for (const record of records) if (!isHere(record)) yield record;
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
