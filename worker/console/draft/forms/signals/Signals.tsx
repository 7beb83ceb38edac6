/** What a lead does that we get to know of, by the name integrations send. */
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useSession } from '../../../session.ts';
import { idFrom } from '../idFrom.ts';
import { isNew } from '../isNew.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import { usesOf } from '../uses.ts';

export default function Signals(part: PartProps) {
  const { definitions, telling, words, inForce } = part;
  const { language } = useSession();
  const said = whoFormWords(language);
  const taken = definitions.signals.map(({ id }) => id);
  return (
    <EntryList
      {...part}
      label={words.parts.signals}
      pointer="/signals"
      entries={definitions.signals}
      nameOf={({ label }) => label}
      usesOf={({ id }) => usesOf('signal', id, telling)}
      add={said.signals.add}
      fresh={() => ({ id: idFrom('', taken), label: '' })}
    >
      {(signal, at) => (
        <NameLine
          {...part}
          pointer={at}
          entry={signal}
          taken={taken}
          isFree={isNew(signal.id, inForce.definitions.signals, 'signal', telling)}
        />
      )}
    </EntryList>
  );
}
