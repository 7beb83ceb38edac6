/**
 * One request to the worker this page came from, by its cookie. Whatever is safe to repeat is repeated
 * when nobody answers: reads, and writes under an `Idempotency-Key`. Answers are parsed here and trusted
 * from here on.
 */
import type * as z from 'zod';
import { Problem } from '../../../shared/protocol/problem.ts';
import { PROTOCOL, PROTOCOL_HEADER } from '../../../shared/protocol/version.ts';
import { SECOND_MS } from '../../../shared/time.ts';
import { languageOf } from '../../../shared/messages/language.ts';
import { type Answer, failureOf, kindOfStatus } from './failure.ts';
import type { Told } from './tell.ts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Asked {
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Makes a write safe to repeat; the same for every try of one deed. */
  readonly key?: string;
  /** The entity tag of what was read: a stale write is refused (DEF1). */
  readonly ifMatch?: string;
  /** Told how far long work of the worker is, between its answers. */
  readonly onProgress?: (done: number, total: number) => void;
}

const TRIES = 4;
const FIRST_WAIT_MS = SECOND_MS / 2;
/** A report over all leads is asked for until it is ready. */
const LONGEST_MS = 120 * SECOND_MS;

/** @returns a value that `schema` read, or why there is none. Throws only when `signal` is aborted. */
export async function request<T>(
  schema: z.ZodType<T>,
  call: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
  asked: Asked = {},
): Promise<Answer<T>> {
  const begun = Date.now();
  for (let tries = 1; ; tries += 1) {
    const response = await send(call, asked);
    if (response === null || response.status >= 500 || response.status === 429) {
      const isRepeatable = call.startsWith('GET ') || asked.key !== undefined;
      if (!isRepeatable || tries >= TRIES) return failed(response);
      await wait(waitOf(response) ?? FIRST_WAIT_MS * 2 ** (tries - 1), asked.signal);
      continue;
    }
    if (response.status === 202 && call.startsWith('GET ') && Date.now() - begun < LONGEST_MS) {
      const running = await response.json().catch(() => null);
      if (isRunning(running)) asked.onProgress?.(running.done, running.total);
      await wait(waitOf(response) ?? SECOND_MS, asked.signal);
      tries = 0;
      continue;
    }
    return response.ok ? answerOf(schema, response) : failed(response);
  }
}

/** What a good answer holds; one that is not as agreed is broken. */
export async function answerOf<T>(schema: z.ZodType<T>, response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const read = schema.safeParse(text === '' ? undefined : JSON.parse(text));
  if (!read.success) return { ok: false, failure: failureOf('broken') };
  return { ok: true, value: read.data, etag: response.headers.get('ETag') };
}

export function urlOf(path: string, query: Query = {}): URL {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
  return url;
}

/** Null when nobody answered. */
async function send(call: string, { query, body, signal, key, ifMatch }: Asked): Promise<Response | null> {
  const [method = 'GET', path = '/'] = call.split(' ');
  // Every deed says what it sends, though it were nothing.
  const sent = body ?? (method === 'POST' ? {} : undefined);
  try {
    return await fetch(urlOf(path, query), {
      method,
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL),
        ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return null;
  }
}

/** @param response null when nobody answered */
export async function failed(
  response: Response | null,
): Promise<{ ok: false; failure: ReturnType<typeof failureOf> }> {
  if (response === null) return { ok: false, failure: failureOf('offline') };
  const problem = Problem.safeParse(await response.json().catch(() => null)).data ?? null;
  const told = problem?.reason || problem?.errors ? await toldOf(problem) : undefined;
  return { ok: false, failure: failureOf(kindOfStatus(response.status), problem, told) };
}

/** Without its words, which may not be reached either, it is told by its kind alone. */
async function toldOf(problem: Problem): Promise<Told | undefined> {
  try {
    const { tell } = await import('./tell.ts');
    return await tell(problem, languageOf(document.documentElement.lang));
  } catch {
    return undefined;
  }
}

function isRunning(value: unknown): value is { done: number; total: number } {
  return typeof value === 'object' && value !== null && 'done' in value && 'total' in value;
}

function waitOf(response: Response | null): number | null {
  const seconds = Number(response?.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * SECOND_MS : null;
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, stopped) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        stopped(signal.reason);
      },
      { once: true },
    );
  });
}
