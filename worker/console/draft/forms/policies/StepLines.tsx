/** What happens before a promise is due and after it (CLK7): warnings and escalations, each a line. */
import type { ComponentChildren } from 'preact';
import { valueWords } from '../../../../../shared/definitions/change/telling.ts';
import { Policy } from '../../../../../shared/definitions/policy.ts';
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { isWallTime } from '../../../../../shared/sla/target.ts';
import type { PartProps } from '../part.ts';
import { NumberLine, PickLine } from '../pieces/lines.tsx';
import { Faults, Told } from '../pieces/Told.tsx';
import { Select } from '../../../ui/Select.tsx';
import { AmountLine } from './AmountLine.tsx';

interface Props extends Pick<PartProps, 'change' | 'problems' | 'telling'> {
  readonly policy: Policy;
  /** Of the policy. */
  readonly pointer: string;
  readonly said: PolicyFormWords;
}

const MOST = 5;
const RECIPIENTS = ['owner', 'manager', 'admin'] as const;
const ACTS = [...RECIPIENTS, 'reassign', 'return_to_pool'] as const;

export function Warnings({ policy, pointer, said, telling, ...bound }: Props) {
  const { change, problems } = bound;
  const list = `${pointer}/warn`;
  return (
    <Lines
      title={said.warn}
      add={said.addWarn}
      list={list}
      said={said}
      problems={problems}
      labels={policy.warn.map((one) => valueWords('warn', one, telling))}
      onAdd={() => change([list, [...policy.warn, { atPercent: 75, to: 'owner' }]])}
      onRemove={(place) => change([list, policy.warn.toSpliced(place, 1)])}
    >
      {(place) => {
        const warning = policy.warn[place];
        if (!warning) return null;
        const own = `${list}/${place}`;
        return (
          <>
            <Told label={said.warnHow} pointer={own} problems={[]}>
              {(control) => (
                <Select
                  control={control}
                  value={'before' in warning ? 'before' : 'atPercent'}
                  options={[
                    ['atPercent', said.warnHows.atPercent],
                    ['before', said.warnHows.before],
                  ]}
                  onChoose={(how) => {
                    const { to } = warning;
                    const before = isWallTime(policy.target) ? { hours: 1 } : { businessHours: 1 };
                    change([own, how === 'before' ? { before, to } : { atPercent: 75, to }]);
                  }}
                />
              )}
            </Told>
            {'before' in warning ? (
              <AmountLine
                {...bound}
                said={said}
                label={said.before}
                pointer={`${own}/before`}
                value={warning.before}
                like={policy.target}
              />
            ) : (
              <NumberLine
                {...bound}
                label={said.percent}
                pointer={`${own}/atPercent`}
                value={warning.atPercent}
                min={1}
                max={99}
              />
            )}
            <PickLine
              {...bound}
              label={said.whom}
              pointer={`${own}/to`}
              value={warning.to}
              options={RECIPIENTS.map((to) => [to, telling.words.values[to] ?? to] as const)}
            />
          </>
        );
      }}
    </Lines>
  );
}

export function Escalations({ policy, pointer, said, telling, ...bound }: Props) {
  const { change, problems } = bound;
  const list = `${pointer}/escalate`;
  const after = isWallTime(policy.target) ? { hours: 1 } : { businessHours: 1 };
  return (
    <Lines
      title={said.escalate}
      add={said.addEscalate}
      list={list}
      said={said}
      problems={problems}
      labels={policy.escalate.map((one) => valueWords('escalate', one, telling))}
      onAdd={() => change([list, [...policy.escalate, { after, do: { notify: 'manager' } }]])}
      onRemove={(place) => change([list, policy.escalate.toSpliced(place, 1)])}
    >
      {(place) => {
        const step = policy.escalate[place];
        if (!step) return null;
        const own = `${list}/${place}`;
        return (
          <>
            <AmountLine
              {...bound}
              said={said}
              label={said.after}
              pointer={`${own}/after`}
              value={step.after}
              like={policy.target}
            />
            <Told label={said.act} pointer={`${own}/do`} problems={problems}>
              {(control) => (
                <Select
                  control={control}
                  value={typeof step.do === 'string' ? step.do : step.do.notify}
                  options={ACTS.map((act) => [act, said.acts[act]] as const)}
                  onChoose={(act) => {
                    const notify = RECIPIENTS.find((one) => one === act);
                    change([`${own}/do`, notify ? { notify } : act]);
                  }}
                />
              )}
            </Told>
          </>
        );
      }}
    </Lines>
  );
}

interface LinesProps extends Pick<PartProps, 'problems'> {
  readonly title: string;
  readonly add: string;
  readonly list: string;
  readonly said: PolicyFormWords;
  /** One a line, as a person would tell it. */
  readonly labels: readonly string[];
  readonly onAdd: () => void;
  readonly onRemove: (place: number) => void;
  readonly children: (place: number) => ComponentChildren;
}

function Lines({ title, add, list, said, labels, problems, ...props }: LinesProps) {
  return (
    <fieldset data-at={list}>
      <legend>{title}</legend>
      <ul class="step-lines">
        {labels.map((label, place) => (
          <li key={place}>
            {props.children(place)}
            <button
              type="button"
              class="quiet"
              aria-label={said.remove(label)}
              onClick={() => props.onRemove(place)}
            >
              ×
            </button>
            <Faults pointer={`${list}/${place}`} problems={problems} />
          </li>
        ))}
      </ul>
      <Faults pointer={list} problems={problems} />
      {labels.length < MOST ? (
        <button type="button" class="quiet" onClick={props.onAdd}>
          + {add}
        </button>
      ) : null}
    </fieldset>
  );
}
