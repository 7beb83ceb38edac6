/** One stage: its names, its meaning with examples for and against, its owner, its criteria, its fast track. */
import { Stage } from '../../../../../shared/definitions/stage.ts';
import type { StageFormWords } from '../../../../../shared/messages/stageForm/words.ts';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import { isNew } from '../isNew.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { PickLine, TextLine } from '../pieces/lines.tsx';
import { LinesField } from '../pieces/LinesField.tsx';
import { NameLine } from '../pieces/NameLine.tsx';

interface Props extends PartProps {
  readonly said: StageFormWords;
  readonly stage: Stage;
  readonly pointer: string;
}

type FastTrack = NonNullable<Stage['fastTrack']>[number];

const { owner: Owner, enter: Enter } = Stage.shape;

export function StageForm({ said, stage, pointer, ...part }: Props) {
  const { definitions, telling, words, inForce, problems, change } = part;
  const bound = { problems, change };
  const word = (value: string) => telling.words.values[value] ?? value;
  const signals = definitions.signals.map(({ id, label }) => [id, label || id] as const);
  return (
    <>
      <div class="pair">
        <NameLine
          {...bound}
          words={words}
          pointer={pointer}
          entry={stage}
          taken={definitions.stages.map(({ id }) => id)}
          isFree={isNew(stage.id, inForce.definitions.stages, 'stage', telling)}
        />
        <TextLine
          {...bound}
          label={said.short}
          hint={said.shortHint}
          pointer={`${pointer}/short`}
          value={stage.short}
        />
      </div>
      <TextLine
        {...bound}
        label={said.meaning}
        hint={said.meaningHint}
        pointer={`${pointer}/meaning`}
        value={stage.meaning}
        rows={2}
      />
      <div class="pair">
        <PickLine
          {...bound}
          label={said.owner}
          pointer={`${pointer}/owner`}
          value={stage.owner}
          options={Owner.options.map((owner) => [owner, word(owner)])}
        />
        <PickLine
          {...bound}
          label={said.enter}
          hint={said.enters[stage.enter]}
          pointer={`${pointer}/enter`}
          value={stage.enter}
          options={Enter.options.map((enter) => [enter, word(enter)])}
        />
      </div>
      <CriterionForm
        {...part}
        label={said.criteria}
        pointer={`${pointer}/criteria`}
        predicate={stage.criteria}
        decides={null}
        isOptional
      />
      <section class="stack">
        <h3>{said.fastTrack}</h3>
        <p class="minor">{said.fastTrackHint}</p>
        <EntryList
          {...part}
          label={said.fastTrack}
          pointer={`${pointer}/fastTrack`}
          entries={stage.fastTrack ?? []}
          listOf={(list: readonly FastTrack[]) => (list.length === 0 ? undefined : list)}
          nameOf={({ label }) => label}
          about={({ signal }) => signals.find(([id]) => id === signal)?.[1] ?? signal}
          add={said.addFastTrack}
          fresh={
            signals.length === 0
              ? null
              : (): FastTrack => ({ signal: signals[0]?.[0] ?? '', label: signals[0]?.[1] ?? '' })
          }
        >
          {(track, at) => (
            <div class="pair">
              <PickLine
                {...bound}
                label={said.signal}
                pointer={`${at}/signal`}
                value={track.signal}
                options={signals}
                change={([place, signal]) =>
                  change(
                    [place, signal],
                    [`${at}/label`, signals.find(([id]) => id === signal)?.[1] ?? track.label],
                  )
                }
              />
              <TextLine {...bound} label={said.fastTrackLabel} pointer={`${at}/label`} value={track.label} />
            </div>
          )}
        </EntryList>
      </section>
      <div class="pair">
        {(['examples', 'counterExamples'] as const).map((key) => (
          <LinesField
            {...bound}
            key={key}
            label={said[key]}
            hint={said.oneALine}
            pointer={`${pointer}/${key}`}
            value={stage[key]}
            optional
          />
        ))}
      </div>
    </>
  );
}
