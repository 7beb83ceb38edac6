/** What is known of a lead: the fields criteria may ask for, each with its type and its question. */
import { Field } from '../../../../../shared/definitions/field.ts';
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useSession } from '../../../session.ts';
import { isNew } from '../isNew.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { CheckLine, PickLine, TextLine } from '../pieces/lines.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import { usesOf } from '../uses.ts';
import { ChoiceRows } from './ChoiceRows.tsx';

const TYPES = Field.shape.type.options;

export default function Fields(part: PartProps) {
  const { definitions, change, telling, words, inForce, problems } = part;
  const { language } = useSession();
  const said = whoFormWords(language);
  const { fields } = definitions;
  const taken = fields.map(({ id }) => id);
  const typeWord = (type: Field['type']) => telling.words.values[type] ?? type;
  return (
    <EntryList
      {...part}
      label={words.parts.fields}
      pointer="/fields"
      entries={fields}
      nameOf={({ label }) => label}
      about={({ type, choices }) =>
        choices && choices.length > 0
          ? `${typeWord(type)}: ${choices.map(({ label }) => label).join(' · ')}`
          : typeWord(type)
      }
      usesOf={({ id }) => usesOf('field', id, telling)}
      add={said.fields.add}
      fresh={() => ({ id: idFrom('', taken), label: '', type: 'text' as const })}
    >
      {(field, at) => {
        const bound = { problems, change };
        return (
          <>
            <div class="pair">
              <NameLine
                {...bound}
                words={words}
                pointer={at}
                entry={field}
                taken={taken}
                isFree={isNew(field.id, inForce.definitions.fields, 'field', telling)}
              />
              <PickLine
                {...bound}
                label={said.fields.type}
                pointer={`${at}/type`}
                value={field.type}
                options={TYPES.map((type) => [type, typeWord(type)])}
                change={([pointer, type]) =>
                  change(
                    [pointer, type],
                    [`${at}/choices`, type === 'choice' ? (field.choices ?? []) : undefined],
                  )
                }
              />
            </div>
            {field.type === 'choice' ? (
              <ChoiceRows
                {...part}
                said={said}
                pointer={`${at}/choices`}
                choices={field.choices ?? []}
                known={inForce.definitions.fields.find(({ id }) => id === field.id)?.choices ?? []}
              />
            ) : null}
            <TextLine
              {...bound}
              label={said.fields.question}
              hint={said.fields.questionHint}
              pointer={`${at}/question`}
              value={field.question}
              optional
            />
            <CheckLine
              {...bound}
              label={said.fields.askedBySales}
              pointer={`${at}/askedBySales`}
              value={field.askedBySales}
            />
          </>
        );
      }}
    </EntryList>
  );
}
