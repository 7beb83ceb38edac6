/** Publishes the draft: why, and what becomes of deadlines and leads that were promised otherwise. */
import { useState } from 'preact/hooks';
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import { useAddress } from '../address.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import type { DraftProps } from './Draft.tsx';
import { type DraftView, publishDraft } from './resources.ts';

interface Props extends DraftProps {
  readonly draft: DraftView;
  readonly onClose: () => void;
}

export function PublishDialog({ draft, words, onClose }: Props) {
  const { words: common } = useSession();
  const { go } = useAddress();
  const [note, setNote] = useState('');
  const [choices, setChoices] = useState<PublishChoices>({ leads: 'stay', clocks: 'new' });
  const { run, busy, failure } = useDeed(publishDraft);
  const { publish: said } = words;
  const publish = async () => {
    const answer = await run({ note, choices });
    if (answer.ok) go('/console/agreement');
  };
  return (
    <Dialog title={said.title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        {draft.complete ? null : <p class="notice">{said.trial}</p>}
        <Field label={said.note} hint={said.noteHint} wrong={failure?.fields['/note']}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={2_000}
              value={note}
              onInput={({ currentTarget }) => setNote(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={said.clocks}>
          {(control) => (
            <Select
              control={control}
              value={choices.clocks}
              options={[
                ['new', said.clocksNew],
                ['running', said.clocksRunning],
              ]}
              onChoose={(clocks) => setChoices({ ...choices, clocks })}
            />
          )}
        </Field>
        <Field label={said.leads}>
          {(control) => (
            <Select
              control={control}
              value={choices.leads}
              options={[
                ['stay', said.leadsStay],
                ['moveBack', said.leadsMoveBack],
              ]}
              onChoose={(leads) => setChoices({ ...choices, leads })}
            />
          )}
        </Field>
        {failure ? <Failed failure={failure} words={common} /> : null}
        <div class="buttons">
          <button type="submit" class="strong" disabled={busy}>
            {said.act}
          </button>
          <button type="button" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
