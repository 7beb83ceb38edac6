/** The draft tried on all of today's leads, as a job with progress that can be stopped (DEF2). */
import { useEffect } from 'preact/hooks';
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import { SECOND_MS } from '../../../shared/time.ts';
import type { DraftView } from '../api/draft.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { DraftProps } from './Draft.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import { Outlook } from './Outlook.tsx';
import { cancelJob, jobNumbered, previewIn, startPreview } from './resources.ts';

interface Props extends DraftProps {
  readonly draft: DraftView;
  readonly mayRun: boolean;
  readonly choices: PublishChoices;
  readonly onChoices: (choices: PublishChoices) => void;
  /** The last one begun, kept while somebody looks at another part of the draft. */
  readonly job: string | null;
  readonly onJob: (job: string) => void;
}

const LOOK_AGAIN_MS = SECOND_MS / 2;

export function Preview({ draft, mayRun, job, onJob, choices, onChoices, ...props }: Props) {
  const { words: common, language, format } = useSession();
  const starting = useDeed(startPreview);
  const stopping = useDeed(cancelJob);
  const followed = useQuery(job === null ? null : jobNumbered(job));
  const running = followed.value?.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(followed.reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, followed.reload]);
  const run = async (wanted = choices) => {
    const answer = await starting.run({ choices: wanted, language });
    if (answer.ok) onJob(answer.value.job);
  };
  const { words } = props;
  const result = previewIn(followed.value);
  const failure = starting.failure ?? stopping.failure ?? followed.failure;
  const { done = 0, total = null } = followed.value ?? {};
  return (
    <Panel
      title={result ? format.plural(result.leads, words.preview.title) : words.preview.untried}
      about={words.preview.about}
      actions={
        running && job !== null ? (
          <button type="button" disabled={stopping.busy} onClick={() => void stopping.run(job)}>
            {words.preview.cancel}
          </button>
        ) : (
          <button type="button" disabled={!mayRun || starting.busy} onClick={() => void run()}>
            {result ? words.preview.again : words.preview.run}
          </button>
        )
      }
    >
      <div class="choices">
        <ChoiceFields
          words={words}
          choices={choices}
          onChoose={(next) => {
            onChoices(next);
            // What is shown is what was chosen.
            if (result && mayRun && !running) void run(next);
          }}
        />
      </div>
      {failure ? <Failed failure={failure} words={common} /> : null}
      {followed.value?.failure ? <p class="failed">{followed.value.failure}</p> : null}
      {running ? <progress max={total ?? 1} value={done} aria-label={words.preview.run} /> : null}
      {result && result.draft !== draft.hash ? <p class="minor">{words.preview.old}</p> : null}
      {result && job !== null ? <Outlook {...props} result={result} job={job} /> : null}
    </Panel>
  );
}
