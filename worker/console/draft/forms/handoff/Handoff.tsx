/** The protocol of passing a lead on and back (HOF): when, with what, why it may return, who decides. */
import { RESERVED_FIELDS } from '../../../../../shared/lead/vocabulary.ts';
import { handoffFormWords } from '../../../../../shared/messages/handoffForm/index.ts';
import type { HandoffFormWords } from '../../../../../shared/messages/handoffForm/words.ts';
import { fieldLabel } from '../../../../../shared/ui/fieldWords.ts';
import { useQuery } from '../../../api/hooks.ts';
import { members } from '../../../api/resources.ts';
import { useSession } from '../../../session.ts';
import type { PartProps } from '../part.ts';
import { NumberLine, PickLine } from '../pieces/lines.tsx';
import { Faults } from '../pieces/Told.tsx';
import { Reasons, SnoozeReasons } from './Reasons.tsx';
import './handoff.css';

export interface HandoffProps extends PartProps {
  readonly said: HandoffFormWords;
}

const MINIMUM = ['attempts', 'dates', 'withinDays', 'channels', 'notDeclared'] as const;

export default function Handoff(part: PartProps) {
  const { language } = useSession();
  const props: HandoffProps = { ...part, said: handoffFormWords(language) };
  const { said } = props;
  return (
    <div class="form handoff">
      <TakeOver {...props} />
      <section aria-label={said.back}>
        <h3>{said.back}</h3>
        <p class="minor">{said.reasonsHint}</p>
        <Reasons {...props} />
      </section>
      <Minimum {...props} />
      <Contest {...props} />
      <Snooze {...props} />
      <section aria-label={said.work.title}>
        <h3>{said.work.title}</h3>
        <NumberLine
          label={said.work.days}
          hint={said.work.hint}
          pointer="/handoff/workWithinDays"
          problems={part.problems}
          change={part.change}
          value={part.definitions.handoff.workWithinDays}
          min={1}
        />
      </section>
    </div>
  );
}

function TakeOver({ definitions, problems, change, telling, said }: HandoffProps) {
  const { handoff, stages, fields } = definitions;
  const bound = { problems, change };
  const { required } = handoff.brief;
  const pointer = '/handoff/brief/required';
  const known = [...RESERVED_FIELDS, ...fields.map(({ id }) => id)];
  // What the draft asks for stays to be seen, though no such field is there any more.
  const offered = [...new Set([...known, ...required])];
  const options = stages.map(({ id, label }) => [id, label] as const);
  return (
    <section aria-label={said.takeOver}>
      <h3>{said.takeOver}</h3>
      <div class="pair">
        <PickLine
          {...bound}
          label={said.stage}
          hint={said.stageHint}
          pointer="/handoff/stage"
          value={handoff.stage}
          options={options}
        />
        <PickLine
          {...bound}
          label={said.accepted}
          hint={said.acceptedHint}
          pointer="/handoff/acceptedStage"
          value={handoff.acceptedStage}
          options={options}
          none={said.noAccepted}
        />
      </div>
      <fieldset data-at={pointer}>
        <legend>{said.brief}</legend>
        <p class="minor">{said.briefHint}</p>
        <ul class="ticks">
          {offered.map((field) => (
            <li key={field}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={required.includes(field)}
                  onChange={({ currentTarget }) =>
                    change([
                      pointer,
                      currentTarget.checked ? [...required, field] : required.filter((one) => one !== field),
                    ])
                  }
                />
                {fieldLabel(field, definitions, telling.catalog)}
              </label>
            </li>
          ))}
        </ul>
        <Faults pointer={pointer} problems={problems} />
        {required.map((field, place) => (
          <Faults key={field} pointer={`${pointer}/${place}`} problems={problems} />
        ))}
      </fieldset>
    </section>
  );
}

function Minimum({ definitions, problems, change, said }: HandoffProps) {
  const { format } = useSession();
  const { unreachable } = definitions.handoff;
  const { minimum } = said;
  const number = format.number;
  return (
    <section aria-label={minimum.title}>
      <h3>{minimum.title}</h3>
      <p class="said">
        {minimum.said({
          attempts: number(unreachable.attempts),
          dates: number(unreachable.dates),
          withinDays: number(unreachable.withinDays),
          channels: number(unreachable.channels),
          notDeclared: number(unreachable.notDeclared),
        })}{' '}
        <span class="minor">{minimum.about}</span>
      </p>
      <div class="numbers">
        {MINIMUM.map((key) => (
          <NumberLine
            key={key}
            label={minimum[key]}
            pointer={`/handoff/unreachable/${key}`}
            problems={problems}
            change={change}
            value={unreachable[key]}
            min={key === 'notDeclared' ? 0 : 1}
          />
        ))}
      </div>
      <Faults pointer="/handoff/unreachable" problems={problems} />
    </section>
  );
}

function Contest({ definitions, problems, change, said }: HandoffProps) {
  const people = useQuery(members).value?.members ?? [];
  const { contestWithinDays, referee } = definitions.handoff;
  return (
    <section aria-label={said.contest.title}>
      <h3>{said.contest.title}</h3>
      <p class="minor">{said.contest.about}</p>
      <div class="pair">
        <NumberLine
          label={said.contest.days}
          pointer="/handoff/contestWithinDays"
          problems={problems}
          change={change}
          value={contestWithinDays}
          min={1}
        />
        <PickLine
          label={said.contest.referee}
          hint={said.contest.refereeHint}
          pointer="/handoff/referee"
          problems={problems}
          change={change}
          value={referee}
          options={people.map(({ id, name }) => [id, name] as const)}
          none={said.contest.nobody}
        />
      </div>
    </section>
  );
}

function Snooze(props: HandoffProps) {
  const { definitions, problems, change, said } = props;
  const { times, openDays } = definitions.handoff.snooze;
  return (
    <section aria-label={said.snooze.title}>
      <h3>{said.snooze.title}</h3>
      <p class="minor">{said.snooze.about}</p>
      <div class="pair">
        <NumberLine
          label={said.snooze.times}
          pointer="/handoff/snooze/times"
          problems={problems}
          change={change}
          value={times}
          min={0}
        />
        <NumberLine
          label={said.snooze.openDays}
          pointer="/handoff/snooze/openDays"
          problems={problems}
          change={change}
          value={openDays}
          min={1}
        />
      </div>
      <SnoozeReasons {...props} />
    </section>
  );
}
