/** Writes what was tried into the draft both sides sign, after saying what it would write (DEF1). */
import { useState } from 'preact/hooks';
import type { Plan } from '../../../shared/target/whatIf.ts';
import { draft, draftFrom, type DraftView, saveDraft } from '../api/draft.ts';
import type { Answer } from '../api/failure.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Aims, written, type Written } from './draftGoals.ts';
import type { Part } from './part.ts';

interface Props extends Part {
  readonly plan: Plan;
  readonly labelOf: (segment: string) => string;
}

export function WriteGoals(props: Props) {
  const { words } = props;
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <div class="buttons">
      <button
        type="button"
        onClick={() => {
          setDone(false);
          setOpen(true);
        }}
      >
        {words.write.act}
      </button>
      <p role="status" class="told">
        {isDone ? (
          <>
            {words.write.done} <a href="/console/agreement/draft">{words.write.open}</a>
          </>
        ) : null}
      </p>
      {isOpen ? (
        <WriteDialog
          {...props}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setDone(true);
          }}
        />
      ) : null}
    </div>
  );
}

interface DialogProps extends Props {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function WriteDialog({ plan, version, words, labelOf, money, onClose, onDone }: DialogProps) {
  const { words: common, format } = useSession();
  const read = useQuery(draft);
  const said = words.write;
  const { run, busy, failure } = useDeed(
    async (
      { base, aims }: { base: DraftView | null; aims: Aims },
      key: string,
    ): Promise<Answer<DraftView>> => {
      // Where nobody began a draft yet, it begins from what is in force.
      const begun = base === null ? await draftFrom(version.version, `${key}-begun`) : null;
      if (begun && !begun.ok) return begun;
      const on = begun?.value ?? base;
      const definitions = { ...(on?.definitions ?? version.definitions), ...aims };
      return saveDraft({ definitions, on: on?.hash ?? null }, key);
    },
  );
  const base = read.value;
  const aims = base === undefined ? null : Aims.safeParse(base?.definitions ?? version.definitions).data;
  const plans = aims ? written(aims, plan) : null;
  const isSame = plans !== null && plans.goal === null && plans.quotas.length === 0;
  const isStale = failure?.problem?.status === 412;
  return (
    <FormDialog
      title={said.title}
      act={said.confirm}
      disabled={busy || base === undefined || plans === null || isSame}
      failure={isStale ? null : (failure ?? read.failure)}
      onClose={onClose}
      onSubmit={async () => {
        if (base === undefined || !plans) return;
        const answer = await run({ base, aims: plans.aims });
        if (answer.ok) onDone();
      }}
    >
      {base === undefined ? (
        read.failure ? null : (
          <Skeleton words={common} lines={3} />
        )
      ) : plans === null ? (
        <p class="wrong">{said.faulty}</p>
      ) : (
        <Lines plans={plans} {...{ words, format, labelOf, money }} />
      )}
      {isStale ? (
        <p role="alert" class="wrong">
          {said.changed}
        </p>
      ) : null}
      <p class="soft">{said.about}</p>
    </FormDialog>
  );
}

interface LinesProps extends Pick<Props, 'words' | 'labelOf' | 'money'> {
  readonly plans: Written;
  readonly format: ReturnType<typeof useSession>['format'];
}

function Lines({ plans: { goal, quotas, hasNumber }, words: { write }, format, labelOf, money }: LinesProps) {
  if (goal === null && quotas.length === 0)
    return <p class="soft">{hasNumber ? write.same : write.nothing}</p>;
  const amount = (value: number) => money(value * 100);
  return (
    <ul class="entries">
      {goal === null ? null : (
        <li>
          {write.goal(format.number(goal.target), goal.before === null ? null : format.number(goal.before))}
        </li>
      )}
      {quotas.map((quota) => (
        <li key={quota.segment}>
          {write.quota(
            labelOf(quota.segment),
            amount(quota.amount),
            quota.before === null ? null : amount(quota.before),
          )}
        </li>
      ))}
    </ul>
  );
}
