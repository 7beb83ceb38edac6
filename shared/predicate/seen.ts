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

type See = (context: PredicateContext) => Seen;

/** What the leaf wants is worked out once, what it sees for every lead. */
export function compileSeen(leaf: Leaf): See {
  if ('field' in leaf) return fieldValue(leaf.field, wantedBy(leaf));
  if ('emailDomain' in leaf) {
    const [operator, value] = leaf.inList === undefined ? ['in', leaf.in] : ['inList', leaf.inList];
    const wanted = { operator: `${operator}`, value };
    return ({ domains }) => valueOf(domains, wanted);
  }
  if ('signal' in leaf) {
    const { withinDays } = leaf;
    const filter = compileSignalFilter(leaf.signal, leaf.where);
    const wanted = atLeast(leaf.times ?? 1);
    return ({ signals, list, now }) =>
      countOf(
        filter(signals, list).filter(({ at }) => isWithin(at, withinDays, now)),
        wanted,
      );
  }
  if ('score' in leaf) return shown('score', leaf);
  if ('fit' in leaf) return shown('fit', leaf);
  if ('engagement' in leaf) return shown('engagement', leaf);
  if ('segment' in leaf) return own('segment', leaf.segment);
  if ('persona' in leaf) return own('persona', leaf.persona);
  if ('product' in leaf) return fieldValue('product', { operator: 'is', value: leaf.product });
  if ('stageIs' in leaf) {
    const wanted = { operator: 'is', value: leaf.stageIs };
    return ({ stage }) => valueOf(stage, wanted);
  }
  if ('stageWas' in leaf) {
    const wanted = { operator: 'contains', value: leaf.stageWas };
    return ({ stagesWas }) => valueOf([...stagesWas], wanted);
  }
  if ('attempts' in leaf) {
    const wanted = atLeast(leaf.times);
    return (context) => countOf(countedAttempts(context, leaf.outcome, leaf.channel), wanted);
  }
  return counted(leaf.account);
}

function counted(account: Extract<Leaf, { account: unknown }>['account']): See {
  const wanted = atLeast(account.atLeast);
  return ({ account: known }) => {
    const count = 'persona' in account ? known?.personas[account.persona] : known?.stages[account.stage];
    return valueOf(known === null ? null : (count ?? 0), wanted);
  };
}

function fieldValue(field: string, wanted: Seen['wanted']): See {
  return ({ fields }) => valueOf(valueOrNull(fields[field]), wanted);
}

function own(kind: 'segment' | 'persona', id: string): See {
  const wanted = { operator: 'is', value: id };
  return (context) => valueOf(context.own(kind), wanted);
}

function shown(kind: 'score' | 'fit' | 'engagement', { atLeast, atMost }: Bounds): See {
  const wanted = { operator: atLeast === undefined ? 'atMost' : 'atLeast', value: atLeast ?? atMost };
  return (context) => valueOf(context.score()?.[kind] ?? null, wanted);
}

interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

function atLeast(value: number): Seen['wanted'] {
  return { operator: 'atLeast', value };
}

function valueOrNull(value: Scalar | undefined): Scalar | null {
  return hasValue(value) ? value : null;
}

function valueOf(seen: Seen['seen'], wanted: Seen['wanted']): Seen {
  return { seen, wanted, counted: null, newest: null };
}

function countOf(counted: readonly { readonly at: number }[], wanted: Seen['wanted']): Seen {
  return {
    seen: counted.length,
    wanted,
    counted: counted.length,
    newest: counted.at(-1)?.at ?? null,
  };
}
