/** What marketing would have to deliver a month for sales to reach its quota (TGT1), by the leads closed so far. */
import type { Evidence } from '../../target/evidence.ts';
import { ENOUGH, type Share, shareOf } from '../../target/share.ts';
import { volumeOf } from '../../target/volume.ts';
import type { Definitions } from '../definitions.ts';

export interface Wanted {
  /** Leads handed over a month, by the whole team. */
  readonly target: number;
  readonly people: number;
  readonly quota: number;
  readonly currency: string;
  /** Won ÷ closed. */
  readonly closeRate: Share;
  /** Average won deal, hundredths, and of how many. */
  readonly dealCents: number;
  readonly deals: number;
  /** The quota of each, by segment, as the won leads lie. */
  readonly quotas: Definitions['quotas'];
}

/** Null without a quota, anybody to carry it, or enough to go by in its currency. */
export function volumeFor(
  { won, lost, deals, segments }: Evidence,
  quota: number | null,
  currency: string,
  people: number,
): Wanted | null {
  const own = deals.find((one) => one.currency === currency);
  if (quota === null || quota <= 0 || people === 0 || own === undefined || own.n < ENOUGH) return null;
  const closeRate = shareOf(won, won + lost);
  const dealCents = Math.round(own.cents / own.n);
  const volume = volumeOf({ quotaCents: Math.round(quota * 100), dealCents, closeRate, qualifyRate: null });
  if (!volume.enough) return null;
  const named = segments.filter((one) => one.segment !== null && one.won > 0);
  const all = named.reduce((sum, one) => sum + one.won, 0);
  const quotas = named.map((one) => {
    return { segment: String(one.segment), perRepMonth: Math.round((quota * one.won) / all) };
  });
  const target = Math.ceil((people * Math.round(quota * 100) * closeRate.n) / (dealCents * closeRate.hits));
  return {
    target,
    people,
    quota,
    currency,
    closeRate,
    dealCents,
    deals: own.n,
    quotas: quotas.filter(({ perRepMonth }) => perRepMonth > 0),
  };
}
