/** A person's data, downloaded or erased for good (PRI4). Who it is goes in the body, never in an address. */
import { useState } from 'preact/hooks';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Select } from '../ui/Select.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { Sure } from './Sure.tsx';
import { saveJson } from './saveFile.ts';
import { erasePerson, exportPerson } from './resources.ts';

export function Person({ words }: Pick<ConnectionsProps, 'words'>) {
  const { words: common, format } = useSession();
  const [by, setBy] = useState<'email' | 'phone'>('email');
  const [who, setWho] = useState('');
  const [isSure, setSure] = useState(false);
  const [told, setTold] = useState('');
  const exporting = useDeed(exportPerson);
  const erasing = useDeed(erasePerson);
  const { records: said } = words;
  const person = { [by]: who.trim() };
  const download = async () => {
    setTold('');
    const answer = await exporting.run(person);
    if (answer.ok) saveJson('person.json', answer.value);
  };
  const erase = async () => {
    setSure(false);
    setTold('');
    const answer = await erasing.run(person);
    if (!answer.ok) return;
    setTold(format.plural(answer.value.erased.length, said.erased));
    setWho('');
  };
  const failure = exporting.failure ?? erasing.failure;
  return (
    <Panel title={said.person} about={said.personAbout}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void download();
        }}
      >
        <div class="pair">
          <Field label={said.by}>
            {(control) => (
              <Select
                control={control}
                value={by}
                options={[
                  ['email', said.email],
                  ['phone', said.phone],
                ]}
                onChoose={setBy}
              />
            )}
          </Field>
          <Field label={said[by]} wrong={failure?.fields[`/${by}`]}>
            {(control) => (
              <input
                {...control}
                required
                inputMode={by === 'email' ? 'email' : 'tel'}
                autocomplete="off"
                value={who}
                onInput={({ currentTarget }) => setWho(currentTarget.value)}
              />
            )}
          </Field>
        </div>
        {failure ? <Failed failure={failure} words={common} /> : null}
        <p class="told" role="status">
          {told}
        </p>
        <div class="buttons">
          <button type="submit" disabled={exporting.busy}>
            {said.export}
          </button>
          <button
            type="button"
            class="danger"
            disabled={erasing.busy || who.trim() === ''}
            onClick={() => setSure(true)}
          >
            {said.erase}
          </button>
        </div>
      </form>
      {isSure ? (
        <Sure
          title={said.sure(who)}
          text={said.sureText}
          act={said.erase}
          onYes={() => void erase()}
          onClose={() => setSure(false)}
        />
      ) : null}
    </Panel>
  );
}
