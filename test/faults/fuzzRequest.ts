/**
 * One request that nobody would send on purpose: made from the API's own document, right in most places
 * and wrong in some, or bytes that were damaged on the way. The same seed makes the same request.
 */
import { generateSync, type JsonSchema } from 'json-schema-faker';
import type { Chance } from '../golden/chance.ts';
import { twisted } from './fuzzTwist.ts';

export interface Operation {
  readonly method: string;
  /** With `{name}` where something goes. */
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly body: JsonSchema | undefined;
}

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** Damaged beside its values as well (`fuzzTwist.ts`): most of these end at the door. */
  readonly twisted?: true;
}

/** What programs have choked on before. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  -0.5,
  Number.MAX_SAFE_INTEGER,
  8_640_000_000_000_001,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'é'.repeat(300),
  'x'.repeat(70_000),
  "'; drop table facts; --",
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  '2026-02-30',
  '9999-12-31',
  '=1+1',
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { toString: 1 },
];

const LONGEST_PART = 3_000;

/** Of things that are there: `any` are leads, members, files…; `named` is what goes into one place of an address. */
export interface Known {
  readonly any: readonly string[];
  readonly named: Readonly<Record<string, string>>;
}

export function fuzzRequest(
  operation: Operation,
  tokens: readonly string[],
  known: Known,
  chance: Chance,
): FuzzRequest {
  const made = requestOf(operation, tokens, known, chance);
  return chance.is(0.25) ? twisted(made, chance) : made;
}

function requestOf(
  operation: Operation,
  tokens: readonly string[],
  { any: ids, named: places }: Known,
  chance: Chance,
): FuzzRequest {
  const made = (schema: JsonSchema): unknown =>
    generateSync(schema, { seed: chance.whole(1, 1_000_000_000), optionalsProbability: 0.5, maxItems: 3 });
  const text = (schema: JsonSchema): string => {
    if (chance.is(0.3)) return chance.of(ids);
    // An address of 64 KiB never reaches the worker: the server before it says no.
    return written(chance.is(0.2) ? chance.of(HOSTILE) : made(schema)).slice(0, LONGEST_PART);
  };
  const inPath = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      Object.hasOwn(places, name) && chance.is(0.8)
        ? (places[name] ?? '')
        : wellFormed(chance.is(0.6) ? chance.of(ids) : text({ type: 'string' })),
    ),
  );
  const query = new URLSearchParams();
  for (const { name, schema } of operation.parameters.filter((one) => one.in === 'query'))
    if (chance.is(0.4)) query.append(name, text(schema));
  if (chance.is(0.03)) query.append('unheardOf', text({ type: 'string' }));

  const headers: Record<string, string> = {};
  if (chance.is(0.95)) headers['Authorization'] = `Bearer ${chance.is(0.95) ? chance.of(tokens) : 'cmb_x_y'}`;
  if (chance.is(0.05)) headers['Idempotency-Key'] = `k${chance.whole(1, 9)}`;
  if (chance.is(0.05)) headers['If-Match'] = chance.of(['"x"', '*', 'W/"a"', '']);
  if (chance.is(0.03)) headers['Combinado-Protocol'] = chance.of(['0', '1', 'x', '99', '1e3']);
  if (chance.is(0.03)) headers['Range'] = 'bytes=0-1';
  const body = operation.body === undefined ? undefined : bytesOf(operation.body, ids, made, chance);
  if (body) headers['Content-Type'] = chance.is(0.97) ? 'application/json' : chance.of(OTHER_TYPES);
  return {
    method: chance.is(0.98) ? operation.method : chance.of(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: query.size > 0 ? `${inPath}?${query}` : inPath,
    headers,
    body,
  };
}

const OTHER_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/csv'];

function bytesOf(
  schema: JsonSchema,
  ids: readonly string[],
  made: (schema: JsonSchema) => unknown,
  chance: Chance,
): Uint8Array<ArrayBuffer> {
  let value = made(schema);
  if (chance.is(0.5)) value = named(value, ids, chance);
  for (let times = chance.of([0, 0, 1, 1, 3]); times > 0; times -= 1) value = damaged(value, chance);
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '');
  if (chance.is(0.9)) return bytes;
  if (chance.is(0.3)) return bytes.slice(0, chance.whole(0, bytes.length));
  for (let times = chance.whole(1, 5); times > 0 && bytes.length > 0; times -= 1)
    bytes[chance.whole(0, bytes.length - 1)] = chance.whole(0, 255);
  return bytes;
}

/** Ids where ids are asked for, so that a request gets further than the door. */
function named(value: unknown, ids: readonly string[], chance: Chance): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, ids, chance));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      typeof part === 'string' && /id$|owner|lead|member|handoff|attempt|^by$/i.test(key)
        ? chance.of(ids)
        : named(part, ids, chance),
    ]),
  );
}

/** One place of it made something else, taken away or added. */
function damaged(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.is(0.15)) return chance.of(HOSTILE);
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.is(0.2)) return [...value, chance.of(HOSTILE)];
    const at = chance.whole(0, value.length - 1);
    return value.map((one, index) => (index === at ? damaged(one, chance) : one));
  }
  const keys = Object.keys(value);
  if (keys.length === 0 || chance.is(0.15)) return { ...value, [written(chance.of(HOSTILE))]: 1 };
  const key = chance.of(keys);
  if (chance.is(0.2)) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== key));
  return { ...value, [key]: damaged((value as Record<string, unknown>)[key], chance) };
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}
