/**
 * What a chip needs to draw itself and tick, and nothing personal (OVR2): no name, address or note.
 * Built in the background from the fold, drawn in the page by plain DOM, ticked by one shared timer.
 */
import type { ClockKind, ClockStatus } from '../lead/vocabulary.ts';

/** Colour means clock state only (OVR1). */
export type Tone = 'ok' | 'risk' | 'late' | 'rest' | 'done';
export type ClockIcon = 'timer' | 'alert' | 'check' | 'pause' | 'none';

/** One clock as data that stays true while it ticks: instants and words, never time left (FCT5). */
export interface ClockFace {
  readonly kind: ClockKind;
  readonly status: ClockStatus;
  readonly trial: boolean;
  readonly startedAt: number | null;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  /** Open periods around now and up to the due, `[start, end)`; null for a target in wall time. */
  readonly open: readonly (readonly [start: number, end: number])[] | null;
  /** Words for each face in the person's language; `{t}` is where the duration goes. */
  readonly words: {
    readonly running: string;
    readonly late: string;
    /** Said when met, met late, cancelled, waiting or paused; already complete. */
    readonly still: string;
  };
}

export interface ChipView {
  /** Opaque handle of the lead for this tab; the card is asked for by it. */
  readonly key: string;
  /** How many leads share the address; above 1 the chip says "2 leads" and asks (IDN2). */
  readonly leads: number;
  readonly score: number | null;
  /** Short stage label, e.g. `MQL`. */
  readonly stage: string;
  readonly clock: ClockFace | null;
  /** Instead of a clock: the owner's first name for a colleague's lead (ACC3), `trial`, `backlog`. */
  readonly note: string | null;
  /** Begins the accessible name, e.g. "Combinado: score 72, MQL"; the clock's words follow. */
  readonly label: string;
}

/** What a clock looks like at one instant. */
export interface Face {
  readonly tone: Tone;
  readonly icon: ClockIcon;
  readonly text: string;
}
