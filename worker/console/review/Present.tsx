/** Who leads the session and who is there. */
import { useState } from 'preact/hooks';
import type { SessionView } from '../../../shared/protocol/proposals.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MemberSelect } from './MemberSelect.tsx';
import { patchSession } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly session: SessionView;
  readonly ground: Ground;
  readonly mayWrite: boolean;
}

export function Present({ session, ground, mayWrite }: Props) {
  const { format } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { words, nameOf } = ground;
  const said = words.meeting;
  const { referee, attendees } = session;
  return (
    <div class="present">
      <p>
        {referee === null ? said.ledByNobody : said.ledBy(nameOf(referee))}{' '}
        {attendees.length === 0 ? said.thereNobody : said.there(format.list(attendees.map(nameOf)))}
      </p>
      {mayWrite ? (
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {said.people}
        </button>
      ) : null}
      {isOpen ? <PeopleDialog session={session} ground={ground} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

interface DialogProps {
  readonly session: SessionView;
  readonly ground: Ground;
  readonly onClose: () => void;
}

function PeopleDialog({ session, ground, onClose }: DialogProps) {
  const [referee, setReferee] = useState(session.referee ?? '');
  const [there, setThere] = useState<ReadonlySet<string>>(new Set(session.attendees));
  const { run, busy, failure } = useDeed(patchSession);
  const { words, people } = ground;
  const save = async () => {
    const attendees = people.filter(({ id, active }) => active && there.has(id)).map(({ id }) => id);
    const answer = await run({ id: session.id, referee: referee === '' ? null : referee, attendees });
    if (answer.ok) onClose();
  };
  const toggle = (id: string) => {
    const next = new Set(there);
    if (!next.delete(id)) next.add(id);
    setThere(next);
  };
  return (
    <FormDialog
      title={words.meeting.people}
      act={words.decide.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={words.sessions.referee}>
        {(control) => (
          <MemberSelect
            control={control}
            people={people}
            none={words.sessions.noReferee}
            value={referee}
            onChoose={setReferee}
          />
        )}
      </Field>
      <fieldset>
        <legend>{words.pack.held.there}</legend>
        <div class="people">
          {people
            .filter(({ active }) => active)
            .map(({ id, name }) => (
              <label key={id} class="check">
                <input type="checkbox" checked={there.has(id)} onChange={() => toggle(id)} />
                {name}
              </label>
            ))}
        </div>
      </fieldset>
    </FormDialog>
  );
}
