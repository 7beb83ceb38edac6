/**
 * The same stretch of time for both agreements: open hours, the way to the deadline, warnings and what
 * follows. For the eye; the lists below say the same.
 */
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { instantOfLocal, localMsOf } from '../../../../../shared/sla/localTime.ts';
import { DAY_MS, HOUR_MS } from '../../../../../shared/time.ts';
import type { CompiledCalendar } from '../../../../../shared/time.ts';
import { useSession } from '../../../session.ts';
import { periodsBetween } from './counted.ts';
import { stepWords, useInstant } from './said.ts';
import type { Simulated } from './simulate.ts';

interface Props {
  readonly name: string;
  readonly sides: readonly { readonly label: string; readonly one: Simulated | null }[];
  readonly said: PolicyFormWords;
}

/** Days written on the axis at most. */
const MOST_DAYS = 8;

export function TimeLine({ name, sides, said }: Props) {
  const { format } = useSession();
  const instant = useInstant();
  const timed = sides.flatMap(({ label, one }) =>
    one?.clock?.startedAt != null && one.clock.dueAt !== null && one.calendar
      ? [
          {
            label,
            steps: one.steps,
            calendar: one.calendar,
            start: one.clock.startedAt,
            due: one.clock.dueAt,
          },
        ]
      : [],
  );
  const [first] = timed;
  if (!first) return null;
  const ends = timed.flatMap(({ due, steps }) => [due, ...steps.map(({ at }) => at)]);
  const { from, to } = roomAround(first.start, Math.max(...ends));
  const share = (at: number) => `${(100 * (Math.min(Math.max(at, from), to) - from)) / (to - from)}%`;
  const sentence = timed
    .map(
      ({ label, calendar, start, due }) =>
        `${label}: ${said.sim.line(name, instant(start, calendar), instant(due, calendar))}`,
    )
    .join('; ');
  return (
    <div class="time-line" role="img" aria-label={sentence}>
      {timed.map(({ label, calendar, start, due, steps }) => (
        <div key={label} class="time-row">
          <span class="minor">{label}</span>
          <div class="track">
            {periodsBetween(calendar, from, to).map((period) => (
              <i
                key={period.start}
                class="open"
                style={{
                  insetInlineStart: share(period.start),
                  width: widthOf(period.start, period.end, from, to),
                }}
              />
            ))}
            <i class="way" style={{ insetInlineStart: share(start), width: widthOf(start, due, from, to) }} />
            {steps.map((step) => (
              <i
                key={step.id}
                class="mark"
                data-kind={step.kind}
                title={`${instant(step.at, calendar)}: ${stepWords(step, said)}`}
                style={{ insetInlineStart: share(step.kind === 'breach' ? step.dueAt : step.at) }}
              />
            ))}
          </div>
        </div>
      ))}
      <div class="time-row axis">
        <span />
        <div class="track">
          {midnights(first.calendar, from, to).map((at) => {
            const offset = localMsOf(first.calendar.offsets, at) - at;
            return (
              <span key={at} style={{ insetInlineStart: share(at) }}>
                {format.weekday(at, offset)} {format.date(at, offset)}
              </span>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** A little room on both sides, so that nothing stands on the edge. */
function roomAround(start: number, end: number): { readonly from: number; readonly to: number } {
  const margin = Math.max((end - start) / 20, HOUR_MS / 4);
  return { from: start - margin, to: end + margin };
}

function widthOf(start: number, end: number, from: number, to: number): string {
  return `${(100 * (Math.min(end, to) - Math.max(start, from))) / (to - from)}%`;
}

/** Where local days begin between two instants, thinned to what can be read. */
function midnights({ offsets }: CompiledCalendar, from: number, to: number): readonly number[] {
  const [first, last] = [from, to].map((at) => Math.floor(localMsOf(offsets, at) / DAY_MS));
  const days = (last ?? 0) - (first ?? 0);
  const every = Math.max(1, Math.ceil(days / MOST_DAYS));
  return Array.from({ length: Math.floor(days / every) }, (_, place) =>
    instantOfLocal(offsets, ((first ?? 0) + 1 + place * every) * DAY_MS),
  ).filter((at) => at >= from && at <= to);
}
