/**
 * A device's database in memory, with as much of IndexedDB's interface as the replica uses: one writing
 * transaction at a time, all of it or nothing, and a power switch that works before any request.
 * A transaction that did not ask for `strict` may be lost with the power even after it ended.
 */
import type { Database } from '../../extension/replica/database.ts';

type Row = Readonly<Record<string, unknown>>;
type Store = ReadonlyMap<string, { readonly key: IDBValidKey; readonly value: Row }>;
type Stores = Readonly<Record<string, Store>>;

/** Key of each row of each store; `copy` has its keys beside its rows. */
const KEY_PATHS: Readonly<Record<string, string | null>> = {
  leads: 'id',
  keys: 'key',
  versions: 'version',
  copy: null,
  outbox: 'id',
  clients: 'member',
  sends: 'send',
};
const INDEXES: Readonly<Record<string, (row: Row) => IDBValidKey>> = {
  member: ({ member, n }) => [member as string, n as number],
  lead: ({ leadId }) => leadId as string,
  at: ({ at }) => at as number,
};

const EMPTY: Stores = Object.fromEntries(Object.keys(KEY_PATHS).map((name) => [name, new Map()]));

/** Never comes back: whoever waits for it was switched off. */
const NEVER = new Promise<never>(() => undefined);

export class Disk {
  private stores: Stores;
  /** What a loss of power leaves: everything strict, and whatever was written before it. */
  private safe: Stores;
  private turn: Promise<void> = Promise.resolve();
  private power = {};
  private left = Infinity;

  constructor(stores: Stores = EMPTY) {
    this.stores = stores;
    this.safe = stores;
  }

  /** The database as one life of the service worker holds it. */
  open(): Database {
    const life = this.power;
    const request = <T>(run: () => T): Promise<T> => this.request(life, run);
    const database = {
      transaction: (
        names: string | readonly string[],
        mode = 'readonly',
        { durability = 'default' } = {},
      ) => {
        // `store` is there for transactions over one store only.
        const only = typeof names === 'string' ? names : '';
        if (mode !== 'readwrite') return this.reading(request, only);
        return this.writing(life, only, durability === 'strict');
      },
      get: (name: string, key: IDBValidKey) => request(() => valueOf(this.stores, name, key)),
      put: (name: string, row: Row, key?: IDBValidKey) =>
        request(() => {
          this.stores = put(this.stores, name, row, key);
        }),
      getAllFromIndex: (name: string, index: string, range: IDBKeyRange) =>
        request(() => rowsIn(this.stores, name, index, range)),
      getAll: (name: string) => request(() => rowsIn(this.stores, name)),
      close: () => undefined,
    };
    return database as unknown as Database;
  }

  /** Loses power before the request after `count` more. */
  crashAfter(count: number): void {
    this.left = count;
  }

  /** It lost power in the middle, as planned. */
  get dead(): boolean {
    return this.left < 0;
  }

  /** @param lose also what was not written strictly. */
  restart(lose: boolean): void {
    this.power = {};
    this.left = Infinity;
    this.turn = Promise.resolve();
    if (lose) this.stores = this.safe;
    this.safe = this.stores;
  }

  /** The same profile on another machine. */
  copy(): Disk {
    return new Disk(this.stores);
  }

  forget(name: string): void {
    this.stores = { ...this.stores, [name]: new Map() };
  }

  /** As it stands, for whoever judges it. */
  rows(name: string): readonly Row[] {
    return rowsIn(this.stores, name);
  }

  private async request<T>(life: object, run: () => T): Promise<T> {
    await undefined;
    if (life !== this.power || this.left < 0) return NEVER;
    this.left -= 1;
    return this.left < 0 ? NEVER : run();
  }

  private reading(request: <T>(run: () => T) => Promise<T>, only: string) {
    const { stores } = this;
    const objectStore = (name: string) => ({
      get: (key: IDBValidKey) => request(() => valueOf(stores, name, key)),
      getAll: () => request(() => rowsIn(stores, name)),
      index: (index: string) => ({
        getAll: (range: IDBKeyRange | IDBValidKey) => request(() => rowsIn(stores, name, index, range)),
      }),
    });
    return { objectStore, store: objectStore(only), done: Promise.resolve() };
  }

  private writing(life: object, only: string, strict: boolean) {
    const before = this.turn;
    let end = () => {};
    this.turn = new Promise((resolve) => (end = resolve));
    let written: Stores | undefined;
    let pending: Promise<unknown> = before;
    const inTurn = <T>(run: (stores: Stores) => [Stores, T]): Promise<T> => {
      const result = pending.then(() =>
        this.request(life, () => {
          const [next, value] = run((written ??= this.stores));
          written = next;
          return value;
        }),
      );
      pending = result;
      return result;
    };
    const commit = async (): Promise<void> => {
      await pending;
      await this.request(life, () => {
        if (written) this.stores = written;
        if (strict) this.safe = this.stores;
        end();
      });
    };
    const objectStore = (name: string) => ({
      get: (key: IDBValidKey) => inTurn((stores) => [stores, valueOf(stores, name, key)]),
      put: (row: Row, key?: IDBValidKey) => inTurn((stores) => [put(stores, name, row, key), undefined]),
      add: (row: Row) =>
        inTurn((stores) => {
          if (valueOf(stores, name, keyOf(name, row))) throw new DOMException('exists', 'ConstraintError');
          return [put(stores, name, row), undefined];
        }),
      delete: (key: IDBValidKey) => inTurn((stores) => [without(stores, name, key), undefined]),
      clear: () => inTurn((stores) => [{ ...stores, [name]: new Map() }, undefined]),
      getAllKeys: () => inTurn((stores) => [stores, rowsIn(stores, name).map((row) => keyOf(name, row))]),
      index: (index: string) => ({
        getAll: (range: IDBKeyRange | IDBValidKey) =>
          inTurn((stores) => [stores, rowsIn(stores, name, index, range)]),
        getAllKeys: (range: IDBKeyRange) =>
          inTurn((stores) => [stores, rowsIn(stores, name, index, range).map((row) => keyOf(name, row))]),
      }),
    });
    let done: Promise<void> | undefined;
    return {
      objectStore,
      store: objectStore(only),
      get done() {
        return (done ??= commit());
      },
    };
  }
}

function keyOf(name: string, row: Row, key?: IDBValidKey): IDBValidKey {
  const path = KEY_PATHS[name];
  return key ?? (path ? (row[path] as IDBValidKey) : '');
}

function valueOf(stores: Stores, name: string, key: IDBValidKey): Row | undefined {
  return stores[name]?.get(String(key))?.value;
}

function put(stores: Stores, name: string, row: Row, key?: IDBValidKey): Stores {
  const own = keyOf(name, row, key);
  // As the real one does: what is stored is not what the caller still holds.
  const entry = { key: own, value: structuredClone(row) };
  return { ...stores, [name]: new Map(stores[name]).set(String(own), entry) };
}

function without(stores: Stores, name: string, key: IDBValidKey): Stores {
  const rest = new Map(stores[name]);
  rest.delete(String(key));
  return { ...stores, [name]: rest };
}

function rowsIn(stores: Stores, name: string, index?: string, range?: IDBKeyRange | IDBValidKey): Row[] {
  const rows = [...(stores[name]?.values() ?? [])];
  const indexed = index === undefined ? undefined : INDEXES[index];
  if (!indexed) return rows.toSorted((a, b) => indexedDB.cmp(a.key, b.key)).map(({ value }) => value);
  const wanted = range instanceof IDBKeyRange ? range : IDBKeyRange.only(range);
  return rows
    .map(({ key, value }) => ({ key, value, at: indexed(value) }))
    .filter(({ at }) => wanted.includes(at))
    .toSorted((a, b) => indexedDB.cmp(a.at, b.at) || indexedDB.cmp(a.key, b.key))
    .map(({ value }) => value);
}
