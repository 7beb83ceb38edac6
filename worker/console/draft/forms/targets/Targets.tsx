/** What each side owes the other by the month (TGT3), and the numbers behind it: quotas, money, sources. */
import { SIDES } from '../../../../../shared/lead/vocabulary.ts';
import { Definitions } from '../../../../../shared/definitions/definitions.ts';
import { agreementWords } from '../../../../../shared/messages/consoleAgreement/index.ts';
import type { AgreementWords } from '../../../../../shared/messages/consoleAgreement/index.ts';
import { targetFormWords } from '../../../../../shared/messages/targetForm/index.ts';
import type { TargetFormWords } from '../../../../../shared/messages/targetForm/words.ts';
import { isMetric, METRICS } from '../../../../../shared/target/metrics.ts';
import { useQuery } from '../../../api/hooks.ts';
import { members } from '../../../api/resources.ts';
import { useSession } from '../../../session.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { NumberLine, PickLine } from '../pieces/lines.tsx';
import { Money } from './Money.tsx';
import { Sources } from './Sources.tsx';
import '../handoff/handoff.css';

export interface TargetProps extends PartProps {
  readonly said: TargetFormWords;
  readonly terms: AgreementWords;
  readonly people: readonly (readonly [id: string, name: string])[];
}

const NAMES = Object.keys(METRICS).filter(isMetric);
const PERIODS = Definitions.shape.goals.element.shape.period.options;

export default function Targets(part: PartProps) {
  const { language } = useSession();
  const people = (useQuery(members).value?.members ?? []).map(({ id, name }) => [id, name] as const);
  const said = targetFormWords(language);
  const props: TargetProps = { ...part, said, terms: agreementWords(language), people };
  return (
    <div class="form handoff">
      <Goals {...props} />
      <Quotas {...props} />
      <Capacity {...props} />
      <Money {...props} />
      <Sources {...props} />
    </div>
  );
}

function Goals(part: TargetProps) {
  const { said, terms, people, definitions, problems, change, telling } = part;
  const { goals } = definitions;
  const bound = { problems, change };
  const { metrics } = terms.targets;
  const nameOf = (metric: string) => (isMetric(metric) ? metrics[metric] : metric);
  const valueOf = (metric: string, target: number) => {
    const kind = isMetric(metric) ? METRICS[metric] : 'count';
    const number = telling.catalog.format.number(target);
    return kind === 'share' ? `${number}%` : kind === 'money' ? `${number} ${definitions.currency}` : number;
  };
  return (
    <section aria-label={said.goals}>
      <h3>{said.goals}</h3>
      <p class="minor">{said.goalsAbout}</p>
      <EntryList
        {...part}
        label={said.goals}
        pointer="/goals"
        entries={goals}
        nameOf={({ metric }) => nameOf(metric)}
        about={({ metric, target, period }) => `${valueOf(metric, target)} ${terms.targets.per[period]}`}
        beside={({ side }) => <span class="tag">{terms.promises.parties[side]}</span>}
        add={said.addGoal}
        fresh={() => ({
          id: idFrom(
            'goal',
            goals.map(({ id }) => id),
          ),
          side: 'marketing' as const,
          metric: NAMES.find((one) => !goals.some(({ metric }) => metric === one)) ?? 'mqls',
          target: 1,
          period: 'month' as const,
        })}
      >
        {(goal, at) => (
          <>
            <div class="pair">
              <PickLine
                {...bound}
                label={said.metric}
                hint={isMetric(goal.metric) ? undefined : said.unknownMetric(goal.metric)}
                pointer={`${at}/metric`}
                value={goal.metric}
                options={NAMES.map((one) => [one, metrics[one]] as const)}
              />
              <NumberLine
                {...bound}
                label={said.target}
                hint={said.targetHints[isMetric(goal.metric) ? METRICS[goal.metric] : 'count']}
                pointer={`${at}/target`}
                value={goal.target}
                step="any"
              />
            </div>
            <div class="pair">
              <PickLine
                {...bound}
                label={said.period}
                pointer={`${at}/period`}
                value={goal.period}
                options={PERIODS.map((one) => [one, said.periods[one]] as const)}
              />
              <PickLine
                {...bound}
                label={said.side}
                pointer={`${at}/side`}
                value={goal.side}
                options={SIDES.map((side) => [side, terms.promises.parties[side]] as const)}
              />
              <PickLine
                {...bound}
                label={said.accountable}
                pointer={`${at}/accountable`}
                value={goal.accountable}
                options={people}
                none={said.nobody}
              />
            </div>
          </>
        )}
      </EntryList>
    </section>
  );
}

function Quotas(part: TargetProps) {
  const { said, definitions, problems, change, telling } = part;
  const { quotas, segments, currency } = definitions;
  const labelOf = (segment: string) => segments.find(({ id }) => id === segment)?.label ?? segment;
  const left = segments.find(({ id }) => !quotas.some(({ segment }) => segment === id));
  return (
    <section aria-label={said.quotas}>
      <h3>{said.quotas}</h3>
      <p class="minor">
        {said.quotasAbout} <a href="/console/targets">{said.toTargets}</a>
      </p>
      <EntryList
        {...part}
        label={said.quotas}
        pointer="/quotas"
        entries={quotas}
        isOrdered={false}
        nameOf={({ segment }) => labelOf(segment)}
        about={({ perRepMonth }) => `${telling.catalog.format.number(perRepMonth)} ${currency}`}
        add={said.addQuota}
        fresh={left ? () => ({ segment: left.id, perRepMonth: 1_000 }) : null}
      >
        {({ segment, perRepMonth }, at) => (
          <div class="pair">
            <PickLine
              label={said.segment}
              pointer={`${at}/segment`}
              problems={problems}
              change={change}
              value={segment}
              options={segments.map(({ id, label }) => [id, label] as const)}
            />
            <NumberLine
              label={said.quota}
              hint={currency}
              pointer={`${at}/perRepMonth`}
              problems={problems}
              change={change}
              value={perRepMonth}
              min={0}
              step="any"
            />
          </div>
        )}
      </EntryList>
      {left ? null : <p class="minor">{said.noSegments}</p>}
    </section>
  );
}

function Capacity({ definitions, said }: TargetProps) {
  const { format } = useSession();
  const times = definitions.policies.flatMap(({ repeat }) => repeat?.times ?? []);
  return (
    <section aria-label={said.capacity}>
      <h3>{said.capacity}</h3>
      <p class="said">
        {said.capacityAbout(times.length === 0 ? null : format.number(Math.max(...times)))}{' '}
        <a href="/console/team">{said.toTeam}</a>
      </p>
    </section>
  );
}
