/** What of a connected system was not taken or could not be written, each to be tried again. */
import { useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { SystemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { Letter } from '../../../shared/protocol/connectionLetters.ts';
import type { ConnectionView } from '../../../shared/protocol/connections.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { faultSaid, nextSaid } from './faults.ts';
import { lettersOf, retryLetter } from './systems.ts';

interface Props {
  readonly system: ConnectionView;
  readonly said: SystemsWords;
}

export function SystemLetters({ system, said }: Props) {
  const { words, language } = useSession();
  const [isOpen, setOpen] = useState(false);
  const read = useQuery(isOpen ? lettersOf(system.id) : null);
  const trying = useDeed(retryLetter);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{said.letters(system.letters + system.dead)}</summary>
      {read.failure ? <Failed failure={read.failure} words={words} onRetry={read.reload} /> : null}
      <ul class="entries">
        {(read.value?.letters ?? []).map((letter) => (
          <li key={letter.id}>
            <div class="grow">
              {titleOf(letter, said)}: {whySaid(letter, language)}
              <p class="minor">{nextSaid(language, letter.faults)}</p>
            </div>
            <button
              type="button"
              disabled={trying.busy}
              onClick={() => void trying.run({ id: system.id, letter: letter.id })}
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

function titleOf({ direction, what, record }: Letter, said: SystemsWords): string {
  return direction === 'in' ? said.letterIn(what, record ?? '') : said.letterOut;
}

/** What was put aside before reasons were kept says it as it was. */
function whySaid({ why, faults }: Letter, language: Language): string {
  return faults.length === 0 ? why : faults.map((fault) => faultSaid(language, fault)).join('; ');
}
