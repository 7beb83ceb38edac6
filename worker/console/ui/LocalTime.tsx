/**
 * A day and an hour as the workspace's own calendar tells them (CAL3), whatever zone this browser is
 * in: two people choosing "Monday 09:00" mean the same instant.
 */
import {
  dateOfDay,
  dayOfDate,
  instantOfLocal,
  localMsOf,
  type Offsets,
} from '../../../shared/sla/localTime.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Control } from './Field.tsx';

interface Props {
  readonly control: Control;
  readonly offsets: Offsets;
  /** Epoch ms. */
  readonly value: number;
  readonly onChoose: (at: number) => void;
}

export function LocalTime({ control, offsets, value, onChoose }: Props) {
  return (
    <input
      {...control}
      type="datetime-local"
      required
      value={wallClock(offsets, value)}
      onChange={({ currentTarget }) => {
        const at = instantOf(offsets, currentTarget.value);
        if (at !== null) onChoose(at);
      }}
    />
  );
}

/** `YYYY-MM-DDTHH:MM` there. */
export function wallClock(offsets: Offsets, at: number): string {
  const local = localMsOf(offsets, at);
  const day = Math.floor(local / DAY_MS);
  const minutes = Math.floor((local - day * DAY_MS) / MINUTE_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dateOfDay(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Null for what is no such time. */
export function instantOf(offsets: Offsets, text: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!found) return null;
  const [, on = '', hour = '', minute = ''] = found;
  return instantOfLocal(offsets, dayOfDate(on) * DAY_MS + (Number(hour) * 60 + Number(minute)) * MINUTE_MS);
}
