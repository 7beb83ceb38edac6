/** Declares a period closed: for a team by its manager, for everybody by an admin. */
import { useState } from 'preact/hooks';
import type { TeamView } from '../../../shared/protocol/people.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { useDeed } from '../api/hooks.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { LocalTime } from '../ui/LocalTime.tsx';
import { Select } from '../ui/Select.tsx';
import { declareClosure } from './resources.ts';
import type { TeamProps } from './Team.tsx';

interface Props extends TeamProps {
  /** Those whose hours may be closed. */
  readonly teams: readonly TeamView[];
  readonly forAll: boolean;
  readonly onClose: () => void;
  readonly onDeclared: () => void;
}

export function ClosureForm({ teams, forAll, words, when, onClose, onDeclared }: Props) {
  const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const [team, setTeam] = useState(forAll ? '' : (teams[0]?.id ?? ''));
  const [start, setStart] = useState(hour);
  const [end, setEnd] = useState(hour + 2 * HOUR_MS);
  const [reason, setReason] = useState('');
  const { run, busy, failure } = useDeed(declareClosure);
  const { closures: said } = words;
  const save = async () => {
    const answer = await run({ ...(team === '' ? {} : { team }), start, end, reason });
    if (answer.ok) onDeclared();
  };
  const options = teams.map(({ id, label }) => [id, label] as const);
  return (
    <FormDialog
      title={said.add}
      act={words.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={said.whom} wrong={failure?.fields['/team']}>
        {(control) => (
          <Select
            control={control}
            value={team}
            options={forAll ? [['', said.everybody] as const, ...options] : options}
            onChoose={setTeam}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={said.start} wrong={failure?.fields['/start']}>
          {(control) => (
            <LocalTime control={control} offsets={when.offsets} value={start} onChoose={setStart} />
          )}
        </Field>
        <Field label={said.end} wrong={failure?.fields['/end']}>
          {(control) => <LocalTime control={control} offsets={when.offsets} value={end} onChoose={setEnd} />}
        </Field>
      </div>
      <Field label={said.reason} hint={said.reasonHint} wrong={failure?.fields['/reason']}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={500}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
