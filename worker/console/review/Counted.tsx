/** Over which days the agenda's figures are, as of when, and the way to count them anew. */
import type { SessionResponse } from '../../../shared/protocol/proposals.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { countAgain } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly held: SessionResponse;
  readonly ground: Ground;
  readonly mayWrite: boolean;
}

export function Counted({ held: { session, points }, ground, mayWrite }: Props) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(countAgain);
  const { words, dayOf, dateOf, timeOf } = ground;
  const said = words.meeting;
  return (
    <div class="counted">
      <p class="soft">
        {points === null
          ? said.notCounted
          : said.counted(
              dayOf(points.from),
              dayOf(points.to),
              `${dateOf(points.asOf)} ${timeOf(points.asOf)}`,
              points.version,
            )}{' '}
        {points?.trial ? words.pack.trial : null}
      </p>
      {mayWrite ? (
        <button type="button" class="quiet" disabled={busy} onClick={() => void run(session.id)}>
          {said.again}
        </button>
      ) : null}
      {failure ? <Failed failure={failure} words={common} /> : null}
    </div>
  );
}
