/** Somebody is away: oneself, or whoever a manager says. */
import { useState } from 'preact/hooks';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { LocalTime } from '../ui/LocalTime.tsx';
import { Select } from '../ui/Select.tsx';
import { addAbsence } from './resources.ts';
import type { TeamProps } from './Team.tsx';

interface Props extends TeamProps {
  /** Empty: only oneself can be chosen. */
  readonly people: readonly MemberView[];
  readonly onClose: () => void;
}

export function AbsenceForm({ people, words, when, onClose }: Props) {
  const { me } = useSession();
  const begin = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const [memberId, setMember] = useState(me.memberId);
  const [from, setFrom] = useState(begin);
  const [until, setUntil] = useState(begin + DAY_MS);
  const [reason, setReason] = useState('');
  const { run, busy, failure } = useDeed(addAbsence);
  const save = async () => {
    const answer = await run({ memberId, from, until, ...(reason === '' ? {} : { reason }) });
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title={words.absences.add}
      act={words.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      {people.length > 0 ? (
        <Field label={words.absences.who} wrong={failure?.fields['/memberId']}>
          {(control) => (
            <Select
              control={control}
              value={memberId}
              options={people.map(({ id, name }) => [id, name] as const)}
              onChoose={setMember}
            />
          )}
        </Field>
      ) : null}
      <div class="pair">
        <Field label={words.absences.from} wrong={failure?.fields['/from']}>
          {(control) => (
            <LocalTime control={control} offsets={when.offsets} value={from} onChoose={setFrom} />
          )}
        </Field>
        <Field label={words.absences.until} wrong={failure?.fields['/until']}>
          {(control) => (
            <LocalTime control={control} offsets={when.offsets} value={until} onChoose={setUntil} />
          )}
        </Field>
      </div>
      <Field
        label={words.absences.reason}
        hint={words.absences.reasonHint}
        wrong={failure?.fields['/reason']}
      >
        {(control) => (
          <input
            {...control}
            maxLength={500}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
