/** A first agreement, proposed and on trial: what there is of it, and the way back to none. */
import { whenShort } from '../../../shared/ui/when.ts';
import { useCache } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { SaidLine } from '../ui/SaidLine.tsx';
import { useDoing } from '../ui/useDoing.ts';
import type { StepProps } from './FirstWeek.tsx';
import { discard, putBack } from './resources.ts';
import { Step } from './Step.tsx';

export const PROPOSE = '/console/agreement/first-week/propose';

export function TrialStep({ words, week, standing, people, when, nameOf }: StepProps) {
  const { words: common } = useSession();
  const cache = useCache();
  const doing = useDoing();
  const { trial: said } = words;
  const { draft } = week;
  const failed = (kind: keyof typeof common.failures) =>
    ({ text: common.failures[kind], tone: 'late', back: null }) as const;

  const keep = (definitions: unknown) =>
    void doing.now(common.loading, async () => {
      const answer = await putBack(definitions);
      cache.moved();
      return answer.ok ? { text: said.kept, tone: 'ok', back: null } : failed(answer.failure.kind);
    });
  const throwAway = (hash: string) =>
    void doing.now(said.discarding, async () => {
      const answer = await discard(hash);
      cache.moved();
      if (!answer.ok) return failed(answer.failure.kind);
      const { definitions } = answer.value;
      return { text: said.discarded, tone: 'ok', back: () => keep(definitions) };
    });

  return (
    <Step
      id="trial"
      words={words}
      standing={standing}
      people={people}
      href={PROPOSE}
      undo={
        <>
          {said.undoText}
          {draft === null ? null : (
            <button type="button" disabled={doing.busy} onClick={() => throwAway(draft.hash)}>
              {said.discard}
            </button>
          )}
        </>
      }
    >
      {week.trial ? <p>{said.inTrial(week.version)}</p> : null}
      {draft === null ? null : <p>{said.drafted(nameOf(draft.author), whenShort(draft.savedAt, when))}</p>}
      <SaidLine said={doing.said} />
      <div class="buttons">
        <a class={standing === 'now' ? 'button strong' : 'button'} href={PROPOSE}>
          {draft === null && week.trial ? said.propose : said.proposeAgain}
        </a>
      </div>
    </Step>
  );
}
