/** Who is left out, and why (SCO6). */
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useSession } from '../../../session.ts';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import { freshLeaf } from '../criterion/subject.ts';
import { idFrom } from '../idFrom.ts';
import { isNew } from '../isNew.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import { sentenceOf } from '../criterion/sentence.ts';

export default function Exclusions(part: PartProps) {
  const { definitions, telling, words, inForce } = part;
  const { language } = useSession();
  const said = whoFormWords(language);
  const taken = definitions.exclusions.map(({ id }) => id);
  return (
    <EntryList
      {...part}
      label={words.parts.exclusions}
      pointer="/exclusions"
      entries={definitions.exclusions}
      nameOf={({ label }) => label}
      about={({ when }) => sentenceOf(when, telling)}
      add={said.exclusions.add}
      fresh={() => ({ id: idFrom('', taken), label: '', when: freshLeaf('emailDomain', definitions) })}
    >
      {(exclusion, at) => (
        <>
          <NameLine
            {...part}
            pointer={at}
            entry={exclusion}
            taken={taken}
            isFree={isNew(exclusion.id, inForce.definitions.exclusions, null, telling)}
          />
          <CriterionForm
            {...part}
            label={said.exclusions.when}
            pointer={`${at}/when`}
            predicate={exclusion.when}
            decides={null}
          />
        </>
      )}
    </EntryList>
  );
}
