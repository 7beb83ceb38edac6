/** Values kept together under a name, one a line, for criteria to look into. */
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useSession } from '../../../session.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { TextLine } from '../pieces/lines.tsx';
import { LinesField } from '../pieces/LinesField.tsx';
import { usesOf } from '../uses.ts';

type Entry = readonly [id: string, list: Definitions['lists'][string]];

const SHOWN = 6;

export default function Lists(part: PartProps) {
  const { definitions, change, telling, words, problems } = part;
  const { language, format } = useSession();
  const said = whoFormWords(language).lists;
  const entries: readonly Entry[] = Object.entries(definitions.lists);
  return (
    <EntryList
      {...part}
      label={words.parts.lists}
      pointer="/lists"
      entries={entries}
      stepOf={([id]) => id}
      listOf={(lists: readonly Entry[]) => Object.fromEntries(lists)}
      isOrdered={false}
      nameOf={([, { label }]) => label}
      about={([, { values }]) =>
        `${format.plural(values.length, said.count)}${values.length === 0 ? '' : `: ${values.slice(0, SHOWN).join(', ')}${values.length > SHOWN ? ' …' : ''}`}`
      }
      usesOf={([id]) => usesOf('list', id, telling)}
      add={said.add}
      fresh={(): Entry => [
        idFrom(said.fresh, Object.keys(definitions.lists)),
        { label: said.fresh, values: [] },
      ]}
    >
      {([id, list], at) => (
        <>
          <TextLine
            label={words.entry.name}
            hint={words.entry.id(id)}
            pointer={`${at}/label`}
            problems={problems}
            change={change}
            value={list.label}
          />
          <LinesField
            label={said.values}
            hint={`${said.valuesHint} ${format.plural(list.values.length, said.count)}.`}
            pointer={`${at}/values`}
            problems={problems}
            change={change}
            value={list.values}
            rows={10}
          />
        </>
      )}
    </EntryList>
  );
}
