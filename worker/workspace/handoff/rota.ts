/**
 * Whose turn it is: runs the chores that are due, a slice each, so that none waits for another and one
 * that fails holds up nobody but itself.
 */
import { earliest, HOUR_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Env } from '../../env.ts';
import type { Chore } from '../jobs/chore.ts';
import { traceOf } from '../trace.ts';
import type { Work } from '../work.ts';
import { logError } from '../../log.ts';

/** Slices one call of the request's clock may live through. */
const MOST_SLICES = 50_000;
const LONGEST_HOLD_MS = HOUR_MS;

interface Hold {
  readonly until: number;
  readonly failures: number;
}

interface Known {
  readonly at: number | null;
  readonly tables: ReadonlySet<string>;
}

const READ = /\b(?:from|join)\s+"?(\w+)/gi;
const WRITTEN = /^\s*(?:insert(?:\s+or\s+\w+)?\s+into|update|delete\s+from)\s+"?(\w+)/i;
/** Nothing is due by how far the counter got. */
const HEAD = /^update "workspace" set "head"/;
/** Written by every push. Whatever else is written has every chore asked again: the ground may be another. */
const OFTEN: ReadonlySet<string> = new Set([
  'facts',
  'leads',
  'lead_keys',
  'lead_reports',
  'clocks',
  'commands',
  'clients',
]);

/** As long as the object lives; a failing chore is tried again at once after an eviction. */
export class Rota {
  private readonly chores: readonly Chore[];
  private readonly holds = new Map<string, Hold>();
  /** Something leaves the object just now, and says itself when it is done. */
  private leaving = false;
  /** Of each chore that has not to be asked again: nothing it read has been written since. */
  private readonly known = new Map<string, Known>();
  /** Tables the chore that is asked just now reads. */
  private reading: Set<string> | undefined;

  constructor(chores: readonly Chore[]) {
    this.chores = chores;
  }

  /** When the alarm has to come, epoch ms; null = never. */
  nextAt(work: Work): number | null {
    const waiting = this.on(work).filter(({ run }) => !this.leaving || run !== undefined);
    return earliest(
      waiting.map((chore) => (this.known.get(chore.name) ?? { at: this.dueAt(work, chore) }).at),
    );
  }

  /** What is due next may be another: every chore is asked again. */
  look(): void {
    this.known.clear();
  }

  /** A statement is about to run. What every push writes is of few tables, and few chores read those. */
  hear(query: string): void {
    if (/^\s*select\b/i.test(query)) {
      if (this.reading === undefined) return;
      for (const [, table = ''] of query.matchAll(READ)) this.reading.add(table);
      return;
    }
    if (HEAD.test(query)) return;
    const table = WRITTEN.exec(query)?.[1] ?? '';
    if (!OFTEN.has(table)) return this.look();
    for (const [name, { tables }] of this.known) if (tables.has(table)) this.known.delete(name);
  }

  /** One slice of every chore due by `work.now`. @returns whether there was anything to do */
  run(work: Work): boolean {
    const due = this.dueBy(work).filter(({ chore }) => chore.run !== undefined);
    for (const { chore } of due) this.attempt(work, chore, () => chore.run?.(work));
    return due.length > 0;
  }

  /** Lets out what has to leave the object and is due by `work.now`. */
  async drain(work: Work, env: Env): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    this.look();
    try {
      for (const { chore } of this.dueBy(work)) {
        if (chore.drain === undefined) continue;
        try {
          await chore.drain(work, env);
          this.holds.delete(chore.name);
        } catch (error) {
          this.hold(work, chore, error);
        }
      }
    } finally {
      this.leaving = false;
      this.look();
    }
  }

  /**
   * As if every alarm had come on time: each slice runs at its own instant, up to now. Only under the
   * request's clock, where hours pass between two requests (tests and the sample).
   */
  liveThrough(work: Work): void {
    for (let slice = 0; slice < MOST_SLICES; slice += 1) {
      const next = this.dueBy(work)
        .filter(({ chore }) => chore.run !== undefined)
        .toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) return;
      const then: Work = { ...work, now: next.at };
      this.attempt(then, next.chore, () => next.chore.run?.(then));
    }
  }

  /** While a restore loads, all but long work stands still: there is nothing sound to look at (SYN6). */
  private on(work: Work): readonly Chore[] {
    const loading = work.ground.workspace() !== undefined && work.ground.loading();
    return loading ? this.chores.filter(({ name }) => name === 'jobs') : this.chores;
  }

  private dueBy(work: Work): { readonly chore: Chore; readonly at: number }[] {
    return this.on(work).flatMap((chore) => {
      const at = this.dueAt(work, chore);
      return at !== null && at <= work.now ? [{ chore, at }] : [];
    });
  }

  private dueAt(work: Work, chore: Chore): number | null {
    const held = this.holds.get(chore.name)?.until ?? 0;
    const tables = new Set<string>();
    this.reading = tables;
    try {
      const next = chore.nextAt(work);
      const at = next === null ? null : Math.max(next, held);
      // One that read nothing goes by something else, and costs nothing to ask.
      if (tables.size > 0) this.known.set(chore.name, { at, tables });
      return at;
    } catch (error) {
      return held > work.now ? held : this.hold(work, chore, error);
    } finally {
      this.reading = undefined;
    }
  }

  private attempt(work: Work, chore: Chore, run: () => void): void {
    this.look();
    try {
      run();
      this.holds.delete(chore.name);
    } catch (error) {
      work.ground.forget();
      this.hold(work, chore, error);
    }
  }

  private hold(work: Work, { name }: Chore, error: unknown): number {
    const failures = (this.holds.get(name)?.failures ?? 0) + 1;
    const until = work.now + Math.min(LONGEST_HOLD_MS, SECOND_MS * 2 ** failures);
    this.holds.set(name, { until, failures });
    this.look();
    logError('chore failed', { chore: name, failures, ...traceOf(error) });
    return until;
  }
}
