/** One side of a comparison: a share with its interval, money with its deals, or a count; each opens its leads. */
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import type { MetricInWindow } from '../../../shared/target/effect.ts';
import { useSession } from '../session.ts';
import { percent } from '../ui/numbers.ts';

/** How amounts are told. */
export interface Told {
  readonly format: ReturnType<typeof useSession>['format'];
  readonly language: ReturnType<typeof useSession>['language'];
  readonly words: LoopWords;
  readonly currency: string;
}

interface SideProps {
  readonly side: MetricInWindow;
  readonly to: string;
  readonly told: Told;
}

export function Side({ side, to, told: { format, language, words, currency } }: SideProps) {
  const { n, share, cents, withoutRate } = side;
  if (n === 0) return <span class="soft">–</span>;
  if (share)
    return (
      <>
        <a href={to}>{percent(language, share.share)}</a>{' '}
        <small class="soft">
          {words.n(format.number(n))} ·{' '}
          {words.effect.interval(percent(language, share.low), percent(language, share.high))}
        </small>
      </>
    );
  if (cents === null) return <a href={to}>{format.number(n)}</a>;
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
  return (
    <>
      <a href={to}>{money.format(cents / 100)}</a>{' '}
      <small class="soft">
        {words.n(format.number(n))}
        {withoutRate > 0 ? ` · ${format.plural(withoutRate, words.effect.withoutRate)}` : ''}
      </small>
    </>
  );
}
