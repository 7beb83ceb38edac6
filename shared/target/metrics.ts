/**
 * The metrics both sides' goals are kept over (TGT3), each as dated events of one lead, so that a goal,
 * a pace and the effect of a version all count the same thing.
 */
import { placeOf } from '../stage/order.ts';
import type { Definitions } from '../definitions/definitions.ts';
import { earliest } from '../time.ts';
import { dealsOf } from './deals.ts';
import { countedHandoffs, deliveredHandoffs, isBriefed, isOutbound } from './handoffs.ts';
import type { KeptLead } from './keptLead.ts';
import type { Scope } from './scope.ts';
import { workOf } from './work.ts';

/** `count`: how many. `share`: hits of n, goals in percent. `money`: hundredths, goals in whole currency. */
export const METRICS = {
  mqls: 'count',
  sals: 'count',
  sqls: 'count',
  acceptance_rate: 'share',
  brief_completeness: 'share',
  mql_to_sql: 'share',
  first_response: 'share',
  worked: 'share',
  pipeline: 'money',
  revenue: 'money',
} as const;
export type Metric = keyof typeof METRICS;

export function isMetric(metric: string): metric is Metric {
  return Object.hasOwn(METRICS, metric);
}

export interface MetricEvent {
  readonly at: number;
  readonly hit: boolean;
  /** Money: hundredths; null = no rate for its date. Else null. */
  readonly cents: number | null;
}

/** Events of one lead, with no outcome later than `until`, so that two windows can be compared fairly. */
export function metricEvents(
  metric: Metric,
  lead: KeptLead,
  scope: Scope,
  until = Infinity,
): readonly MetricEvent[] {
  switch (metric) {
    case 'mqls':
      return deliveredHandoffs(lead).map(({ draft }) => counted(draft.openedAt));
    case 'sals':
      return firstAnswers(lead).flatMap(({ at, hit }) => (hit ? [counted(at)] : []));
    case 'sqls':
      return deliveredHandoffs(lead).flatMap(({ draft }) => {
        const at = qualifiedAt(lead, draft.openedAt, scope.definitions);
        return at === null ? [] : [counted(at)];
      });
    case 'acceptance_rate':
      return firstAnswers(lead);
    case 'brief_completeness':
      return deliveredHandoffs(lead).map(({ draft }) => {
        const { required } = scope.definitions.handoff.brief;
        return event(draft.openedAt, isBriefed(lead, required, draft.openedAt));
      });
    case 'mql_to_sql':
      return deliveredHandoffs(lead).map(({ draft }) => {
        const at = qualifiedAt(lead, draft.openedAt, scope.definitions);
        return event(draft.openedAt, at !== null && at < until);
      });
    case 'first_response':
      return firstResponses(lead);
    case 'worked':
      return countedHandoffs(lead).flatMap((handoff) => {
        const work = workOf(lead, handoff, { ...scope, now: Math.min(scope.now, until) });
        return work === null || work.status === 'in_progress'
          ? []
          : [event(work.at, work.status === 'worked')];
      });
    case 'pipeline':
      return sourcedDeals(lead, scope).map(({ openedAt, cents }) => ({ at: openedAt, hit: true, cents }));
    case 'revenue':
      return sourcedDeals(lead, scope)
        .filter(({ outcome }) => outcome === 'won')
        .map(({ at, cents }) => ({ at, hit: true, cents }));
  }
}

/** First stage that is sales' own judgement: `sql`, else the one after acceptance. */
export function qualifiedStage(definitions: Definitions): string | null {
  const { stages, handoff } = definitions;
  const named = stages.find(({ id }) => id === 'sql');
  const place = placeOf(definitions, handoff.acceptedStage ?? handoff.stage);
  return (named ?? stages[place + 1])?.id ?? null;
}

/** First entry into that stage or beyond since a hand-off and before the next; null = none. */
function qualifiedAt({ state }: KeptLead, from: number, definitions: Definitions): number | null {
  const stage = qualifiedStage(definitions);
  if (stage === null) return null;
  const wanted = placeOf(definitions, stage);
  const next = earliest(state.handoffs.map(({ openedAt }) => (openedAt > from ? openedAt : null)));
  const entry = state.entries.find(
    ({ stage, at }) => at >= from && (next === null || at < next) && placeOf(definitions, stage) >= wanted,
  );
  return entry?.at ?? null;
}

/** First standing answer of each hand-off sales owed; an overturned return leaves the statistics (HOF5). */
function firstAnswers(lead: KeptLead): readonly MetricEvent[] {
  return deliveredHandoffs(lead).flatMap(({ draft, start }) => {
    const first = draft.answers.find(({ at }) => at >= start);
    return first === undefined ? [] : [event(first.at, first.answer === 'accepted')];
  });
}

/** Clocks that were met or missed, at the instant that was known. */
function firstResponses({ state }: KeptLead): readonly MetricEvent[] {
  return state.clocks.flatMap(({ kind, trial, status, dueAt, endedAt }) => {
    if (kind !== 'first_response' || trial) return [];
    if (status === 'met' && endedAt !== null) return [event(endedAt, true)];
    const isLate = status === 'breached' || status === 'met_late';
    return isLate && dueAt !== null ? [event(dueAt, false)] : [];
  });
}

/** Deals of leads marketing handed over. */
function sourcedDeals(lead: KeptLead, scope: Scope): ReturnType<typeof dealsOf> {
  return isOutbound(lead) || lead.state.handoffs.length === 0 ? [] : dealsOf(lead, scope);
}

function counted(at: number): MetricEvent {
  return event(at, true);
}

function event(at: number, hit: boolean): MetricEvent {
  return { at, hit, cents: null };
}
