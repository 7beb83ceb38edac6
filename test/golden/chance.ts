/** Chance that can be thrown again: the same seed gives the same numbers in every runtime. */

/** mulberry32, public domain, Tommy Ettinger. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** In `[0, 1)`. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** In `[low, high]`. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  is(likely: number): boolean {
    return this.next() < likely;
  }

  /** One of a list that is not empty; said twice, twice as likely. */
  of<T>(values: readonly T[]): T {
    const value = values[this.whole(0, values.length - 1)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }
}
