/** The object's storage, which says when anything is written: what follows from the tables is worked out only then. */

/** @param written called before each statement that may write; it may be told too often, never too seldom */
export function heardStorage(storage: DurableObjectStorage, written: () => void): DurableObjectStorage {
  const exec = (query: string, ...bindings: unknown[]) => {
    if (!/^\s*select\b/i.test(query)) written();
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
