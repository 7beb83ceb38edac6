/**
 * What an import shows of how leads were treated before there was an agreement (TGT4, TRI2): open ones
 * nobody has, good enough for sales and never tried, tried too late, without a source, with an address
 * that came back, or who asked not to be contacted. About this moment; a lead may leak in several ways.
 */
import { memberAt } from '../lead/memberAt.ts';
import { contextOf } from '../lead/context.ts';
import type { Attempt } from '../lead/state.ts';
import { versionAt } from '../lead/versionAt.ts';
import { evaluate } from '../predicate/evaluate.ts';
import { choosePolicy } from '../sla/policyChoice.ts';
import { dueAt } from '../sla/target.ts';
import { isHandedOver, isLastStage } from '../stage/order.ts';
import { closedOf } from './closed.ts';
import { ownerAt } from './handoffs.ts';
import type { Report, ReportLead } from './report.ts';
import type { Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, type Mark } from './table.ts';

export const AUDITED = ['no_owner', 'never_tried', 'tried_late', 'no_source', 'bounced', 'refused'] as const;
export type Audited = (typeof AUDITED)[number];

export interface AuditRow {
  readonly leak: Audited;
  /** Of the open leads that were imported; for the two about tries, of those good enough for sales. */
  readonly leads: Share;
}

/** The whole the shares are of. */
const ALL = 'imported';
const READY = 'ready';

export function auditReport(scope: Scope): Report<readonly AuditRow[], ReportLead> {
  return {
    *marks(lead): Generator<Mark> {
      if (!isOpenImport(lead, scope)) return;
      const ready = readyAt(lead, scope);
      yield { row: [ALL] };
      if (ready !== null) yield { row: [READY] };
      for (const leak of leaksOf(lead, ready, scope)) yield { row: [leak] };
    },
    read: (table) =>
      AUDITED.map((leak) => {
        const whole = leak === 'never_tried' || leak === 'tried_late' ? READY : ALL;
        return { leak, leads: shareOf(cellOf(table, [leak]).n, cellOf(table, [whole]).n) };
      }),
  };
}

function isOpenImport(lead: ReportLead, scope: Scope): boolean {
  const { state, story } = lead;
  const isImported = state.backlog || story.profile.importedAt !== null;
  if (!isImported || state.stage.mark !== null) return false;
  return !isLastStage(scope.definitions, state.stage.id) && closedOf(lead, scope) === null;
}

/** Since when it is at the hand-off stage or beyond; null = it is not. */
function readyAt({ state }: ReportLead, { definitions }: Scope): number | null {
  if (!isHandedOver(definitions, state.stage.id)) return null;
  const entry = state.entries.find(({ stage }) => isHandedOver(definitions, stage));
  return entry?.since ?? state.stage.since;
}

function* leaksOf(lead: ReportLead, ready: number | null, scope: Scope): Generator<Audited> {
  const { state } = lead;
  const tries = state.attempts.filter(isTry);
  if (memberAt(scope.room, ownerAt(lead, scope.now), scope.now)?.active !== true) yield 'no_owner';
  if (ready !== null && tries.length === 0) yield 'never_tried';
  if (ready !== null && isLate(lead, ready, tries, scope)) yield 'tried_late';
  if (state.source === null) yield 'no_source';
  if (tries.some(({ outcome }) => outcome === 'bounced' || outcome === 'wrong_person')) yield 'bounced';
  if (state.optedOut.length > 0) yield 'refused';
}

/** By a person, though nobody here knew them then: what is imported was done before they joined. */
function isTry({ automatic, withdrawn, refused }: Attempt): boolean {
  return !automatic && !withdrawn && !refused;
}

/** The first try since it was ready came after the first response would have been due. */
function isLate(
  { story }: ReportLead,
  ready: number,
  tries: readonly Attempt[],
  { history, now }: Scope,
): boolean {
  const first = tries.find(({ at }) => at >= ready);
  if (first === undefined) return false;
  const version = versionAt(history, now);
  const context = contextOf(story, version.definitions);
  const choice = choosePolicy(
    { verdict: (when) => evaluate(when, context) },
    version,
    'first_response',
    ready,
  );
  if (typeof choice === 'string') return false;
  const due = dueAt(choice.calendar, ready, choice.policy.target);
  return due !== null && first.at > due;
}
