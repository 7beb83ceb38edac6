/** Opens a session: which, when, who leads it. Its agenda is made at once. */
import { useState } from 'preact/hooks';
import type { SessionKind } from '../../../shared/protocol/proposals.ts';
import { useAddress } from '../address.ts';
import { useDeed } from '../api/hooks.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { MemberSelect } from './MemberSelect.tsx';
import { openSession } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly ground: Ground;
  /** Kinds of which one is open. */
  readonly taken: readonly SessionKind[];
  readonly onClose: () => void;
}

export function OpenDialog({ ground, taken, onClose }: Props) {
  const { go } = useAddress();
  const { words, version, today } = ground;
  const said = words.sessions;
  const kinds = (['session', 'review'] as const).filter((kind) => !taken.includes(kind));
  const [kind, setKind] = useState<SessionKind>(kinds[0] ?? 'session');
  const [heldOn, setHeldOn] = useState(today);
  const [referee, setReferee] = useState(version.definitions.handoff.referee ?? '');
  const { run, busy, failure } = useDeed(openSession);
  const open = async () => {
    const answer = await run({ kind, heldOn, ...(referee === '' ? {} : { referee }) });
    if (answer.ok) go(`/console/agreement/sessions/${answer.value.session.id}`);
  };
  return (
    <FormDialog
      title={said.openTitle}
      act={said.begin}
      disabled={busy}
      failure={failure}
      onSubmit={open}
      onClose={onClose}
    >
      <div class="pair">
        <Field label={said.kind}>
          {(control) => (
            <Select
              control={control}
              value={kind}
              options={kinds.map((one) => [one, said.kinds[one]] as const)}
              onChoose={setKind}
            />
          )}
        </Field>
        <Field label={said.heldOn} wrong={failure?.fields['/heldOn']}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              value={heldOn}
              onInput={({ currentTarget }) => setHeldOn(currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Field label={said.referee} wrong={failure?.fields['/referee']}>
        {(control) => (
          <MemberSelect
            control={control}
            people={ground.people}
            none={said.noReferee}
            value={referee}
            onChoose={setReferee}
          />
        )}
      </Field>
    </FormDialog>
  );
}
