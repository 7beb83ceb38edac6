/** Parses what comes in by the schemas both sides share; what does not fit is a problem with pointers (ACC6). */
import type { MiddlewareHandler } from 'hono';
import { validator } from 'hono/validator';
import type * as z from 'zod';
import type { Env } from '../env.ts';
import { invalid, problemResponse } from '../problem.ts';

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
    const result = await schema.safeParseAsync(value);
    return result.success ? result.data : problemResponse(invalid(result.error.issues));
  });
  parsed.set(handler, { target, schema });
  // The library's own type knows what came in only as `any`.
  return handler as unknown as Validated<T, S>;
}

export const body = <S extends z.ZodType>(schema: S) => validated('json', schema);
export const form = <S extends z.ZodType>(schema: S) => validated('form', schema);
export const query = <S extends z.ZodType>(schema: S) => validated('query', schema);
