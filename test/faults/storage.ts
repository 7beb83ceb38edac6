/**
 * A Durable Object's storage over `node:sqlite`, in memory: the cursor and the nested transactions that
 * the worker's own database code asks for. It can die before any statement, and go back in time.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** What the process was doing when it was killed is never answered. */
class CrashError extends Error {}

interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

export class Storage {
  private readonly database = new DatabaseSync(':memory:');
  private readonly prepared = new Map<string, Prepared>();
  private depth = 0;
  /** Statements until the crash; infinite when none is planned. */
  private left = Infinity;
  private alarm: number | null = null;
  private alarmWritten: number | null = null;

  readonly sql = { exec: (query: string, ...values: SQLInputValue[]) => this.exec(query, values) };

  readonly transactionSync = <T>(run: () => T): T => {
    this.live();
    const name = `nested${(this.depth += 1)}`;
    this.write(`savepoint ${name}`);
    try {
      const result = run();
      this.live();
      this.write(`release ${name}`);
      return result;
    } catch (error) {
      this.write(`rollback to ${name}`);
      this.write(`release ${name}`);
      throw error;
    } finally {
      this.depth -= 1;
    }
  };

  getAlarm = async (): Promise<number | null> => this.alarm;
  setAlarm = async (at: number): Promise<void> => {
    this.live();
    if (!(at > 0)) throw new TypeError('setAlarm() cannot be called with an alarm time <= 0');
    this.alarm = at;
  };
  deleteAlarm = async (): Promise<void> => {
    this.live();
    this.alarm = null;
  };

  /** The process dies before the statement after `count` more. */
  crashAfter(count: number): void {
    this.left = count;
  }

  get dead(): boolean {
    return this.left < 0;
  }

  /** A new process on the same disk. */
  revive(): void {
    if (this.dead) this.left = Infinity;
  }

  /** Runs `part`; when it dies in the middle, nothing of it was written, as the platform promises. */
  async wholeOrNothing<T>(part: () => Promise<T>): Promise<T> {
    this.alarmWritten = this.alarm;
    this.write('savepoint event');
    try {
      const result = await part();
      // Dead, though its code went on as if a statement had merely failed: it answers nobody all the same.
      this.live();
      this.finish();
      return result;
    } catch (error) {
      this.finish();
      throw error;
    }
  }

  /** In the middle of an event: everything up to here stays, whatever comes. */
  written(): void {
    this.live();
    this.database.exec('release event; savepoint event');
    this.alarmWritten = this.alarm;
  }

  /** Remembers this state under a name; a later one of the same name hides it. */
  keep(name: string): { readonly alarm: number | null } {
    this.database.exec(`savepoint ${name}`);
    return { alarm: this.alarm };
  }

  /** Back to the state remembered, which stays remembered. */
  back(name: string, { alarm }: { readonly alarm: number | null }): void {
    // Let go and taken again: SQLite keeps every page changed since as long as a savepoint lasts.
    this.database.exec(`rollback to ${name}; release ${name}; savepoint ${name}`);
    this.alarm = alarm;
  }

  /** Read without the object, e.g. by whoever judges it. */
  read(query: string, ...values: SQLInputValue[]): readonly Record<string, unknown>[] {
    const { statement, columns } = this.prepare(query);
    return statement.all(...values).map((row) => named(columns, row as unknown as readonly unknown[]));
  }

  /** Written beside the object, e.g. by whoever restores it: no crash of the object's reaches it. */
  write(query: string, ...values: SQLInputValue[]): void {
    this.prepare(query).statement.run(...values);
  }

  private finish(): void {
    if (this.dead) {
      this.write('rollback to event');
      this.alarm = this.alarmWritten;
    }
    this.write('release event');
  }

  private live(): void {
    if (this.dead) throw new CrashError('killed');
  }

  private exec(query: string, values: readonly SQLInputValue[]) {
    this.left -= 1;
    this.live();
    const { statement, columns } = this.prepare(query);
    if (columns.length === 0) statement.run(...values);
    const rows = columns.length === 0 ? [] : (statement.all(...values) as unknown as unknown[][]);
    const objects = () => rows.map((row) => named(columns, row));
    return {
      toArray: objects,
      raw: () => ({ toArray: () => rows, [Symbol.iterator]: () => rows.values() }),
      next: () => objects().values().next(),
      one: () => objects()[0],
      [Symbol.iterator]: () => objects().values(),
    };
  }

  private prepare(query: string): Prepared {
    const known = this.prepared.get(query);
    if (known) return known;
    const statement = this.database.prepare(query);
    statement.setReturnArrays(true);
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    this.prepared.set(query, prepared);
    return prepared;
  }
}

function named(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}
