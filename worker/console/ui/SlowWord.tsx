/**
 * Said after a second, and not before, to whoever does not see grey lines or faded figures: what is asked
 * for is on its way. The place is there from the beginning, since only what changes in it is read out.
 */
import { useEffect, useState } from 'preact/hooks';
import { SECOND_MS } from '../../../shared/time.ts';

interface Props {
  readonly busy: boolean;
  readonly text: string;
}

export function SlowWord({ busy, text }: Props) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), SECOND_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <p role="status" class="unseen">
      {busy && slow ? text : ''}
    </p>
  );
}
