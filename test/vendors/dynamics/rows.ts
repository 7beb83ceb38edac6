/** Rows of a faked Dataverse organisation: version numbers that only grow, and what was deleted at which. */
import { LABELS, TABLES, type Table } from './tables.ts';

export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;
export interface Row {
  readonly id: string;
  readonly version: number;
  readonly values: Values;
  /** Logical name of what a lookup points to. */
  readonly targets: Readonly<Record<string, string>>;
}

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export class Rows {
  private readonly now: () => number;
  private readonly tables = new Map<string, Map<string, Row>>();
  private readonly gone: { readonly table: string; readonly id: string; readonly version: number }[] = [];
  /** Of the whole organisation, as `rowversion` is. */
  version = 1_000;
  private counter = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  tableOf(name: string): Table {
    const table = TABLES[name];
    if (!table) throw new Refused(404, '0x8006088a', `Resource not found for the segment '${name}'.`);
    return table;
  }

  newId(): string {
    this.counter += 1;
    return `60c4e274-0d87-e711-80e5-${this.counter.toString(16).padStart(12, '0')}`;
  }

  /** @param body as it is posted: columns, and `name@odata.bind` for lookups */
  put(table: string, id: string, body: Values, by: string): Row {
    const before = this.get(table, id);
    const { columns, key } = this.tableOf(table);
    const { values, targets } = this.read(table, body);
    this.version += 1;
    const stamp = instantOf(this.now());
    const fresh = {
      ...Object.fromEntries(columns.map((column) => [column, null])),
      [key]: id,
      statecode: 0,
      statuscode: 1,
      createdon: stamp,
      _ownerid_value: by,
    };
    const all: Record<string, Value> = { ...(before?.values ?? fresh), ...values, modifiedon: stamp };
    if ('firstname' in all || 'lastname' in all)
      all['fullname'] = [all['firstname'], all['lastname']].filter((part) => (part ?? '') !== '').join(' ');
    const row = {
      id,
      version: this.version,
      values: all,
      targets: { _ownerid_value: 'systemuser', ...before?.targets, ...targets },
    };
    const rows = this.tables.get(table) ?? new Map<string, Row>();
    // Changed last stands last, as their pages go by version.
    rows.delete(id);
    this.tables.set(table, rows.set(id, row));
    return row;
  }

  remove(table: string, id: string): void {
    if (!this.tables.get(table)?.delete(id)) return;
    this.version += 1;
    this.gone.push({ table, id, version: this.version });
  }

  get(table: string, id: string): Row | undefined {
    return this.tables.get(table)?.get(id);
  }

  all(table: string): Row[] {
    this.tableOf(table);
    return Array.from(this.tables.get(table)?.values() ?? []);
  }

  goneSince(table: string, version: number): readonly string[] {
    return this.gone.filter((one) => one.table === table && one.version > version).map(({ id }) => id);
  }

  private read(table: string, body: Values): { values: Values; targets: Record<string, string> } {
    const { columns, lookups } = this.tableOf(table);
    const values: Record<string, Value> = {};
    const targets: Record<string, string> = {};
    for (const [name, value] of Object.entries(body)) {
      const bound = /^(\w+)@odata\.bind$/.exec(name)?.[1];
      const lookup = bound && Object.entries(lookups).find(([, by]) => by[bound] !== undefined);
      if (bound && lookup) {
        const target = lookup[1][bound] ?? '';
        const id = /\(([0-9a-f-]{36})\)$/.exec(String(value))?.[1] ?? '';
        if (!this.get(target, id))
          throw new Refused(404, '0x80040217', `${target} With Id = ${id} Does Not Exist`);
        values[lookup[0]] = id;
        targets[lookup[0]] = target;
      } else if (columns.includes(name)) values[name] = value;
      else
        throw new Refused(
          400,
          '0x80048d19',
          `Error identified in Payload provided by the user for Entity :'${table}': an undeclared property '${name}'`,
        );
    }
    return { values, targets };
  }
}

export function instantOf(at: number): string {
  return new Date(Math.floor(at / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
}

/** As a row is answered: its tag, the columns asked for, and what their annotations say. */
export function shown(
  rows: Rows,
  table: string,
  row: Row,
  columns: readonly string[],
): Record<string, unknown> {
  const { key } = rows.tableOf(table);
  const answer: Record<string, unknown> = { '@odata.etag': `W/"${row.version}"`, [key]: row.id };
  for (const column of columns) {
    const value = row.values[column] ?? null;
    answer[column] = value;
    if (value === null) continue;
    const label = LABELS[`${table}.${column}`] ?? LABELS[column];
    const target = row.targets[column];
    if (label)
      answer[`${column}@OData.Community.Display.V1.FormattedValue`] = label[String(value)] ?? String(value);
    if (target === undefined) continue;
    answer[`${column}@Microsoft.Dynamics.CRM.lookuplogicalname`] = target;
    const pointed = rows.get(target, String(value))?.values;
    answer[`${column}@OData.Community.Display.V1.FormattedValue`] =
      pointed?.['fullname'] ?? pointed?.['name'] ?? '';
  }
  return answer;
}
