/**
 * Requests to a vendor no faster than its documented limits: a few at once, then evenly, so that no window of
 * a limit ever holds more than it may, wherever it begins. What is kept of it is one instant a limit, told at
 * every request, so that a restart forgets nothing.
 */
import { SECOND_MS } from '../../shared/time.ts';

/** As the vendor's own pages state it. */
export interface Limit {
  readonly most: number;
  readonly perMs: number;
  /** Of the paths it counts; all of them where left out. */
  readonly of?: RegExp;
}

/** How far a limit's requests are apart in the long run, and how far ahead of that they may be at once; ms. */
export interface Rate {
  readonly everyMs: number;
  readonly aheadMs: number;
}

export interface KeptPace {
  /** For each limit, when what was sent so far would be over if it had been sent evenly; epoch ms. */
  readonly until: readonly number[];
  /** The vendor said so itself (Retry-After); epoch ms. */
  readonly notBefore: number;
}

/** Of a limit, what may go at once; what arrives late of it is caught up with what is left over below. */
const AT_ONCE = 1 / 4;
/** The way there is not even: what left at its time may arrive in another window. */
const EVENLY = 0.9;

export function rateOf({ most, perMs }: Limit): Rate {
  const atOnce = Math.max(1, Math.floor(most * AT_ONCE));
  const everyMs = perMs / ((most - atOnce) * EVENLY);
  return { everyMs, aheadMs: (atOnce - 1) * everyMs };
}

/** What time it is for the vendor, and how it goes by. */
export interface Timer {
  /** Epoch ms. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export interface Pacing {
  readonly limits: readonly Limit[];
  /** Null: nothing was sent yet. */
  readonly kept: KeptPace | null;
  readonly timer: Timer;
  /** Waited by this piece of work in all, ms: what takes longer comes again by itself. */
  readonly patienceMs?: number;
  readonly keep?: (kept: KeptPace) => void;
}

export class Pace {
  private readonly limits: readonly (Rate & { readonly of: RegExp | undefined })[];
  private readonly until: number[];
  private notBefore: number;
  private readonly timer: Timer;
  private waited = 0;
  private readonly patienceMs: number;
  private readonly keep: (kept: KeptPace) => void;

  constructor({ limits, kept, timer, patienceMs = 4 * SECOND_MS, keep = () => undefined }: Pacing) {
    this.limits = limits.map((limit) => ({ ...rateOf(limit), of: limit.of }));
    this.until = this.limits.map((_, index) => kept?.until[index] ?? 0);
    this.notBefore = kept?.notBefore ?? 0;
    this.timer = timer;
    this.patienceMs = patienceMs;
    this.keep = keep;
  }

  get kept(): KeptPace {
    return { until: this.until.map(Math.ceil), notBefore: this.notBefore };
  }

  /**
   * Waits for a request's turn.
   * @returns 0; or in how many ms as many may go at once again as ever may, so that what is begun anew then
   * gets further than now
   */
  async turn(path: string): Promise<number> {
    for (let wait = this.waitFor(path); wait > 0; wait = this.waitFor(path)) {
      if (this.waited + wait > this.patienceMs) return this.waitFor(path, 0);
      this.waited += wait;
      await this.timer.wait(wait);
    }
    const now = this.timer.now();
    for (const [index, { of, everyMs }] of this.limits.entries()) {
      if (of === undefined || of.test(path))
        this.until[index] = Math.max(this.until[index] ?? 0, now) + everyMs;
    }
    this.keep(this.kept);
    return 0;
  }

  /** The vendor wants to be left alone for so long. */
  hold(ms: number): void {
    this.notBefore = Math.max(this.notBefore, this.timer.now() + ms);
    this.keep(this.kept);
  }

  private waitFor(path: string, ahead = 1): number {
    const now = this.timer.now();
    const waits = this.limits.map(({ of, aheadMs }, index) =>
      of === undefined || of.test(path) ? (this.until[index] ?? 0) - aheadMs * ahead - now : 0,
    );
    return Math.ceil(Math.max(0, this.notBefore - now, ...waits));
  }
}
