/** Releasing the backlog in lots (TRI2): what it would be is said before it begins. */
import { useEffect, useState } from 'preact/hooks';
import { leftWords } from '../../../shared/messages/backlog/index.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import {
  type BacklogFilter,
  ReleaseResponse,
  type ReleaseRequest,
} from '../../../shared/protocol/backlog.ts';
import type { Failure } from '../api/failure.ts';
import { request } from '../api/request.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

interface Props {
  readonly filter: BacklogFilter;
  readonly words: LeadsWords;
  readonly onClose: () => void;
  /** It has begun, with so many leads in it. */
  readonly onStarted: (leads: number) => void;
}

const USUAL = 20;

function release(body: ReleaseRequest, signal?: AbortSignal) {
  return request(ReleaseResponse, 'POST /v1/backlog/release', { body, key: crypto.randomUUID(), signal });
}

export function ReleaseDialog({ filter, words: { deeds, shown }, onClose, onStarted }: Props) {
  const { format } = useSession();
  const [perOwner, setPerOwner] = useState(USUAL);
  const [plan, setPlan] = useState<ReleaseResponse | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isGood = Number.isInteger(perOwner) && perOwner >= 1 && perOwner <= 500;
  const asked = JSON.stringify(filter);
  useEffect(() => {
    if (!isGood) return;
    const leaving = new AbortController();
    release({ perOwner, filter, dryRun: true }, leaving.signal).then(
      (answer) => {
        setPlan(answer.ok ? answer.value : null);
        setFailure(answer.ok ? null : answer.failure);
      },
      () => undefined,
    );
    return () => leaving.abort();
  }, [perOwner, asked]);
  const start = async () => {
    const answer = await release({ perOwner, filter });
    if (answer.ok) onStarted(answer.value.leads);
    else setFailure(answer.failure);
  };
  return (
    <FormDialog
      title={deeds.release}
      act={deeds.start}
      disabled={!plan || plan.leads === 0}
      failure={failure}
      onSubmit={start}
      onClose={onClose}
    >
      <Field label={deeds.perOwner}>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={500}
            required
            value={perOwner}
            onInput={({ currentTarget }) => setPerOwner(currentTarget.valueAsNumber)}
          />
        )}
      </Field>
      <p role="status">
        {plan && isGood
          ? deeds.wouldRelease(
              format.plural(plan.leads, shown),
              plan.openDays === null ? '–' : format.plural(plan.openDays, deeds.openDays),
            )
          : null}{' '}
        {plan && isGood ? leftWords(plan.left, format) : null}
      </p>
    </FormDialog>
  );
}
