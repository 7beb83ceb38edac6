/** What of a connected system was not taken or could not be written, each to be tried again. */
import { useState } from 'preact/hooks';
import type { SystemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import { LETTER_WHYS, type LetterWhy } from '../../../shared/protocol/connectionLetters.ts';
import type { ConnectionView } from '../../../shared/protocol/connections.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { lettersOf, retryLetter } from './systems.ts';

interface Props {
  readonly system: ConnectionView;
  readonly said: SystemsWords;
}

/** What is usual in the reader's language; what a vendor answered as it was kept. */
function whySaid(why: string, said: SystemsWords): string {
  const known = KNOWN.find((one) => LETTER_WHYS[one] === why);
  return known === undefined ? why : said.whys[known];
}

const KNOWN = ['nobody', 'failed'] as const satisfies readonly LetterWhy[];

export function SystemLetters({ system, said }: Props) {
  const { words } = useSession();
  const [isOpen, setOpen] = useState(false);
  const read = useQuery(isOpen ? lettersOf(system.id) : null);
  const trying = useDeed(retryLetter);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{said.letters(system.letters + system.dead)}</summary>
      {read.failure ? <Failed failure={read.failure} words={words} onRetry={read.reload} /> : null}
      <ul class="entries">
        {(read.value?.letters ?? []).map(({ id, direction, what, record, why }) => (
          <li key={id}>
            <div class="grow">
              {direction === 'in' ? said.letterIn(what, record ?? '') : said.letterOut}: {whySaid(why, said)}
            </div>
            <button
              type="button"
              disabled={trying.busy}
              onClick={() => void trying.run({ id: system.id, letter: id })}
            >
              {said.retry}
            </button>
          </li>
        ))}
      </ul>
      {trying.failure ? <Failed failure={trying.failure} words={words} /> : null}
    </details>
  );
}
