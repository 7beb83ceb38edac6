/** A group of rules with its bounds: each rule a line with its points, to be changed where it stands. */
import type { EngagementRule, FitRule, Scoring } from '../../../../../shared/definitions/scoring.ts';
import { valueWords } from '../../../../../shared/definitions/change/telling.ts';
import type { ScoringFormWords } from '../../../../../shared/messages/scoringForm/words.ts';
import { freshLeaf, fieldsOf } from '../criterion/subject.ts';
import { sentenceOf } from '../criterion/sentence.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { NumberLine, TextLine } from '../pieces/lines.tsx';
import { NumberInput } from '../pieces/NumberInput.tsx';
import { Faults } from '../pieces/Told.tsx';
import { EngagementForm } from './EngagementForm.tsx';
import { FitForm } from './FitForm.tsx';

type Kind = Scoring['groups'][number];
type Rule = FitRule | EngagementRule;

interface Props extends PartProps {
  readonly said: ScoringFormWords;
  readonly group: Kind;
  readonly place: number;
}

export function Group({ said, group, place, ...part }: Props) {
  const { definitions, telling, problems, change, words } = part;
  const { format } = telling.catalog;
  const { groups } = definitions.scoring;
  const pointer = `/scoring/groups/${place}`;
  const bound = { problems, change };
  const taken = groups.flatMap(({ rules }) => rules.map(({ id }) => id));
  const [field] = fieldsOf(definitions);
  const [signal] = definitions.signals;
  const fresh = (): Rule => {
    const head = { id: idFrom(said.freshRule, taken), label: said.freshRule, points: 5 };
    return group.kind === 'fit'
      ? { ...head, when: freshLeaf(`field ${field?.id ?? ''}`, definitions) }
      : { ...head, label: signal?.label ?? '', signal: signal?.id ?? '', count: 'once' };
  };
  const rules: readonly Rule[] = group.rules;
  const swap = (to: number) =>
    change(['/scoring/groups', groups.toSpliced(place, 1).toSpliced(to, 0, group)]);
  return (
    <section class="scoring-group" aria-labelledby={`group-${group.id}`} data-at={pointer}>
      <header>
        <h3 id={`group-${group.id}`}>{group.label || words.entry.unnamed}</h3>
        <span class="tag">{said.kinds[group.kind]}</span>
        <span class="minor">{said.bounds(format.number(group.min), format.number(group.max))}</span>
      </header>
      <Faults pointer={pointer} problems={problems} />
      <EntryList
        {...part}
        label={group.label}
        pointer={`${pointer}/rules`}
        entries={rules}
        nameOf={({ label }) => label}
        about={(rule) =>
          'when' in rule
            ? sentenceOf(rule.when, telling)
            : [
                rule.count === 'each' ? said.each : said.once,
                ...(rule.withinDays === undefined ? [] : [said.within(rule.withinDays)]),
                ...(rule.limit ? [valueWords('limit', rule.limit, telling)] : []),
                ...(rule.decay ? [valueWords('decay', rule.decay, telling)] : []),
              ].join(' · ')
        }
        beside={({ points, label }, at) => (
          <NumberInput
            class="points"
            data-at={`${at}/points`}
            aria-label={said.pointsOf(label)}
            value={points}
            onNumber={(next) => {
              if (next !== undefined) change([`${at}/points`, next]);
            }}
          />
        )}
        add={said.addRule}
        fresh={group.kind === 'engagement' && signal === undefined ? null : fresh}
      >
        {(rule, at) =>
          'when' in rule ? (
            <FitForm {...part} said={said} rule={rule} pointer={at} />
          ) : (
            <EngagementForm {...part} said={said} rule={rule} pointer={at} />
          )
        }
      </EntryList>
      <details class="group-form">
        <summary>{said.groupForm}</summary>
        <div class="form">
          <TextLine {...bound} label={words.entry.name} pointer={`${pointer}/label`} value={group.label} />
          <div class="pair">
            <NumberLine {...bound} label={said.min} pointer={`${pointer}/min`} value={group.min} />
            <NumberLine {...bound} label={said.max} pointer={`${pointer}/max`} value={group.max} />
          </div>
          <div class="buttons">
            <button type="button" disabled={place === 0} onClick={() => swap(place - 1)}>
              {words.entry.up(group.label)}
            </button>
            <button type="button" disabled={place === groups.length - 1} onClick={() => swap(place + 1)}>
              {words.entry.down(group.label)}
            </button>
            <button
              type="button"
              class="danger"
              onClick={() => change(['/scoring/groups', groups.toSpliced(place, 1)])}
            >
              {words.entry.remove(group.label)}
            </button>
          </div>
        </div>
      </details>
    </section>
  );
}
