/** One promise of the imagined lead: when it is due by both agreements, why, and what happens when. */
import { criterionWords } from '../../../../../shared/definitions/change/criterion.ts';
import { type Telling, valueWords } from '../../../../../shared/definitions/change/telling.ts';
import type { Version } from '../../../../../shared/definitions/version.ts';
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { localMsOf } from '../../../../../shared/sla/localTime.ts';
import { isWallTime, targetMsBetween } from '../../../../../shared/sla/target.ts';
import type { CompiledCalendar } from '../../../../../shared/time.ts';
import { useSession } from '../../../session.ts';
import { duration } from '../../../ui/numbers.ts';
import { countedPeriods } from './counted.ts';
import { stepWords, useInstant } from './said.ts';
import type { Simulated } from './simulate.ts';
import { TimeLine } from './TimeLine.tsx';

interface Props {
  readonly name: string;
  readonly said: PolicyFormWords;
  readonly inForce: Version;
  /** Of the workspace; a clock of another zone says so. */
  readonly zone: string;
  readonly before: Simulated | null;
  readonly after: Simulated | null;
  readonly telling: Telling;
}

export function SimulatedClock({ name, said, inForce, zone, before, after, telling }: Props) {
  const { sim } = said;
  const change = changeWords(before, after, said);
  const sides = [
    {
      label: sim.inForce(inForce.version),
      one: before,
      telling: { ...telling, definitions: inForce.definitions },
    },
    { label: sim.draft, one: after, telling },
  ];
  return (
    <li>
      <details>
        <summary>
          <b>{name}</b>
          {sides.map(({ label, one }) => (
            <span key={label} class="due">
              <span class="minor">{label}</span> <Due one={one} said={said} />
            </span>
          ))}
          <span class={change === sim.same ? 'minor' : 'tag risk'}>{change}</span>
        </summary>
        <TimeLine name={name} sides={sides} said={said} />
        <div class="sides">
          {sides.map(({ label, one, telling: named }) => (
            <div key={label}>
              <h4>{label}</h4>
              {one ? <Told one={one} said={said} zone={zone} telling={named} /> : <p>{sim.notPromised}</p>}
            </div>
          ))}
        </div>
      </details>
    </li>
  );
}

function Due({ one, said }: { readonly one: Simulated | null; readonly said: PolicyFormWords }) {
  const instant = useInstant();
  const { sim } = said;
  if (!one) return <>{sim.notPromised}</>;
  if (!one.clock || !one.calendar) return <>{sim.none}</>;
  return <>{one.clock.dueAt === null ? sim.beyond : instant(one.clock.dueAt, one.calendar)}</>;
}

function changeWords(before: Simulated | null, after: Simulated | null, { sim }: PolicyFormWords): string {
  if (!before?.clock) return after?.clock ? sim.begins : sim.same;
  if (!after?.clock) return sim.ends;
  const [old, now] = [before.clock.dueAt, after.clock.dueAt];
  if (old === now || old === null || now === null) return sim.same;
  return now < old ? sim.earlier(duration(old - now)) : sim.later(duration(now - old));
}

interface ToldProps {
  readonly one: Simulated;
  readonly said: PolicyFormWords;
  readonly zone: string;
  readonly telling: Telling;
}

function Told({ one, said, zone, telling }: ToldProps) {
  const instant = useInstant();
  const { sim } = said;
  const { clock, calendar, tried, steps } = one;
  const [leg] = clock?.legs ?? [];
  const counted = clock && calendar ? countedPeriods(clock, calendar) : [];
  const isWall = clock !== null && isWallTime(clock.policy.target);
  return (
    <>
      <h5>{sim.why}</h5>
      <ol class="tried">
        {tried.map(({ policy, verdict }) => {
          const isChosen = policy.id === clock?.policy.id;
          return (
            <li key={policy.id} data-chosen={isChosen ? '' : undefined}>
              <span class="tag">{said.levels[policy.level]}</span>{' '}
              {isChosen ? <b>{policy.label}</b> : policy.label}
              <span class="minor">
                {' '}
                {policy.when ? `${criterionWords(policy.when, telling)} — ` : null}
                {sim.whys[verdict === 'met' && !policy.when ? 'every' : verdict]}
              </span>
            </li>
          );
        })}
      </ol>
      {clock && calendar && clock.startedAt !== null ? (
        <>
          <p>
            {valueWords('target', clock.policy.target, telling)} ·{' '}
            {telling.definitions.calendars[clock.policy.calendar]?.label ?? clock.policy.calendar}
            {calendar.zone === zone ? null : ` · ${sim.zone(calendar.zone)}`}
          </p>
          {leg && leg.dueAt !== null && leg.dueAt !== clock.dueAt ? (
            <p>{sim.own(instant(leg.dueAt, calendar))}</p>
          ) : null}
          <h5>{sim.counted}</h5>
          {isWall ? <p>{sim.wall}</p> : null}
          {counted.length > 0 ? (
            <Counted periods={counted} clock={clock} calendar={calendar} said={said} />
          ) : null}
          <h5>{sim.steps}</h5>
          <ol class="when-list">
            <li>
              <time>{instant(clock.startedAt, calendar)}</time> {sim.starts}
            </li>
            {steps.map((step) => (
              <li key={step.id} data-kind={step.kind}>
                <time>{instant(step.kind === 'breach' ? step.dueAt : step.at, calendar)}</time>{' '}
                {stepWords(step, said)}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

const MOST = 6;

interface CountedProps {
  readonly periods: ReturnType<typeof countedPeriods>;
  readonly clock: NonNullable<Simulated['clock']>;
  readonly calendar: CompiledCalendar;
  readonly said: PolicyFormWords;
}

function Counted({ periods, clock, calendar, said: { sim } }: CountedProps) {
  const { format } = useSession();
  const { startedAt, dueAt, policy } = clock;
  const offset = (at: number) => localMsOf(calendar.offsets, at) - at;
  const days = new Set(periods.map(({ on }) => on)).size;
  const whole =
    startedAt === null || dueAt === null ? 0 : targetMsBetween(calendar, policy.target, startedAt, dueAt);
  return (
    <ul class="counted">
      {periods.slice(0, MOST).map(({ start, end }) => (
        <li key={start}>
          {format.weekday(start, offset(start))} {format.date(start, offset(start))}{' '}
          {format.time(start, offset(start))}–{format.time(end, offset(end))} <b>{duration(end - start)}</b>
        </li>
      ))}
      {periods.length > MOST ? <li>…</li> : null}
      <li>
        <b>{duration(whole)}</b> · {format.plural(days, sim.days)}
      </li>
    </ul>
  );
}
