/** What a leaf looked at, in values a screen can show: seen, wanted, how many and how new (PRD4). */
import type { Scalar } from '../lead/facts.ts';
import type { PredicateContext } from './context.ts';
import { countedAttempts } from './leaf.ts';
import type { Leaf } from './predicate.ts';
import { compileSignalFilter, isWithin } from './signalCount.ts';
import { hasValue, wantedBy } from './valueTest.ts';

export interface Seen {
  /** The value seen; null when there is none. */
  readonly seen: Scalar | readonly string[] | null;
  /** Operator of the leaf and the value it wants. */
  readonly wanted: { readonly operator: string; readonly value: unknown };
  /** Signals or attempts counted, and the newest of them; null where nothing is counted. */
  readonly counted: number | null;
  readonly newest: number | null;
}

export function seenBy(leaf: Leaf, context: PredicateContext): Seen {
  if ('field' in leaf) return valueOf(valueOrNull(context.fields[leaf.field]), wantedBy(leaf));
  if ('emailDomain' in leaf) {
    const wanted = leaf.inList === undefined ? leaf.in : leaf.inList;
    return valueOf(context.domains, { operator: leaf.inList === undefined ? 'in' : 'inList', value: wanted });
  }
  if ('signal' in leaf) {
    const counted = compileSignalFilter(leaf.signal, leaf.where)(context.signals, context.list).filter(
      ({ at }) => isWithin(at, leaf.withinDays, context.now),
    );
    return countOf(counted, leaf.times ?? 1);
  }
  if ('score' in leaf) return boundOf(leaf, context.score()?.score ?? null);
  if ('fit' in leaf) return boundOf(leaf, context.score()?.fit ?? null);
  if ('engagement' in leaf) return boundOf(leaf, context.score()?.engagement ?? null);
  if ('segment' in leaf) return valueOf(context.own('segment'), { operator: 'is', value: leaf.segment });
  if ('persona' in leaf) return valueOf(context.own('persona'), { operator: 'is', value: leaf.persona });
  if ('product' in leaf) {
    return valueOf(valueOrNull(context.fields['product']), { operator: 'is', value: leaf.product });
  }
  if ('stageIs' in leaf) return valueOf(context.stage, { operator: 'is', value: leaf.stageIs });
  if ('stageWas' in leaf) {
    return valueOf([...context.stagesWas], { operator: 'contains', value: leaf.stageWas });
  }
  if ('attempts' in leaf) return countOf(countedAttempts(context, leaf.outcome, leaf.channel), leaf.times);
  const { account } = leaf;
  const count =
    'persona' in account
      ? context.account?.personas[account.persona]
      : context.account?.stages[account.stage];
  return valueOf(context.account === null ? null : (count ?? 0), {
    operator: 'atLeast',
    value: account.atLeast,
  });
}

function valueOrNull(value: Scalar | undefined): Scalar | null {
  return hasValue(value) ? value : null;
}

function valueOf(seen: Seen['seen'], wanted: Seen['wanted']): Seen {
  return { seen, wanted, counted: null, newest: null };
}

function boundOf(
  { atLeast, atMost }: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  seen: number | null,
): Seen {
  const operator = atLeast === undefined ? 'atMost' : 'atLeast';
  return valueOf(seen, { operator, value: atLeast ?? atMost });
}

function countOf(counted: readonly { readonly at: number }[], times: number): Seen {
  return {
    seen: counted.length,
    wanted: { operator: 'atLeast', value: times },
    counted: counted.length,
    newest: counted.at(-1)?.at ?? null,
  };
}
