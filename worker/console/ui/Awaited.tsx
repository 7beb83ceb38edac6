/** What stands where something read will be: what failed, that it is on its way, or that there is none of it. */
import type { Read } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from './Failed.tsx';
import { Skeleton } from './Skeleton.tsx';

interface Props {
  readonly read: Read<unknown>;
  /** Grey lines meanwhile. */
  readonly lines: number;
  /** What an empty list says; left out where it has something, or is not there yet. */
  readonly empty?: string | null | undefined;
}

export function Awaited({ read, lines, empty }: Props) {
  const { words } = useSession();
  return (
    <>
      {read.failure ? <Failed failure={read.failure} words={words} onRetry={read.reload} /> : null}
      {read.value === undefined && !read.failure ? (
        <Skeleton words={words} lines={lines} progress={read.progress} />
      ) : null}
      {empty ? <p class="empty">{empty}</p> : null}
    </>
  );
}
