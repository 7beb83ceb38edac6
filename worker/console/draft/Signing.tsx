/** Who has signed what is read here, and the way to sign and to publish it (DEF4). */
import { useState } from 'preact/hooks';
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import { firstWeekWords } from '../../../shared/messages/firstWeek/index.ts';
import type { DraftView } from '../api/draft.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import type { DraftProps } from './Draft.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { signDraft } from './resources.ts';

interface Props extends DraftProps {
  readonly draft: DraftView;
  readonly choices: PublishChoices;
  /** Nothing waits to be saved, and nothing is wrong with it. */
  readonly mayPublish: boolean;
}

export function Signing({ draft, mayPublish, ...props }: Props) {
  const { me, words: common, language } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { run, busy, failure } = useDeed(signDraft);
  const { words, nameOf } = props;
  const { signers } = draft.definitions;
  const hasSigned = (member: string) => draft.signatures.some((signature) => signature.member === member);
  const isWhole = signers.length > 0 && signers.every(({ member }) => hasSigned(member));
  const isAsked = signers.some(({ member }) => member === me.memberId) && !hasSigned(me.memberId);
  return (
    <>
      {signers.length === 0 ? <span class="tag risk">{words.noSigners}</span> : null}
      {signers.map(({ side, member }) => {
        const says = hasSigned(member) ? words.signed : words.missing;
        return (
          <span key={member} class={hasSigned(member) ? 'tag ok' : 'tag risk'}>
            {says(words.sides[side], nameOf(member))}
          </span>
        );
      })}
      {isAsked ? (
        <button type="button" disabled={busy || !mayPublish} onClick={() => void run(draft.hash)}>
          {words.sign}
        </button>
      ) : null}
      {me.role === 'admin' ? (
        <button type="button" class="strong" disabled={!mayPublish} onClick={() => setOpen(true)}>
          {words.publish.act}
        </button>
      ) : null}
      {isWhole && me.role !== 'admin' ? (
        <span class="minor">{firstWeekWords(language).activate.ready}</span>
      ) : null}
      {failure ? <Failed failure={failure} words={common} /> : null}
      {isOpen ? <PublishDialog {...props} draft={draft} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
