/** What lists and scopes see of a lead's fold: one row, which follows from the state alone (FCT8). */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { accountOf } from '../../../shared/lead/account.ts';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import { foldText } from '../../../shared/predicate/text.ts';
import { isWallTime } from '../../../shared/sla/target.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import { earliest } from '../../../shared/time.ts';
import type * as schema from '../schema.ts';

export type LeadRow = typeof schema.leads.$inferSelect;

/** Searched in up to so many characters of a lead. */
const SEARCH_LENGTH = 1_000;

/** What of the row follows from the state alone, under the version it was folded by; the rest says when it was kept. */
export function projectionOf(
  state: LeadState,
  definitions: Definitions,
): Omit<LeadRow, 'seq' | 'ownerSeq' | 'knownVersion' | 'generation' | 'changedAt'> {
  const { fields, emails } = state;
  const touch = state.attempts.findLast(({ genuine, at }) => genuine && at <= state.evaluatedAt);
  const clock = nearest(state.clocks);
  const [name, company] = [textOf(fields['name']), textOf(fields['company'])];
  return {
    id: state.leadId,
    evaluatedAt: state.evaluatedAt,
    validUntil: state.validUntil,
    owner: state.owner?.id ?? null,
    name,
    company,
    source: state.source,
    campaign: state.campaign,
    stage: state.stage.id,
    score: state.score.shown,
    segment: state.segment,
    persona: state.persona,
    account: accountOf(state, definitions.lists['freeMail']?.values ?? []),
    handedOffAt: earliest(state.handoffs.map(({ openedAt }) => openedAt)),
    backlog: state.backlog,
    unrouted: state.owner === null && state.handoffs.some(({ closed }) => closed === null),
    optedOut: state.optedOut.length > 0,
    touchedAt: touch?.at ?? null,
    touchedBy: touch?.by ?? null,
    clock: clock?.id ?? null,
    clockKind: clock?.kind ?? null,
    clockStatus: clock?.status ?? null,
    dueAt: clock?.dueAt ?? null,
    riskAt: clock?.riskAt ?? null,
    clockVersion: clock?.policy.version ?? null,
    clockCalendar: clock && !isWallTime(clock.policy.target) ? clock.policy.calendar : null,
    clockTrial: clock?.trial ?? false,
    namesake: name && company ? `${foldText(name)}\n${foldText(company)}`.slice(0, SEARCH_LENGTH) : null,
    search: [name, company, ...emails]
      .map((text) => foldText(text ?? ''))
      .join('\n')
      .slice(0, SEARCH_LENGTH),
  };
}

/** Running and late ones by their due; else one that is paused, which has none. */
function nearest(clocks: readonly ClockState[]): ClockState | undefined {
  const open = clocks.filter(({ status }) => OPEN.has(status));
  return open.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))[0];
}

const OPEN: ReadonlySet<ClockState['status']> = new Set(['running', 'breached', 'paused']);

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** What a list says of a lead. */
export function viewOf(row: LeadRow): LeadView {
  const { seq: revision, ownerSeq: _, knownVersion: __, unrouted: ___, search: ____, ...rest } = row;
  const { clock: id, clockKind: kind, clockStatus: status, dueAt, riskAt, ...more } = rest;
  const { clockVersion: version, clockCalendar: calendar, clockTrial: trial, ...shown } = more;
  const terms = version ? { version, calendar, trial } : null;
  const clock =
    id !== null && kind !== null && status !== null ? { id, kind, status, dueAt, riskAt, terms } : null;
  return { ...shown, revision, clock };
}
