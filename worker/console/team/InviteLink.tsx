/** A link by which a member signs in for the first time, or on another browser; shown to be handed on. */
import { useEffect, useState } from 'preact/hooks';
import { whenLong } from '../../../shared/ui/when.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { inviteMember } from './resources.ts';
import type { TeamProps } from './Team.tsx';

interface Props extends TeamProps {
  readonly member: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

export function InviteLink({ member, words, when, onClose }: Props) {
  const { words: common } = useSession();
  const { run, failure } = useDeed(inviteMember);
  const [made, setMade] = useState<{ link: string; expiresAt: number } | null>(null);
  const make = async () => {
    const answer = await run(member.id);
    if (answer.ok) setMade(answer.value);
  };
  useEffect(() => void make(), [member.id]);
  return (
    <Dialog title={words.people.inviteOf(member.name)} onClose={onClose}>
      {failure ? <Failed failure={failure} words={common} onRetry={() => void make()} /> : null}
      {made ? (
        <CopyField
          label={words.people.inviteLink}
          hint={words.people.inviteHint(whenLong(made.expiresAt, when))}
          text={made.link}
          copy={words.copy}
          copied={words.copied}
        />
      ) : failure ? null : (
        <Skeleton words={common} lines={2} />
      )}
      <div class="buttons">
        <button type="button" class="last" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}
