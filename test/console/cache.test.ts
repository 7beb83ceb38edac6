/** What was read from the worker: read once, kept fresh while somebody looks, told when it fails. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCache, type Resource } from '../../worker/console/api/cache.ts';
import { failureOf } from '../../worker/console/api/failure.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting(answers: readonly string[], tookMs = 0) {
  let asked = 0;
  const resource: Resource<string> = {
    key: 'thing',
    async load() {
      asked += 1;
      const value = answers[Math.min(asked, answers.length) - 1] ?? '';
      if (tookMs > 0) await new Promise((done) => setTimeout(done, tookMs));
      return { ok: true, value, etag: null };
    },
  };
  return { resource, asked: () => asked };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('an entry', () => {
  test('is read once for all who look, and told to each', async () => {
    const cache = createCache(() => undefined);
    const { resource, asked } = counting(['one']);
    const told = [vi.fn<() => void>(), vi.fn<() => void>()];
    for (const changed of told) cache.watch(resource, changed);
    await settle();
    expect(asked()).toBe(1);
    expect(cache.see(resource)).toMatchObject({ value: 'one', loading: false, failure: null });
    for (const changed of told) expect(changed).toHaveBeenCalled();
  });

  test('is read again when the workspace moved, not sooner than two seconds later', async () => {
    const cache = createCache(() => undefined);
    const { resource, asked } = counting(['one', 'two']);
    cache.watch(resource, () => undefined);
    await settle();
    for (let poke = 0; poke < 10; poke += 1) cache.moved();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect([asked(), cache.see(resource).value]).toEqual([2, 'two']);
  });

  test('that is dear to read is read at most a sixth of the time', async () => {
    const cache = createCache(() => undefined);
    const { resource, asked } = counting(['one', 'two'], 3_000);
    cache.watch(resource, () => undefined);
    await vi.advanceTimersByTimeAsync(3_000);
    cache.moved();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(asked()).toBe(2);
  });

  test('that moved while it was being read is read once more', async () => {
    const cache = createCache(() => undefined);
    const { resource, asked } = counting(['one', 'two'], 100);
    cache.watch(resource, () => undefined);
    await vi.advanceTimersByTimeAsync(50);
    cache.moved();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked(), cache.see(resource).value]).toEqual([2, 'two']);
  });

  test('nobody looks at is not read again, and forgotten after a while', async () => {
    const cache = createCache(() => undefined);
    const { resource, asked } = counting(['one', 'two']);
    const stop = cache.watch(resource, () => undefined);
    await settle();
    stop();
    cache.moved();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked(), cache.see(resource).value]).toEqual([1, 'one']);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(cache.see(resource).value).toBeUndefined();
  });

  test('keeps what it had when reading it again fails, and says why', async () => {
    const cache = createCache(() => undefined);
    let fails = false;
    const resource: Resource<string> = {
      key: 'thing',
      load: () =>
        Promise.resolve(
          fails ? { ok: false, failure: failureOf('offline') } : { ok: true, value: 'one', etag: null },
        ),
    };
    cache.watch(resource, () => undefined);
    await settle();
    fails = true;
    cache.reload('thing');
    await settle();
    expect(cache.see(resource)).toMatchObject({ value: 'one', failure: { kind: 'offline' } });
  });

  test('that stands still is not read again by a poke', async () => {
    const cache = createCache(() => undefined);
    const { resource, asked } = counting(['one']);
    cache.watch({ ...resource, still: true }, () => undefined);
    await settle();
    cache.moved();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
  });
});

test('[ACC4] whoever is signed out meanwhile is told once it shows', async () => {
  const lost = vi.fn<() => void>();
  const cache = createCache(lost);
  const resource: Resource<string> = {
    key: 'me',
    load: () => Promise.resolve({ ok: false, failure: failureOf('signed-out') }),
  };
  cache.watch(resource, () => undefined);
  await settle();
  expect(lost).toHaveBeenCalledOnce();
});
