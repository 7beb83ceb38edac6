/** The rows of a faked Salesforce org: ids of 18 characters, stamps of the platform, a log of what was deleted. */
import { CLOSED_TASK, LOST, OBJECTS, WON, type ObjectKind } from './objects.ts';

export type Value = string | number | boolean | null;
export type Row = { readonly Id: string } & Readonly<Record<string, Value>>;

export class Refused extends Error {
  readonly code: string;
  readonly fields: readonly string[];
  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

export class Records {
  private readonly now: () => number;
  private readonly tables = new Map<string, Map<string, Row>>();
  private readonly gone: { readonly object: string; readonly row: Row; readonly at: number }[] = [];
  /** `Object.Field` that the access given may not see: to it, there is none. */
  readonly hidden = new Set<string>();
  /** Objects of products the org has not bought. */
  readonly absent = new Set<string>();
  private counter = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  kindOf(object: string): ObjectKind {
    const kind = this.absent.has(object) ? undefined : OBJECTS[object];
    if (!kind) throw new Refused('NOT_FOUND', 'The requested resource does not exist');
    if (this.hidden.size === 0) return kind;
    return { ...kind, fields: kind.fields.filter((field) => !this.hidden.has(`${object}.${field}`)) };
  }

  /** @param by user id; kept as creator, and as owner where none is given */
  insert(object: string, values: Readonly<Record<string, Value>>, by: string): Row {
    const kind = this.kindOf(object);
    const missing = kind.required.filter((field) => (values[field] ?? '') === '');
    if (missing.length > 0)
      throw new Refused(
        'REQUIRED_FIELD_MISSING',
        `Required fields are missing: [${missing.join(', ')}]`,
        missing,
      );
    this.counter += 1;
    const id = idOf(kind.prefix, this.counter);
    const stamp = dateTime(this.now());
    const blank = Object.fromEntries(kind.fields.map((field) => [field, null]));
    return this.put(object, {
      ...blank,
      IsDeleted: false,
      OwnerId: by,
      CreatedById: by,
      CreatedDate: stamp,
      ...values,
      Id: id,
      LastModifiedById: by,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
    });
  }

  update(object: string, id: string, values: Readonly<Record<string, Value>>, by: string): Row {
    const row = this.get(object, id);
    if (!row) throw new Refused('ENTITY_IS_DELETED', 'entity is deleted');
    const stamp = dateTime(this.now());
    return this.put(object, {
      ...row,
      ...values,
      LastModifiedById: by,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
    });
  }

  /** @param into the record it was merged into */
  remove(object: string, id: string, into: string | null = null): void {
    const row = this.get(object, id);
    if (!row) return;
    this.tables.get(object)?.delete(id);
    const stamp = dateTime(this.now());
    const binned = { ...row, IsDeleted: true, MasterRecordId: into, SystemModstamp: stamp };
    this.gone.push({ object, row: binned, at: this.now() });
  }

  binned(object: string): Row[] {
    return this.gone.filter((one) => one.object === object).map(({ row }) => row);
  }

  get(object: string, id: string): Row | undefined {
    return this.tables.get(object)?.get(id);
  }

  all(object: string): Row[] {
    this.kindOf(object);
    return Array.from(this.tables.get(object)?.values() ?? []);
  }

  /** By what the platform goes by: `SystemModstamp`, start included and end not. */
  updatedBetween(object: string, start: number, end: number): Row[] {
    return this.all(object).filter(({ SystemModstamp }) => {
      const at = Date.parse(String(SystemModstamp));
      return at >= start && at < end;
    });
  }

  deletedBetween(object: string, start: number, end: number): { readonly id: string; readonly at: number }[] {
    return this.gone
      .filter((one) => one.object === object && one.at >= start && one.at < end)
      .map(({ row, at }) => ({ id: row.Id, at }));
  }

  private put(object: string, values: Readonly<Record<string, Value>>): Row {
    const row = { ...values, ...this.derived(object, values), Id: String(values['Id']) };
    const table = this.tables.get(object) ?? new Map<string, Row>();
    this.tables.set(object, table.set(row.Id, row));
    return row;
  }

  /** What the platform fills in by itself. */
  private derived(object: string, row: Readonly<Record<string, Value>>): Record<string, Value> {
    if (object === 'Lead' || object === 'Contact')
      return { Name: [row['FirstName'], row['LastName']].filter((part) => (part ?? '') !== '').join(' ') };
    if (object === 'Opportunity') {
      const stage = row['StageName'];
      return { IsWon: stage === WON, IsClosed: stage === WON || stage === LOST };
    }
    if (object === 'Task') {
      const closed = row['Status'] === CLOSED_TASK;
      return {
        IsClosed: closed,
        TaskSubtype: row['TaskSubtype'] ?? 'Task',
        CompletedDateTime: closed ? (row['CompletedDateTime'] ?? dateTime(this.now())) : null,
      };
    }
    return {};
  }
}

/** As the API writes instants: `2026-05-08T21:20:00.000+0000`. */
export function dateTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** 15 characters, then three that say which of them are capitals. */
export function idOf(prefix: string, n: number): string {
  const short = `${prefix}Hs${n.toString(36).padStart(10, '0')}`;
  const chunks = [0, 5, 10].map((from) => short.slice(from, from + 5));
  return (
    short +
    chunks
      .map((chunk) => {
        const bits = Array.from(chunk).reduce(
          (sum, letter, index) => sum + (/[A-Z]/.test(letter) ? 2 ** index : 0),
          0,
        );
        return ALPHABET[bits];
      })
      .join('')
  );
}
