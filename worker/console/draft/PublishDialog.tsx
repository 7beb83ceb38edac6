/** Publishes the draft: why, and what becomes of deadlines and leads that were promised otherwise. */
import { useState } from 'preact/hooks';
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import { useAddress } from '../address.ts';
import type { DraftView } from '../api/draft.ts';
import { useDeed } from '../api/hooks.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import type { DraftProps } from './Draft.tsx';
import { publishDraft } from './resources.ts';

interface Props extends DraftProps {
  readonly draft: DraftView;
  /** As it was tried. */
  readonly choices: PublishChoices;
  readonly onClose: () => void;
}

export function PublishDialog({ draft, words, onClose, ...props }: Props) {
  const { go } = useAddress();
  const [note, setNote] = useState('');
  const [choices, setChoices] = useState(props.choices);
  const { run, busy, failure } = useDeed(publishDraft);
  const { publish: said } = words;
  const publish = async () => {
    const answer = await run({ note, choices });
    if (answer.ok) go('/console/agreement');
  };
  return (
    <FormDialog
      title={said.title}
      act={said.act}
      disabled={busy}
      failure={failure}
      onSubmit={publish}
      onClose={onClose}
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
      <ChoiceFields words={words} choices={choices} onChoose={setChoices} />
    </FormDialog>
  );
}
