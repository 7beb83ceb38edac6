/** A share with its n, as every percentage is shown (TGT5); no colour while there are too few. */
import type { Share } from '../../../shared/target/share.ts';
import { useSession } from '../session.ts';
import { percent, toneOf } from '../ui/numbers.ts';

interface Props {
  readonly share: Share;
  /** Where its leads are listed. */
  readonly to: string;
  /** Agreed, 0–1; null = none. */
  readonly goal?: number | null;
}

export function Worth({ share, to, goal = null }: Props) {
  const { language, format } = useSession();
  if (share.n === 0) return <span class="soft">–</span>;
  const tone = toneOf(share.share, share.n, goal);
  return (
    <>
      <a href={to} class={tone === '' ? undefined : `tone-${tone}`}>
        {percent(language, share.share)}
      </a>{' '}
      <small class="soft">n = {format.number(share.n)}</small>
    </>
  );
}

/** Of what is seldom, a share opens the few it is about; where there are none, all they are counted among. */
export function anyOf({ hits }: Share): true | undefined {
  return hits > 0 ? true : undefined;
}
