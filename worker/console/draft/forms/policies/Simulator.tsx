/**
 * Clocks tried on a lead that is only imagined: by what is in force and by the draft, side by side,
 * counted by the engine itself in this browser.
 */
import { useMemo, useState } from 'preact/hooks';
import { criterionWords } from '../../../../../shared/definitions/change/criterion.ts';
import { valueWords } from '../../../../../shared/definitions/change/telling.ts';
import { memberAt } from '../../../../../shared/lead/memberAt.ts';
import { workspaceCalendarOf } from '../../../../../shared/lead/versionAt.ts';
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { useQuery } from '../../../api/hooks.ts';
import { room as roomResource } from '../../../api/resources.ts';
import { Field } from '../../../ui/Field.tsx';
import { LocalTime } from '../../../ui/LocalTime.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { PartProps } from '../part.ts';
import { conditionsOf, type Imagined, keyOf } from './imagined.ts';
import { nextFriday } from './moment.ts';
import { asVersion, simulate, type Simulated } from './simulate.ts';
import { SimulatedClock } from './SimulatedClock.tsx';

const VERDICTS = ['unmet', 'met', 'unknown'] as const;

export function Simulator({ definitions, inForce, telling, said }: PartProps & { said: PolicyFormWords }) {
  const { sim } = said;
  const { offsets, zone } = workspaceCalendarOf(inForce);
  const [at, setAt] = useState(() => nextFriday(offsets, Date.now()));
  const [segment, setSegment] = useState('');
  const [owner, setOwner] = useState('');
  const [conditions, setConditions] = useState<Imagined['conditions']>({});
  const room = useQuery(roomResource).value;
  const owners = (room?.members ?? []).flatMap(({ id, name }) => {
    const hours = room && memberAt(room, id, Date.now())?.hours;
    const calendar = hours ? room.calendars[hours] : undefined;
    return calendar ? [{ id, name, calendar }] : [];
  });
  const hours = owners.find(({ id }) => id === owner)?.calendar ?? null;
  const lead: Imagined = { at, hours, segment: segment === '' ? null : segment, conditions };
  const asked = useMemo(
    () => conditionsOf([definitions, inForce.definitions]),
    [definitions.policies, inForce],
  );
  // Hours take a moment to compile; what else is written in the draft does not change them.
  const drafted = useMemo(() => asVersion(definitions, inForce, at), [definitions.calendars, inForce, at]);
  const pairs = paired(simulate(inForce, lead), simulate({ ...drafted, definitions }, lead));
  const segments = new Map(
    [...inForce.definitions.segments, ...definitions.segments].map(({ id, label }) => [id, label]),
  );
  return (
    <section class="simulator" aria-label={sim.title}>
      <header>
        <h3>{sim.title}</h3>
        <p class="minor">{sim.about}</p>
      </header>
      <div class="pair">
        <Field label={sim.moment} hint={sim.momentHint(zone)}>
          {(control) => <LocalTime control={control} offsets={offsets} value={at} onChoose={setAt} />}
        </Field>
        {segments.size === 0 ? null : (
          <Field label={sim.segment}>
            {(control) => (
              <Select
                control={control}
                value={segment}
                options={[['', sim.noSegment] as const, ...segments]}
                onChoose={setSegment}
              />
            )}
          </Field>
        )}
        {owners.length === 0 ? null : (
          <Field label={sim.owner}>
            {(control) => (
              <Select
                control={control}
                value={owner}
                options={[['', sim.anybody] as const, ...owners.map(({ id, name }) => [id, name] as const)]}
                onChoose={setOwner}
              />
            )}
          </Field>
        )}
      </div>
      {asked.length === 0 ? null : (
        <fieldset class="conditions">
          <legend>{sim.conditions}</legend>
          {asked.map((leaf) => (
            <label key={keyOf(leaf)}>
              <span>{criterionWords(leaf, telling)}</span>
              <Select
                value={conditions[keyOf(leaf)] ?? 'unmet'}
                options={VERDICTS.map((one) => [one, sim.verdicts[one]] as const)}
                onChoose={(verdict) => setConditions({ ...conditions, [keyOf(leaf)]: verdict })}
              />
            </label>
          ))}
        </fieldset>
      )}
      <ul class="simulated" aria-label={sim.title}>
        {pairs.map(({ key, before, after }) => {
          const one = after ?? before;
          if (!one) return null;
          const kind = valueWords('kind', one.kind, telling);
          const stage = one.stage === undefined ? '' : ` · ${valueWords('stage', one.stage, telling)}`;
          return (
            <SimulatedClock
              key={key}
              name={`${kind}${stage}`}
              said={said}
              inForce={inForce}
              zone={zone}
              before={before}
              after={after}
              telling={telling}
            />
          );
        })}
      </ul>
    </section>
  );
}

interface Pair {
  readonly key: string;
  readonly before: Simulated | null;
  readonly after: Simulated | null;
}

/** What either agreement promises, one beside the other. */
function paired(before: readonly Simulated[], after: readonly Simulated[]): readonly Pair[] {
  const keyOfOne = ({ kind, stage = '' }: Simulated) => `${kind} ${stage}`;
  const keys = new Set([...before, ...after].map(keyOfOne));
  return [...keys].map((key) => ({
    key,
    before: before.find((one) => keyOfOne(one) === key) ?? null,
    after: after.find((one) => keyOfOne(one) === key) ?? null,
  }));
}
