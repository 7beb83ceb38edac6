/** Who the people are: what hurts, what they need, which words reach them, what to show them (DEF7). */
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useSession } from '../../../session.ts';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import { fieldsOf, freshLeaf } from '../criterion/subject.ts';
import { idFrom } from '../idFrom.ts';
import { isNew } from '../isNew.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { LinesField } from '../pieces/LinesField.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import { usesOf } from '../uses.ts';
import { Materials } from './Materials.tsx';
import { sentenceOf } from '../criterion/sentence.ts';

const TALK = ['pains', 'needs', 'words'] as const;

export default function Personas(part: PartProps) {
  const { definitions, telling, words, inForce, problems, change } = part;
  const { language } = useSession();
  const said = whoFormWords(language);
  const taken = definitions.personas.map(({ id }) => id);
  return (
    <EntryList
      {...part}
      label={words.parts.personas}
      pointer="/personas"
      entries={definitions.personas}
      nameOf={({ label }) => label}
      about={({ when }) => sentenceOf(when, telling)}
      usesOf={({ id }) => usesOf('persona', id, telling)}
      add={said.personas.add}
      fresh={() => ({
        id: idFrom('', taken),
        label: '',
        when: freshLeaf(`field ${fieldsOf(definitions)[0]?.id ?? ''}`, definitions),
      })}
    >
      {(persona, at) => (
        <>
          <NameLine
            {...part}
            pointer={at}
            entry={persona}
            taken={taken}
            isFree={isNew(persona.id, inForce.definitions.personas, 'persona', telling)}
          />
          <CriterionForm
            {...part}
            label={said.personas.when}
            pointer={`${at}/when`}
            predicate={persona.when}
            decides="persona"
          />
          <div class="pair">
            {TALK.map((key) => (
              <LinesField
                key={key}
                label={said.personas[key]}
                hint={said.oneALine}
                pointer={`${at}/${key}`}
                problems={problems}
                change={change}
                value={persona[key]}
                optional
              />
            ))}
          </div>
          <Materials {...part} said={said} pointer={`${at}/materials`} materials={persona.materials ?? []} />
        </>
      )}
    </EntryList>
  );
}
