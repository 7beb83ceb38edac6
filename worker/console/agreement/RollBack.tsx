/** Back to an older version: its body becomes the draft, to be tried, signed and published again (DEF3). */
import type { AgreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import { useAddress } from '../address.ts';
import { draft, draftFrom } from '../api/draft.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';

const DRAFT = '/console/agreement/draft';

export function RollBack({ version, words }: { readonly version: number; readonly words: AgreementWords }) {
  const { words: shell } = useSession();
  const { go } = useAddress();
  const { value } = useQuery(draft);
  const { run, busy, failure } = useDeed(draftFrom);
  const rollBack = async () => {
    const answer = await run(version);
    if (answer.ok) go(DRAFT);
  };
  // What somebody is writing is not written over: there, beginning anew is offered.
  if (value !== null) return null;
  return (
    <>
      <button type="button" disabled={busy} onClick={() => void rollBack()}>
        {words.rollBack(version)}
      </button>
      {failure ? <Failed failure={failure} words={shell} /> : null}
    </>
  );
}
