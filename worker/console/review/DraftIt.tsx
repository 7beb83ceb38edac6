/** "Make it a draft": the change a proposal carries goes into the draft both sides sign, and the draft opens. */
import { apply } from '../../../shared/definitions/apply.ts';
import type { ReviewWords } from '../../../shared/messages/consoleReview/index.ts';
import type { ProposedChange } from '../../../shared/protocol/proposals.ts';
import { useAddress } from '../address.ts';
import { draft, draftFrom, type DraftView, saveDraft } from '../api/draft.ts';
import type { Answer } from '../api/failure.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';

interface Asked {
  readonly changes: readonly ProposedChange[];
  /** In force, where nobody began a draft. */
  readonly version: number;
}

/** On top of what the draft says by now: whatever has no place in it any more is left out. */
async function makeDraft({ changes, version }: Asked, key: string): Promise<Answer<DraftView | null>> {
  const read = await draft.load(new AbortController().signal, () => undefined);
  if (!read.ok) return read;
  const begun = read.value === null ? await draftFrom(version, `${key}-begun`) : read;
  if (!begun.ok || begun.value === null || changes.length === 0) return begun;
  const definitions = apply(begun.value.definitions, changes);
  return saveDraft({ definitions, on: begun.value.hash }, key);
}

interface Props extends Asked {
  readonly words: ReviewWords['proposals'];
}

export function DraftIt({ changes, version, words }: Props) {
  const { words: common } = useSession();
  const { go } = useAddress();
  const { run, busy, failure } = useDeed(makeDraft);
  const open = async () => {
    const answer = await run({ changes, version });
    if (answer.ok) go('/console/agreement/draft');
  };
  return (
    <>
      <button type="button" disabled={busy} onClick={() => void open()}>
        {changes.length > 0 ? words.draftIt : words.openDraft}
      </button>
      {failure ? <Failed failure={failure} words={common} /> : null}
    </>
  );
}
