/** Writes down what was decided: in words, who sees to it by when, and who decided. */
import { useState } from 'preact/hooks';
import type { DecisionRequest, SessionView } from '../../../shared/protocol/proposals.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import type { Item } from './agenda.ts';
import { MemberSelect } from './MemberSelect.tsx';
import { decide } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly session: SessionView;
  /** Null: about nothing on the agenda. */
  readonly item: Item | null;
  readonly ground: Ground;
  readonly onClose: () => void;
}

type Outcome = DecisionRequest['outcome'];
const OUTCOMES = ['adopted', 'rejected', 'deferred'] as const;

export function DecideDialog({ session, item, ground, onClose }: Props) {
  const { me } = useSession();
  const [outcome, setOutcome] = useState<Outcome>('adopted');
  const [text, setText] = useState('');
  const [owner, setOwner] = useState(me.memberId);
  const [dueOn, setDueOn] = useState('');
  const [referee, setReferee] = useState(session.referee ?? '');
  const { run, busy, failure } = useDeed(decide);
  const said = ground.words.decide;
  const save = async () => {
    const answer = await run({
      id: session.id,
      ...item?.ref,
      outcome,
      text,
      owner,
      ...(dueOn === '' ? {} : { dueOn }),
      ...(referee === '' ? {} : { referee }),
    });
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title={item?.title ?? said.title}
      act={said.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={said.outcome}>
        {(control) => (
          <Select
            control={control}
            value={outcome}
            options={OUTCOMES.map((one) => [one, said.outcomes[one]] as const)}
            onChoose={setOutcome}
          />
        )}
      </Field>
      <Field label={said.text} hint={said.textHint} wrong={failure?.fields['/text']}>
        {(control) => (
          <textarea
            {...control}
            required
            rows={3}
            maxLength={2_000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={said.owner} wrong={failure?.fields['/owner']}>
          {(control) => (
            <MemberSelect control={control} people={ground.people} value={owner} onChoose={setOwner} />
          )}
        </Field>
        <Field label={said.dueOn} wrong={failure?.fields['/dueOn']}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={dueOn}
              onInput={({ currentTarget }) => setDueOn(currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Field label={said.referee} wrong={failure?.fields['/referee']}>
        {(control) => (
          <MemberSelect
            control={control}
            people={ground.people}
            none={said.together}
            value={referee}
            onChoose={setReferee}
          />
        )}
      </Field>
    </FormDialog>
  );
}
