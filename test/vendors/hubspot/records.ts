/**
 * What a HubSpot account holds: records of each object with their properties, who is associated with whom,
 * what was archived. Search finds a change only after a while, as the real one does.
 */
export type Properties = Record<string, string | null>;

export interface Kept {
  readonly id: string;
  readonly object: string;
  properties: Properties;
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  /** Erased for good: not even in the archive. */
  purged: boolean;
}

export interface Defined {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly hasUniqueValue?: boolean;
  readonly options?: readonly { value: string; label: string }[];
}

const OBJECTS = [
  'contacts',
  'leads',
  'calls',
  'emails',
  'meetings',
  'communications',
  'postal_mail',
  'tasks',
  'deals',
] as const;
const CHANGED: Readonly<Record<string, string>> = { contacts: 'lastmodifieddate' };
const CREATED: Readonly<Record<string, string>> = { contacts: 'createdate', deals: 'createdate' };

export class Records {
  /** How long search is behind, ms; in the real one seconds. */
  lag = 0;
  readonly properties = new Map<string, Map<string, Defined>>();
  readonly groups = new Map<string, Set<string>>();
  private readonly kept = new Map<string, Kept>();
  private readonly links = new Map<string, Set<string>>();
  private readonly unique = new Map<string, string>();
  private next = 51;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
    for (const object of OBJECTS) {
      this.properties.set(object, new Map());
      this.groups.set(object, new Set());
    }
  }

  isObject(object: string): boolean {
    return this.properties.has(object);
  }

  define(object: string, property: Defined): void {
    this.properties.get(object)?.set(property.name, property);
  }

  create(object: string, values: Properties): Kept {
    const [at, id] = [this.now(), String(this.next)];
    this.next += 1;
    const made = { [CREATED[object] ?? 'hs_createdate']: iso(at), hs_object_id: id };
    const head = { createdAt: at, updatedAt: at, archivedAt: null, purged: false };
    const record: Kept = { id, object, properties: { ...made }, ...head };
    this.kept.set(`${object}/${id}`, record);
    this.update(record, values);
    return record;
  }

  /** An empty text empties. */
  update(record: Kept, values: Properties): void {
    record.updatedAt = this.now();
    for (const [name, value] of Object.entries(values)) {
      record.properties[name] = value === '' ? null : value;
      if (this.properties.get(record.object)?.get(name)?.hasUniqueValue === true && value)
        this.unique.set(`${record.object}/${name}/${value}`, record.id);
    }
    record.properties[CHANGED[record.object] ?? 'hs_lastmodifieddate'] = iso(record.updatedAt);
  }

  /** Undefined when it was archived or never was. */
  get(object: string, id: string): Kept | undefined {
    const record = this.kept.get(`${object}/${id}`);
    return record?.archivedAt === null ? record : undefined;
  }

  byUnique(object: string, property: string, value: string): Kept | undefined {
    const id = this.unique.get(`${object}/${property}/${value}`);
    return id === undefined ? undefined : this.get(object, id);
  }

  archive(record: Kept, purged = false): void {
    record.archivedAt = this.now();
    record.purged = purged;
  }

  all(object: string): Kept[] {
    return [...this.kept.values()].filter((one) => one.object === object && one.archivedAt === null);
  }

  archived(object: string): Kept[] {
    return [...this.kept.values()].filter(
      (one) => one.object === object && one.archivedAt !== null && !one.purged,
    );
  }

  /** What search has come to know of. */
  indexed(object: string): Kept[] {
    const until = this.now() - this.lag;
    return this.all(object).filter(({ updatedAt }) => updatedAt <= until);
  }

  link(from: Kept, to: Kept): void {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const key = `${one.object}/${one.id}/${other.object}`;
      const known = this.links.get(key) ?? new Set();
      known.add(other.id);
      this.links.set(key, known);
    }
  }

  linked(object: string, id: string, to: string): readonly string[] {
    return [...(this.links.get(`${object}/${id}/${to}`) ?? [])];
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
