/** Where leads come from, and the marketer who hears what became of them (HOF3). */
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import { idFrom } from '../idFrom.ts';
import { isNew } from '../isNew.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { LinesField } from '../pieces/LinesField.tsx';
import { PickLine } from '../pieces/lines.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import { usesOf } from '../uses.ts';
import type { TargetProps } from './Targets.tsx';

type Source = Definitions['sources'][number];

export function Sources(part: TargetProps) {
  const { said, people, definitions, problems, change, telling, inForce } = part;
  const { sources } = definitions;
  const taken = sources.map(({ id }) => id);
  return (
    <section aria-label={said.sources}>
      <h3>{said.sources}</h3>
      <p class="minor">{said.sourcesAbout}</p>
      <EntryList<Source>
        {...part}
        label={said.sources}
        pointer="/sources"
        entries={sources}
        nameOf={({ label }) => label}
        about={({ marketer }) => people.find(([id]) => id === marketer)?.[1] ?? null}
        usesOf={({ id }) => usesOf('source', id, telling)}
        add={said.addSource}
        fresh={() => ({ id: idFrom(said.freshSource, taken), label: said.freshSource })}
      >
        {(source, at) => (
          <>
            <div class="pair">
              <NameLine
                {...part}
                pointer={at}
                entry={source}
                taken={taken}
                isFree={isNew(source.id, inForce.definitions.sources, 'source', telling)}
              />
              <PickLine
                label={said.marketer}
                pointer={`${at}/marketer`}
                problems={problems}
                change={change}
                value={source.marketer}
                options={people}
                none={said.nobody}
              />
            </div>
            <LinesField
              label={said.campaigns}
              hint={said.campaignsHint}
              pointer={`${at}/campaigns`}
              problems={problems}
              change={change}
              value={source.campaigns}
              optional
            />
          </>
        )}
      </EntryList>
    </section>
  );
}
