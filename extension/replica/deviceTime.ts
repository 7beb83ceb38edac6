/**
 * Views are built in the worker's time and tick by the device's own clock, so a device that is wrong
 * by an hour gets instants that are wrong by the same hour and shows the right time left (ATT5).
 */
import type { DayRow } from '../../shared/ui/buildDayRow.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import type { ChipView, ClockFace } from '../../shared/ui/chipView.ts';
import type { ServerClock } from './serverClock.ts';

export function chipOnDevice(chip: ChipView, clock: ServerClock): ChipView {
  return chip.clock ? { ...chip, clock: faceOnDevice(chip.clock, clock) } : chip;
}

export function cardOnDevice(card: CardView, clock: ServerClock): CardView {
  return {
    ...card,
    builtAt: clock.onDevice(card.builtAt),
    clocks: card.clocks.map((each) => ({ ...each, face: faceOnDevice(each.face, clock) })),
  };
}

export function rowOnDevice(row: DayRow, clock: ServerClock): DayRow {
  const { done } = row;
  return {
    ...row,
    clock: row.clock && { ...row.clock, face: faceOnDevice(row.clock.face, clock) },
    done: done && { ...done, at: clock.onDevice(done.at) },
  };
}

function faceOnDevice(face: ClockFace, clock: ServerClock): ClockFace {
  const shift = (instant: number | null) => (instant === null ? null : clock.onDevice(instant));
  return {
    ...face,
    startedAt: shift(face.startedAt),
    dueAt: shift(face.dueAt),
    riskAt: shift(face.riskAt),
    open: face.open?.map(([start, end]) => [clock.onDevice(start), clock.onDevice(end)] as const) ?? null,
  };
}
