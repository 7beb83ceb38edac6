/** The twelve questions, each with an answer to begin with. */
import { BUSINESSES } from '../../../shared/definitions/business.ts';
import {
  type Answers,
  PAUSES,
  type WorkingDays,
  WORKING_DAYS,
} from '../../../shared/definitions/propose/answers.ts';
import {
  COUNTRIES,
  type Country,
  currencyOf,
  zoneOf,
} from '../../../shared/definitions/propose/countries.ts';
import type { FirstWeekWords } from '../../../shared/messages/firstWeek/words.ts';
import type { MemberView, TeamView } from '../../../shared/protocol/people.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { ZoneField } from '../ui/ZoneField.tsx';

interface Props {
  readonly words: FirstWeekWords;
  readonly answers: Answers;
  readonly people: readonly MemberView[];
  readonly teams: readonly TeamView[];
  readonly isZone: boolean;
  readonly onAnswer: (changes: Partial<Answers>) => void;
}

export function Questions({ words, answers, people, teams, isZone, onAnswer }: Props) {
  const { wizard: said, proposal } = words;
  const { language } = useSession();
  const sellers = teams.filter(({ side }) => side === 'sales');
  const named = (isOne: (member: MemberView) => boolean) => [
    ['', said.nobodyYet] as const,
    ...people.filter((one) => one.active && isOne(one)).map(({ id, name }) => [id, name] as const),
  ];
  return (
    <form class="form" aria-label={said.asked} onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{said.parts.place}</legend>
        <div class="pair">
          <Field label={said.questions.business}>
            {(control) => (
              <Select
                control={control}
                value={answers.business}
                options={BUSINESSES.map((one) => [one, proposal.businesses[one]])}
                onChoose={(business) => onAnswer({ business })}
              />
            )}
          </Field>
          <Field label={said.questions.country}>
            {(control) => (
              <Select
                control={control}
                value={answers.country}
                options={countriesIn(language)}
                onChoose={(country) => onAnswer({ country, zone: zoneOf(country) })}
              />
            )}
          </Field>
          <ZoneField
            zone={answers.zone}
            wrong={isZone ? undefined : said.zoneWrong}
            onChange={(zone) => onAnswer({ zone })}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{said.parts.hours}</legend>
        <div class="pair">
          <Field label={said.questions.days}>
            {(control) => (
              <Select
                control={control}
                value={answers.days}
                options={DAYS.map((one) => [one, said.days[one]])}
                onChoose={(days) => onAnswer({ days })}
              />
            )}
          </Field>
          <Time
            label={said.questions.opens}
            value={answers.opens}
            onChange={(opens) => onAnswer({ opens })}
          />
          <Time
            label={said.questions.closes}
            value={answers.closes}
            onChange={(closes) => onAnswer({ closes })}
          />
          <Field label={said.questions.pause}>
            {(control) => (
              <Select
                control={control}
                value={answers.pause}
                options={PAUSES.map((one) => [one, one === 'none' ? said.noPause : said.pause(one)])}
                onChoose={(pause) => onAnswer({ pause })}
              />
            )}
          </Field>
        </div>
      </fieldset>
      <fieldset>
        <legend>{said.parts.people}</legend>
        <div class="pair">
          <Field label={said.questions.team}>
            {(control) => (
              <Select
                control={control}
                value={answers.team}
                options={[
                  ...(sellers.length === 0 ? [['', said.newTeam] as const] : []),
                  ...sellers.map(({ id, label }) => [id, label] as const),
                ]}
                onChoose={(team) => onAnswer({ team })}
              />
            )}
          </Field>
          {(['sales', 'marketing'] as const).map((side) => (
            <Field key={side} label={said.questions[side]}>
              {(control) => (
                <Select
                  control={control}
                  value={answers[side]}
                  options={named((one) => one.side === side && one.role !== 'sdr')}
                  onChoose={(member) => onAnswer({ [side]: member })}
                />
              )}
            </Field>
          ))}
          <Field label={said.questions.referee} hint={said.hints.referee}>
            {(control) => (
              <Select
                control={control}
                value={answers.referee}
                options={named(({ role }) => role !== 'sdr')}
                onChoose={(referee) => onAnswer({ referee })}
              />
            )}
          </Field>
          <Field
            label={`${said.questions.quota}, ${said.quotaIn(currencyOf(answers.country))}`}
            hint={said.hints.quota}
          >
            {(control) => (
              <input
                {...control}
                type="number"
                min={0}
                step="any"
                inputMode="decimal"
                value={answers.quota ?? ''}
                onInput={({ currentTarget: { valueAsNumber } }) =>
                  onAnswer({ quota: Number.isFinite(valueAsNumber) ? valueAsNumber : null })
                }
              />
            )}
          </Field>
        </div>
        {answers.sales === '' || answers.marketing === '' ? (
          <p>
            <a href="/console/team">{said.invite}</a>
          </p>
        ) : null}
      </fieldset>
    </form>
  );
}

const DAYS = Object.keys(WORKING_DAYS).filter((one): one is WorkingDays => Object.hasOwn(WORKING_DAYS, one));

function Time(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <input
          {...control}
          type="time"
          required
          value={props.value}
          // An emptied field is one being typed in: what was there stays.
          onChange={({ currentTarget: { value } }) => value !== '' && props.onChange(value)}
        />
      )}
    </Field>
  );
}

/** By name, in the reader's order. */
function countriesIn(language: string): readonly (readonly [Country, string])[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return COUNTRIES.map((one) => [one, names.of(one) ?? one] as const).toSorted((a, b) => compare(a[1], b[1]));
}
