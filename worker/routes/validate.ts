/** Parses what comes in by the schemas both sides share; what does not fit is a problem with pointers (ACC6). */
import type { MiddlewareHandler } from 'hono';
import { validator } from 'hono-openapi';
import type * as z from 'zod';
import type { Env } from '../env.ts';
import { invalid, problemResponse } from '../problem.ts';

type Target = 'json' | 'form' | 'query';
type Validated<T extends Target, S extends z.ZodType> = MiddlewareHandler<
  { Bindings: Env },
  string,
  { in: { [K in T]: z.input<S> }; out: { [K in T]: z.output<S> } }
>;

function validated<T extends Target, S extends z.ZodType>(target: T, schema: S): Validated<T, S> {
  const handler = validator(target, schema, (result) =>
    result.success ? undefined : problemResponse(invalid(result.error)),
  );
  // The library's own type loses the schema's.
  return handler as unknown as Validated<T, S>;
}

export const body = <S extends z.ZodType>(schema: S) => validated('json', schema);
export const form = <S extends z.ZodType>(schema: S) => validated('form', schema);
export const query = <S extends z.ZodType>(schema: S) => validated('query', schema);
