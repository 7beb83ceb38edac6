/** A rule about what they do: which signal, how often it counts, and how it fades (SCO1, SCO2). */
import type { EngagementRule } from '../../../../../shared/definitions/scoring.ts';
import { criterionFormWords } from '../../../../../shared/messages/criterionForm/index.ts';
import type { ScoringFormWords } from '../../../../../shared/messages/scoringForm/words.ts';
import { useSession } from '../../../session.ts';
import { Select } from '../../../ui/Select.tsx';
import { WhereForm } from '../criterion/WhereForm.tsx';
import type { PartProps } from '../part.ts';
import { NumberLine, PickLine, TextLine } from '../pieces/lines.tsx';

interface Props extends PartProps {
  readonly said: ScoringFormWords;
  readonly rule: EngagementRule;
  readonly pointer: string;
}

type Fading = 'stays' | 'window' | 'decay';

export function EngagementForm({ said, rule, pointer, ...part }: Props) {
  const { definitions, problems, change, words } = part;
  const { language } = useSession();
  const bound = { problems, change };
  const fading: Fading = rule.decay ? 'decay' : rule.withinDays === undefined ? 'stays' : 'window';
  const fade = (next: Fading) =>
    change(
      [`${pointer}/withinDays`, next === 'window' ? 30 : undefined],
      [`${pointer}/decay`, next === 'decay' ? { losePercent: 50, everyDays: 30 } : undefined],
    );
  return (
    <>
      <div class="pair">
        <TextLine {...bound} label={words.entry.name} pointer={`${pointer}/label`} value={rule.label} />
        <PickLine
          {...bound}
          label={said.signal}
          pointer={`${pointer}/signal`}
          value={rule.signal}
          options={definitions.signals.map(({ id, label }) => [id, label || id])}
        />
      </div>
      <WhereForm
        building={{
          ...part,
          said: criterionFormWords(language),
          decides: 'score',
          open: null,
          onOpen: () => undefined,
          focusOn: () => undefined,
          moving: null,
        }}
        where={rule.where ?? []}
        onWhere={(where) => change([`${pointer}/where`, where.length === 0 ? undefined : where])}
      />
      <div class="pair">
        <PickLine
          {...bound}
          label={said.count}
          pointer={`${pointer}/count`}
          value={rule.count}
          options={[
            ['once', said.once],
            ['each', said.each],
          ]}
        />
        <label class="field">
          <span>{said.fading}</span>
          <Select
            value={fading}
            options={[
              ['stays', said.fadings.stays],
              ['window', said.fadings.window],
              ['decay', said.fadings.decay],
            ]}
            onChoose={fade}
          />
        </label>
      </div>
      {rule.withinDays === undefined ? null : (
        <NumberLine
          {...bound}
          label={said.withinDays}
          pointer={`${pointer}/withinDays`}
          value={rule.withinDays}
          min={1}
        />
      )}
      {rule.decay ? (
        <div class="pair">
          <NumberLine
            {...bound}
            label={said.losePercent}
            pointer={`${pointer}/decay/losePercent`}
            value={rule.decay.losePercent}
            step="any"
            min={0}
            max={100}
          />
          <NumberLine
            {...bound}
            label={said.everyDays}
            pointer={`${pointer}/decay/everyDays`}
            value={rule.decay.everyDays}
            min={1}
          />
        </div>
      ) : null}
      <label class="check">
        <input
          type="checkbox"
          checked={rule.limit !== undefined}
          onChange={({ currentTarget }) =>
            change([`${pointer}/limit`, currentTarget.checked ? { times: 1, perDays: 7 } : undefined])
          }
        />
        {said.limit}
      </label>
      {rule.limit ? (
        <div class="pair">
          <NumberLine
            {...bound}
            label={said.limitTimes}
            pointer={`${pointer}/limit/times`}
            value={rule.limit.times}
            min={1}
          />
          <NumberLine
            {...bound}
            label={said.limitDays}
            pointer={`${pointer}/limit/perDays`}
            value={rule.limit.perDays}
            min={1}
          />
        </div>
      ) : null}
    </>
  );
}
