/** Parses what comes in by the schemas both sides share; what does not fit is a problem with pointers (ACC6). */
import type { MiddlewareHandler } from 'hono';
import { validator } from 'hono/validator';
import type * as z from 'zod';
import type { Env } from '../env.ts';
import { failure, type Failure } from '../outcome.ts';
import { escaped, invalid, problemResponse } from '../problem.ts';

type Target = 'json' | 'form' | 'query';
type Validated<T extends Target, S extends z.ZodType> = MiddlewareHandler<
  { Bindings: Env },
  string,
  { in: { [K in T]: z.input<S> }; out: { [K in T]: z.output<S> } }
>;

/** What a handler parses, for the document that tells it (`api/document.ts`). */
export interface Parsed {
  readonly target: Target;
  readonly schema: z.ZodType;
}

const parsed = new WeakMap<object, Parsed>();

/** Undefined for a handler that parses nothing. */
export function parsedBy(handler: object): Parsed | undefined {
  return parsed.get(handler);
}

function validated<T extends Target, S extends z.ZodType>(target: T, schema: S): Validated<T, S> {
  const handler = validator(target, async (value: unknown) => {
    const fault = target === 'query' ? saidTwice(value) : isTooDeep(value) ? TOO_DEEP : undefined;
    if (fault) return problemResponse(fault);
    const result = await schema.safeParseAsync(value);
    return result.success ? result.data : problemResponse(invalid(result.error.issues));
  });
  parsed.set(handler, { target, schema });
  // The library's own type knows what came in only as `any`.
  return handler as unknown as Validated<T, S>;
}

/** Nothing of ours is nested a quarter as deep; far deeper, the value could not be handed to the workspace. */
const MOST_DEPTH = 100;
const TOO_DEEP = failure('invalid-body', `Nothing here is nested more than ${MOST_DEPTH} deep.`, [
  { pointer: '', detail: 'this is nested too deep', reason: { code: 'not_as_expected' } },
]);

/** Level by level: to go into it one by one is what deep nesting is sent for. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= MOST_DEPTH; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** A parameter given twice comes as a list, and no parameter of ours is one. */
function saidTwice(value: unknown): Failure | undefined {
  const twice = Object.entries(value ?? {}).filter(([, one]) => Array.isArray(one));
  if (twice.length === 0) return undefined;
  return failure(
    'invalid-body',
    'See `errors` for each field that is not as expected.',
    twice.map(([name]) => ({
      pointer: `/${escaped(name)}`,
      detail: 'this is given more than once; say it once',
      reason: { code: 'not_one_value' as const },
    })),
  );
}

export const body = <S extends z.ZodType>(schema: S) => validated('json', schema);
export const form = <S extends z.ZodType>(schema: S) => validated('form', schema);
export const query = <S extends z.ZodType>(schema: S) => validated('query', schema);
