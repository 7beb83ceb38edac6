/** The object's storage, which says what it is asked: what follows from the tables is worked out only when they change. */

/** @param heard told of each statement before it runs */
export function heardStorage(
  storage: DurableObjectStorage,
  heard: (query: string) => void,
): DurableObjectStorage {
  const exec = (query: string, ...bindings: unknown[]) => {
    heard(query);
    return storage.sql.exec(query, ...bindings);
  };
  const sql = new Proxy(storage.sql, {
    get: (target, name) => (name === 'exec' ? exec : bound(target, name)),
  });
  return new Proxy(storage, { get: (target, name) => (name === 'sql' ? sql : bound(target, name)) });
}

/** The platform's own methods want the platform's own object. */
function bound<T extends object>(target: T, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}
