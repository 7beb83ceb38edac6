/** Closes a session, after saying what that means. */
import { useDeed } from '../api/hooks.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { closeSession } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly id: string;
  readonly ground: Ground;
  readonly onClose: () => void;
}

export function CloseDialog({ id, ground, onClose }: Props) {
  const { run, busy, failure } = useDeed(closeSession);
  const said = ground.words.meeting;
  const close = async () => {
    const answer = await run(id);
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title={said.closing}
      act={said.close}
      disabled={busy}
      failure={failure}
      onSubmit={close}
      onClose={onClose}
    >
      <p>{said.closingText}</p>
    </FormDialog>
  );
}
