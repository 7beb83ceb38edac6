/** Reading and writing from a component: what is seen of a resource, and a deed with its outcome. */
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Cache, Resource, Seen } from './cache.ts';
import type { Answer, Failure } from './failure.ts';

export const CacheContext = createContext<Cache | null>(null);

export function useCache(): Cache {
  const cache = useContext(CacheContext);
  if (!cache) throw new Error('no cache above this component');
  return cache;
}

export interface Read<T> extends Seen<T> {
  readonly reload: () => void;
}

/** While it is read again, `value` is what was read before. Null asks for nothing. */
export function useQuery<T>(resource: Resource<T> | null): Read<T> {
  const cache = useCache();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const key = resource?.key ?? null;
  useEffect(() => {
    if (!resource) return;
    const stop = cache.watch(resource, () => draw(null));
    draw(null);
    return stop;
    // The key is the whole question.
  }, [cache, key]);
  const reload = useCallback(() => {
    if (key !== null) cache.reload(key);
  }, [cache, key]);
  const seen: Seen<T> = resource
    ? cache.see(resource)
    : { value: undefined, failure: null, loading: false, progress: null };
  return useMemo(() => ({ ...seen, reload }), [seen, reload]);
}

/** As `useQuery`, and while another question is first answered, the answer to the one before it. */
export function useKeptQuery<T>(resource: Resource<T> | null): Read<T> & { readonly isOld: boolean } {
  const read = useQuery(resource);
  const last = useRef<T | undefined>(undefined);
  if (read.value !== undefined) last.current = read.value;
  if (resource === null) last.current = undefined;
  const isOld = read.value === undefined && read.failure === null && last.current !== undefined;
  return { ...read, value: read.value ?? (read.failure ? undefined : last.current), isOld };
}

export interface Deed<I, T> {
  /** Resolves with the answer; what failed is in `failure` until the next run. */
  readonly run: (input: I) => Promise<Answer<T>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
}

/**
 * A write: `act` gets a key of its own that makes every try of this one deed the same. Whatever is
 * looked at is read again afterwards.
 */
export function useDeed<I, T>(act: (input: I, key: string) => Promise<Answer<T>>): Deed<I, T> {
  const cache = useCache();
  const [state, setState] = useState<{ busy: boolean; failure: Failure | null }>({
    busy: false,
    failure: null,
  });
  const run = async (input: I): Promise<Answer<T>> => {
    setState({ busy: true, failure: null });
    const answer = await act(input, crypto.randomUUID());
    setState({ busy: false, failure: answer.ok ? null : answer.failure });
    cache.moved();
    return answer;
  };
  return { run, ...state, clear: () => setState({ busy: false, failure: null }) };
}
