/**
 * The arithmetic of marketing's promise (TGT1): quota ÷ (average deal × close rate), and how many leads
 * it takes to find that many worth handing over. Too little evidence gives no number.
 */
import { ENOUGH, type Share } from './share.ts';

/** Expected conversion, with what it rests on: observed, or agreed and then without interval. */
export type Rate = Pick<Share, 'hits' | 'n'> & Partial<Pick<Share, 'low' | 'high'>>;

export interface VolumeInput {
  /** Per rep and month, hundredths of the reporting currency; null = none agreed. */
  readonly quotaCents: number | null;
  /** Average won deal, hundredths; null = no won deal with a rate. */
  readonly dealCents: number | null;
  /** Won ÷ handed off. */
  readonly closeRate: Rate;
  /** Handed off ÷ captured; null leaves the number of leads out. */
  readonly qualifyRate: Rate | null;
  /** Fewer in a rate's denominator are not enough. */
  readonly enough?: number;
}

export interface Volume {
  readonly enough: true;
  /** Wanted per rep and month, not rounded. */
  readonly customers: number;
  /** Hand-offs and captured leads, rounded up. `least` and `most` are the ends of the close rate's interval. */
  readonly handoffs: number;
  readonly least: number | null;
  /** Null also when the interval reaches down to no sale at all. */
  readonly most: number | null;
  readonly leads: number | null;
}

export type NoVolume = {
  readonly enough: false;
  /** No quota agreed; too few old enough to judge; nobody bought yet; no deal whose worth is known. */
  readonly why: 'no_quota' | 'not_enough' | 'no_wins' | 'no_deals';
};

/** An agreed rate, 0–1, is a promise and no sample: it needs no minimum and has no interval. */
export function agreedRate(share: number): Rate {
  return { hits: share * ENOUGH, n: ENOUGH };
}

export function volumeOf(input: VolumeInput): Volume | NoVolume {
  const { quotaCents, dealCents, closeRate, qualifyRate, enough = ENOUGH } = input;
  if (quotaCents === null) return { enough: false, why: 'no_quota' };
  if (dealCents === null || dealCents <= 0) return { enough: false, why: 'no_deals' };
  if (closeRate.n < enough) return { enough: false, why: 'not_enough' };
  if (closeRate.hits === 0) return { enough: false, why: 'no_wins' };
  const customers = quotaCents / dealCents;
  const handoffs = (customers * closeRate.n) / closeRate.hits;
  const isKnown = qualifyRate !== null && qualifyRate.n >= enough && qualifyRate.hits > 0;
  return {
    enough: true,
    customers,
    handoffs: up(handoffs),
    least: atRate(customers, closeRate.high),
    most: atRate(customers, closeRate.low),
    leads: isKnown ? up((handoffs * qualifyRate.n) / qualifyRate.hits) : null,
  };
}

function atRate(customers: number, rate: number | undefined): number | null {
  return rate === undefined || rate <= 0 ? null : up(customers / rate);
}

/** Whole leads; what a division left past the ninth decimal is no lead. */
function up(leads: number): number {
  return Math.ceil(leads - 1e-9);
}
