/** One promise (CLK2): for whom, within which time, counted by which hours, and what happens around it. */
import type { Policy } from '../../../../../shared/definitions/policy.ts';
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { useSession } from '../../../session.ts';
import { Select } from '../../../ui/Select.tsx';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import type { PartProps } from '../part.ts';
import { CheckLine, NumberLine, PickLine, TextLine } from '../pieces/lines.tsx';
import { Told } from '../pieces/Told.tsx';
import { AmountLine } from './AmountLine.tsx';
import { LEVELS } from './order.ts';
import { Escalations, Warnings } from './StepLines.tsx';

interface Props extends PartProps {
  readonly policy: Policy;
  readonly pointer: string;
  readonly said: PolicyFormWords;
}

export function PolicyForm({ policy, pointer, said, ...part }: Props) {
  const { format } = useSession();
  const { definitions, change, problems } = part;
  const at = (key: string) => ({ pointer: `${pointer}/${key}`, problems, change });
  const { attempts } = definitions.handoff.unreachable;
  return (
    <>
      <p class="minor">
        {said.runs[policy.kind]} {said.owes[policy.party]}
      </p>
      <div class="pair">
        <TextLine {...at('label')} label={said.name} value={policy.label} />
        <PickLine
          {...at('level')}
          label={said.level}
          hint={said.levelHint}
          value={policy.level}
          options={LEVELS.map((level) => [level, said.levels[level]] as const)}
        />
      </div>
      <CriterionForm
        {...part}
        label={said.when}
        pointer={`${pointer}/when`}
        predicate={policy.when}
        decides={null}
        isOptional
      />
      <div class="pair">
        <AmountLine {...at('target')} said={said} label={said.target} value={policy.target} />
        <PickLine
          {...at('calendar')}
          label={said.calendar}
          value={policy.calendar}
          options={Object.entries(definitions.calendars).map(([id, { label }]) => [id, label || id] as const)}
        />
        {policy.kind === 'cadence' ? (
          <NumberLine
            {...at('repeat/times')}
            label={said.attempts}
            hint={said.attemptsHint(format.number(attempts))}
            value={policy.repeat?.times}
            min={1}
            max={50}
          />
        ) : null}
        {policy.kind === 'stage_time' ? (
          <PickLine
            {...at('stage')}
            label={said.stage}
            value={policy.stage}
            options={definitions.stages.map(({ id, label }) => [id, label] as const)}
          />
        ) : null}
      </div>
      <Warnings {...part} policy={policy} pointer={pointer} said={said} />
      <Escalations {...part} policy={policy} pointer={pointer} said={said} />
      <details open={MORE.some((key) => part.at?.startsWith(`${pointer}/${key}`))}>
        <summary>{said.more}</summary>
        <div class="form more">
          <Pauses {...at('pauses')} policy={policy} said={said} />
          <div class="pair">
            <Stated {...at('acceptStated')} policy={policy} said={said} />
          </div>
          <div class="pair">
            <Grace {...at('grace')} policy={policy} said={said} />
          </div>
        </div>
      </details>
    </>
  );
}

const MORE = ['pauses', 'acceptStated', 'grace'] as const;

interface LineProps extends Pick<PartProps, 'problems' | 'change'> {
  readonly pointer: string;
  readonly policy: Policy;
  readonly said: PolicyFormWords;
}

function Pauses({ pointer, policy, said, change }: LineProps) {
  return (
    <div data-at={pointer}>
      <CheckLine
        label={said.pauses}
        pointer={pointer}
        problems={[]}
        value={policy.pauses?.includes('snooze')}
        change={([, isOn] = ['', undefined]) => change([pointer, isOn === true ? ['snooze'] : undefined])}
      />
      <p class="minor">{said.pausesHint}</p>
    </div>
  );
}

function Stated({ pointer, policy, said, change, problems }: LineProps) {
  const { acceptStated } = policy;
  const how = typeof acceptStated === 'object' ? 'within' : acceptStated === false ? 'no' : 'yes';
  return (
    <>
      <Told label={said.stated} pointer={pointer} problems={problems}>
        {(control) => (
          <Select
            control={control}
            value={how}
            options={(['yes', 'within', 'no'] as const).map((one) => [one, said.stateds[one]] as const)}
            onChoose={(next) =>
              change([pointer, next === 'no' ? false : next === 'yes' ? undefined : { withinDays: 2 }])
            }
          />
        )}
      </Told>
      {typeof acceptStated === 'object' ? (
        <NumberLine
          label={said.statedDays}
          pointer={`${pointer}/withinDays`}
          problems={problems}
          change={change}
          value={acceptStated.withinDays}
          min={1}
          max={7}
        />
      ) : null}
    </>
  );
}

function Grace({ pointer, policy, said, change, problems }: LineProps) {
  const { grace } = policy;
  return (
    <>
      <Told label={said.grace} hint={said.graceHint} pointer={pointer} problems={problems}>
        {(control) => (
          <Select
            control={control}
            value={grace === undefined ? 'usual' : 'own'}
            options={[
              ['usual', said.graceUsual],
              ['own', said.graceOwn],
            ]}
            onChoose={(next) => change([pointer, next === 'usual' ? undefined : { businessHours: 2 }])}
          />
        )}
      </Told>
      {grace === undefined ? null : (
        <AmountLine
          label={said.graceOwn}
          pointer={pointer}
          problems={problems}
          change={change}
          said={said}
          value={grace}
        />
      )}
    </>
  );
}
