/** State that belongs to the address, so that a link shows what its sender saw and "back" goes back. */
import { useLocation } from 'preact-iso/router';
import { useCallback } from 'preact/hooks';

export type Params = Readonly<Record<string, string | null | undefined>>;

export interface Address {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Sets some of the query; null or '' takes a name out. `replace`: no step of its own to go back over. */
  readonly set: (changes: Params, how?: 'push' | 'replace') => void;
  readonly go: (to: string, how?: 'push' | 'replace') => void;
}

export function useAddress(): Address {
  const { path, query, route } = useLocation();
  const go = useCallback(
    (to: string, how: 'push' | 'replace' = 'push') => route(to, how === 'replace'),
    [route],
  );
  return {
    path,
    query,
    go,
    set: (changes, how = 'replace') => go(addressOf(path, { ...query, ...changes }), how),
  };
}

/** Path and query, without names that have no value. */
export function addressOf(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
