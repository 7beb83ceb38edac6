/**
 * One leaf of a criterion, compiled: its verdict, when time alone may change it, and how new the
 * evidence is that makes it met (STG4).
 */
import type { PredicateContext, SeenSignal } from './context.ts';
import { verdictOf } from './kleene.ts';
import type { Leaf, Verdict } from './predicate.ts';
import { compileSignalFilter, isWithin, leavesWindowAt } from './signalCount.ts';
import { foldDomain, foldText } from './text.ts';
import { compileValueTest, foldValue, hasValue } from './valueTest.ts';

/** What a leaf reads, so that callers know which facts can matter to it. */
export interface Needs {
  readonly fields: ReadonlySet<string>;
  readonly domains: boolean;
  readonly signals: boolean;
  readonly scores: boolean;
  readonly segments: ReadonlySet<string>;
  readonly personas: ReadonlySet<string>;
  readonly attempts: boolean;
  readonly stages: boolean;
  readonly account: boolean;
}

export interface CompiledNode {
  readonly evaluate: (context: PredicateContext) => Verdict;
  /** Earliest instant after `now` at which the verdict may change with no new fact; null = never. */
  readonly changesAt: (context: PredicateContext) => number | null;
  /** Time alone never changes the verdict: `changesAt` is always null. */
  readonly isStill: boolean;
  /** Newest evidence behind a met leaf; null when there is none to date. */
  readonly evidenceAt: (context: PredicateContext) => number | null;
  /** Whether time alone, scores apart, could turn it met, or unmet: only these need an alarm (CLK9). */
  readonly mayRise: boolean;
  readonly mayFall: boolean;
  /** Which way a score leaf in it points: towards more points, or fewer. */
  readonly wantsMorePoints: boolean;
  readonly wantsFewerPoints: boolean;
  readonly needs: Needs;
}

export const NO_NEEDS: Needs = {
  fields: new Set(),
  domains: false,
  signals: false,
  scores: false,
  segments: new Set(),
  personas: new Set(),
  attempts: false,
  stages: false,
  account: false,
};

const never = () => null;
const noPoints = { wantsMorePoints: false, wantsFewerPoints: false } as const;
const still = { changesAt: never, isStill: true, mayRise: false, mayFall: false, ...noPoints } as const;

export function compileLeaf(leaf: Leaf): CompiledNode {
  if ('field' in leaf) {
    const test = compileValueTest(leaf);
    return {
      ...still,
      evaluate: (context) => test(context.fields[leaf.field], context.list),
      evidenceAt: (context) => context.fieldSince[leaf.field] ?? null,
      needs: { ...NO_NEEDS, fields: new Set([leaf.field]) },
    };
  }
  if ('emailDomain' in leaf) return compileDomain(leaf.in, leaf.inList);
  if ('signal' in leaf) return compileSignal(leaf);
  if ('score' in leaf) return compileScore(leaf, 'score');
  if ('fit' in leaf) return compileScore(leaf, 'fit');
  if ('engagement' in leaf) return compileScore(leaf, 'engagement');
  if ('segment' in leaf) return compileGroup('segment', leaf.segment);
  if ('persona' in leaf) return compileGroup('persona', leaf.persona);
  if ('product' in leaf) {
    const wanted = foldText(leaf.product);
    return {
      ...still,
      evaluate: ({ fields: { product } }) =>
        hasValue(product) ? verdictOf(foldValue(product) === wanted) : 'unknown',
      evidenceAt: (context) => context.fieldSince['product'] ?? null,
      needs: { ...NO_NEEDS, fields: new Set(['product']) },
    };
  }
  if ('stageIs' in leaf) {
    return {
      ...still,
      evaluate: (context) => verdictOf(context.stage === leaf.stageIs),
      evidenceAt: never,
      needs: { ...NO_NEEDS, stages: true },
    };
  }
  if ('stageWas' in leaf) {
    return {
      ...still,
      evaluate: (context) => verdictOf(context.stagesWas.has(leaf.stageWas)),
      evidenceAt: never,
      needs: { ...NO_NEEDS, stages: true },
    };
  }
  if ('attempts' in leaf) return compileAttempts(leaf);
  return compileAccount(leaf.account);
}

/** Any one address is enough; a domain matches itself and its subdomains (PRD3). */
function compileDomain(listed: readonly string[] = [], inList: string | undefined): CompiledNode {
  const wanted = new Set(listed.map(foldDomain));
  return {
    ...still,
    evaluate: ({ domainNames, list }) => {
      if (domainNames.length === 0) return 'unknown';
      const others = inList === undefined ? undefined : list(inList);
      for (const name of domainNames) if (wanted.has(name) || others?.has(name) === true) return 'met';
      return 'unmet';
    },
    evidenceAt: (context) => context.domainsSince,
    needs: { ...NO_NEEDS, domains: true },
  };
}

type SignalLeaf = Extract<Leaf, { signal: string }>;

function compileSignal({ signal, where, times = 1, withinDays }: SignalLeaf): CompiledNode {
  const filter = compileSignalFilter(signal, where);
  const counted = (context: PredicateContext): readonly SeenSignal[] =>
    filter(context.signals, context.list).filter(({ at }) => isWithin(at, withinDays, context.now));
  return {
    evaluate: (context) => verdictOf(counted(context).length >= times),
    changesAt: (context) => {
      if (withinDays === undefined) return null;
      // The count falls below `times` when its `times`-th newest signal leaves the window.
      const last = counted(context).at(-times);
      return last === undefined ? null : leavesWindowAt(last.at, withinDays);
    },
    isStill: withinDays === undefined,
    evidenceAt: (context) => counted(context).at(-1)?.at ?? null,
    mayRise: false,
    mayFall: withinDays !== undefined,
    ...noPoints,
    needs: { ...NO_NEEDS, signals: true },
  };
}

function compileScore(
  { atLeast, atMost }: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  kind: 'score' | 'fit' | 'engagement',
): CompiledNode {
  return {
    evaluate: (context) => {
      const shown = context.score();
      if (shown === null) return 'unknown';
      return verdictOf(
        (atLeast === undefined || shown[kind] >= atLeast) && (atMost === undefined || shown[kind] <= atMost),
      );
    },
    changesAt: (context) => context.scoreChangesAt(),
    isStill: false,
    evidenceAt: (context) => context.scoreEvidenceAt(),
    mayRise: false,
    mayFall: false,
    wantsMorePoints: atLeast !== undefined,
    wantsFewerPoints: atMost !== undefined,
    needs: { ...NO_NEEDS, scores: true },
  };
}

function compileGroup(kind: 'segment' | 'persona', id: string): CompiledNode {
  return {
    evaluate: (context) => context[kind](id),
    changesAt: (context) => context.groupsChangeAt(),
    isStill: false,
    evidenceAt: (context) => context.groupEvidenceAt(kind, id),
    mayRise: true,
    mayFall: true,
    ...noPoints,
    needs: {
      ...NO_NEEDS,
      segments: new Set(kind === 'segment' ? [id] : []),
      personas: new Set(kind === 'persona' ? [id] : []),
    },
  };
}

type AttemptsLeaf = Extract<Leaf, { attempts: true }>;

/** Only genuine attempts count (ATT9). */
function compileAttempts({ outcome, channel, times }: AttemptsLeaf): CompiledNode {
  const counted = (context: PredicateContext) => countedAttempts(context, outcome, channel);
  return {
    ...still,
    evaluate: (context) => verdictOf(counted(context).length >= times),
    evidenceAt: (context) => counted(context).at(-1)?.at ?? null,
    needs: { ...NO_NEEDS, attempts: true },
  };
}

export function countedAttempts(
  { attempts }: PredicateContext,
  outcome: AttemptsLeaf['outcome'],
  channel: AttemptsLeaf['channel'],
): PredicateContext['attempts'] {
  return attempts.filter(
    (attempt) =>
      attempt.genuine &&
      (outcome === undefined || attempt.outcome === outcome) &&
      (channel === undefined || attempt.channel === channel),
  );
}

type AccountWanted = Extract<Leaf, { account: unknown }>['account'];

function compileAccount(wanted: AccountWanted): CompiledNode {
  return {
    ...still,
    evaluate: ({ account }) => {
      if (account === null) return 'unknown';
      const count = 'persona' in wanted ? account.personas[wanted.persona] : account.stages[wanted.stage];
      return verdictOf((count ?? 0) >= wanted.atLeast);
    },
    evidenceAt: ({ account }) => account?.at ?? null,
    needs: { ...NO_NEEDS, account: true },
  };
}
