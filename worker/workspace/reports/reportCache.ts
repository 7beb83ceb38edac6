/**
 * What was added up lately, in memory: by question, in parts of so many leads each, so that after a change
 * only the part it fell into is added up anew. Sums by cell, nobody's data; gone with the object, and
 * forgotten with the ground it stands on.
 */
import type { KeptLead } from '../../../shared/target/keptLead.ts';
import type { KeepsDeal } from '../../../shared/target/scope.ts';
import type { Table } from '../../../shared/target/table.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';

/** By report. */
export type Tables = Readonly<Record<string, Table>>;

/** The sums of the leads with an id in `(after, upTo]`; `upTo` null: to the end. */
export interface Part {
  readonly after: string;
  readonly upTo: string | null;
  readonly leads: number;
  /** Null: not added up yet. */
  readonly tables: Tables | null;
  /** It holds from the instant it was made at until before `until`, unless a lead in it changes. */
  readonly asOf: number;
  readonly until: number;
  /** Pass it was made in. */
  readonly pass: number;
  stale: boolean;
}

/** One walk over all parts; all leads as of one instant. */
export interface Pass {
  readonly no: number;
  readonly asOf: number;
  readonly total: number;
  readonly keepsDeal: KeepsDeal;
  /** Leads whose kept state has run out are yet to be looked at. */
  behind: boolean;
}

/** A question, or several asked together, and how far its answer is. */
export interface Sum {
  parts: Part[];
  passes: number;
  pass: Pass | null;
  finished: { readonly asOf: number; readonly until: number; readonly tables: Tables } | null;
  /** `stirred` when it was finished. */
  stirred: number;
  usedAt: number;
}

/** A lead as it was kept, with what it was folded from. */
export interface KeptRow {
  readonly id: string;
  readonly evaluatedAt: number;
  readonly validUntil: number | null;
  readonly knownVersion: number;
  readonly generation: number;
  readonly roomSeq: number;
  readonly people: readonly string[];
  readonly lead: KeptLead;
}

export interface KeptLot {
  readonly after: string;
  readonly upTo: string | null;
  readonly stirred: number;
  /** There is none beyond. */
  readonly isLast: boolean;
  /** Null for a lead nothing is kept of. */
  readonly rows: readonly { readonly id: string; readonly kept: KeptRow | null }[];
}

/** Deals told of several leads: which lead keeps each, and whose they are. */
export interface SharedDeals {
  readonly keepers: ReadonlyMap<string, string>;
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

/** Each may take some megabytes where there are many people, sources and weeks. */
const MOST_SUMS = 6;
const MOST_UNFINISHED = 18;
const IDLE_MS = 10 * MINUTE_MS;
/** Whoever asked for it has gone. */
const LEFT_MS = 30 * SECOND_MS;
/** Two requests side by side walk the same leads. */
const MOST_LOTS = 4;

export class ReportCache {
  private readonly sums = new Map<string, Sum>();
  private lots: KeptLot[] = [];
  /** Counts everything that is kept anew, whether or not reports see a difference. */
  stirred = 0;
  deals: SharedDeals | null = null;
  /** `deals` may be others now. */
  dealsMoved = true;

  sumOf(key: string, now: number): Sum {
    const known = this.sums.get(key);
    const sum = known ?? {
      parts: [allLeads()],
      passes: 0,
      pass: null,
      finished: null,
      stirred: 0,
      usedAt: now,
    };
    sum.usedAt = now;
    // The one used last stands last.
    this.sums.delete(key);
    this.makeRoom(now);
    this.sums.set(key, sum);
    return sum;
  }

  /** The parts of a question that has been asked, alone or among others. */
  partsWith(question: string): readonly Part[] {
    for (const [key, { parts }] of this.sums) if (key.split('\n').includes(question)) return parts;
    return [];
  }

  /** What reports read of a lead is another now. */
  touch(leadId: string): void {
    this.stirred += 1;
    for (const { parts } of this.sums.values()) {
      for (const part of parts) if (isIn(part, leadId)) part.stale = true;
    }
  }

  lotOf(after: string, upTo: string | null): KeptLot | undefined {
    return this.lots.find((lot) => lot.after === after && lot.upTo === upTo && lot.stirred === this.stirred);
  }

  keepLot(lot: KeptLot): void {
    this.lots = [...this.lots.filter(({ stirred }) => stirred === this.stirred), lot].slice(-MOST_LOTS);
  }

  private makeRoom(now: number): void {
    for (const [key, { usedAt }] of this.sums) if (Math.abs(now - usedAt) > IDLE_MS) this.sums.delete(key);
    const done = [...this.sums].filter(([, { pass, usedAt }]) => pass === null || now - usedAt > LEFT_MS);
    for (const [key] of done.slice(0, Math.max(0, done.length - MOST_SUMS + 1))) this.sums.delete(key);
    const rest = [...this.sums.keys()];
    for (const key of rest.slice(0, Math.max(0, rest.length - MOST_UNFINISHED))) this.sums.delete(key);
  }
}

function allLeads(): Part {
  const nothing = { leads: 0, tables: null, asOf: 0, until: 0, pass: 0, stale: true };
  return { after: '', upTo: null, ...nothing };
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** The database orders other letters by other rules than a comparison here would: such an id may be in any part. */
function isIn({ after, upTo }: Part, leadId: string): boolean {
  return BEYOND_ASCII.test(leadId) || (after < leadId && (upTo === null || leadId <= upTo));
}
