/** Kinds of customers, in the order they are asked: a lead is of the first that fits. */
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useSession } from '../../../session.ts';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import { fieldsOf, freshLeaf } from '../criterion/subject.ts';
import { idFrom } from '../idFrom.ts';
import { isNew } from '../isNew.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import { usesOf } from '../uses.ts';
import { sentenceOf } from '../criterion/sentence.ts';

export default function Segments(part: PartProps) {
  const { definitions, telling, words, inForce } = part;
  const { language } = useSession();
  const said = whoFormWords(language);
  const taken = definitions.segments.map(({ id }) => id);
  return (
    <EntryList
      {...part}
      label={words.parts.segments}
      pointer="/segments"
      entries={definitions.segments}
      nameOf={({ label }) => label}
      about={({ when }) => sentenceOf(when, telling)}
      usesOf={({ id }) => usesOf('segment', id, telling)}
      add={said.segments.add}
      fresh={() => ({
        id: idFrom('', taken),
        label: '',
        when: freshLeaf(`field ${fieldsOf(definitions)[0]?.id ?? ''}`, definitions),
      })}
    >
      {(segment, at) => (
        <>
          <NameLine
            {...part}
            pointer={at}
            entry={segment}
            taken={taken}
            isFree={isNew(segment.id, inForce.definitions.segments, 'segment', telling)}
          />
          <CriterionForm
            {...part}
            label={said.segments.when}
            pointer={`${at}/when`}
            predicate={segment.when}
            decides="segment"
          />
        </>
      )}
    </EntryList>
  );
}
