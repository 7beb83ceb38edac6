/** What to show a persona, by link and stage. */
import type { Persona } from '../../../../../shared/definitions/definitions.ts';
import type { WhoFormWords } from '../../../../../shared/messages/whoForm/words.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { PickLine, TextLine } from '../pieces/lines.tsx';

type Material = NonNullable<Persona['materials']>[number];

interface Props extends PartProps {
  readonly said: WhoFormWords;
  readonly pointer: string;
  readonly materials: readonly Material[];
}

export function Materials({ said, materials, ...part }: Props) {
  const { definitions, problems, change } = part;
  const taken = materials.map(({ id }) => id);
  return (
    <section class="stack">
      <h3>{said.personas.materials}</h3>
      <EntryList
        {...part}
        label={said.personas.materials}
        entries={materials}
        listOf={(list: readonly Material[]) => (list.length === 0 ? undefined : list)}
        nameOf={({ title }) => title}
        about={({ link }) => link}
        add={said.personas.addMaterial}
        fresh={(): Material => ({
          id: idFrom(said.personas.material, taken),
          title: said.personas.material,
          link: 'https://',
        })}
      >
        {({ title, link, stage }, at) => (
          <div class="pair">
            <TextLine
              label={said.personas.title}
              pointer={`${at}/title`}
              problems={problems}
              change={change}
              value={title}
            />
            <TextLine
              label={said.personas.link}
              pointer={`${at}/link`}
              problems={problems}
              change={change}
              value={link}
            />
            <PickLine
              label={said.personas.stage}
              pointer={`${at}/stage`}
              problems={problems}
              change={change}
              value={stage}
              none={said.personas.anyStage}
              options={definitions.stages.map(({ id, label }) => [id, label])}
            />
          </div>
        )}
      </EntryList>
    </section>
  );
}
