/**
 * What a request suffers beside wrong values: addresses, headers and bodies as broken programs, proxies
 * and people who try doors send them. Each twist is by seed, and leaves the rest of the request as it was.
 */
import { gzipSync } from 'node:zlib';
import type { Chance } from '../golden/chance.ts';
import type { FuzzRequest } from './fuzzRequest.ts';

type Twist = (request: FuzzRequest, chance: Chance) => FuzzRequest;

const bytes = (text: string) => new TextEncoder().encode(text);

/** Parts of an address, as they are: encoded once, twice, wrongly or not at all. */
const PARTS = [
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%2f..',
  'a%2Fb',
  '%00',
  '%ff%fe',
  '%E0%A4%A',
  '%',
  '%zz',
  '%25%32%46',
  '%F0%9F%92%A9',
  '%E2%80%AE%E2%80%8B',
  'e%CC%81',
  '%EF%BC%91',
  '-1',
  '0x10',
  '1e999',
  'NaN',
  '9007199254740993',
  '__proto__',
  'constructor',
  ';a=b',
  '~',
  'x'.repeat(4_000),
] as const;

/** What numbers, dates and cursors of a query have been mistaken for. */
const VALUES = [
  '-1',
  '-0',
  '0x10',
  '1e999',
  'NaN',
  'Infinity',
  '１２',
  '٣',
  '1_000',
  ' 5 ',
  '5.0000000000000000001',
  '99999999999999999999',
  '0000-01-01',
  '0001-01-01',
  '-271821-04-20',
  '+275760-09-13',
  '+275760-09-14',
  '2026-02-29',
  '2024-02-29',
  '9999-12-31',
  '2026-03-05T25:61:61Z',
  '8640000000000000',
  '8640000000000001',
  '-8640000000000001',
  'true',
  '[object Object]',
  '["a"]',
  '{"a":1}',
  'eyJlcG9jaCI6Ii4uIn0',
  '%',
  '\u0000',
  '\u202e',
  '💩'.repeat(200),
] as const;

const TYPES = [
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/json;;;',
  'application/problem+json',
  'application/x-ndjson',
  'text/csv; charset=windows-1252; header=absent',
  'text/csv; charset=nowhere',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="x"',
  'application/x-www-form-urlencoded',
  'image/png',
  '*/*',
  'json',
] as const;

/** JSON and what is nearly JSON. */
const NEARLY = [
  '{"a":1,"a":2,"__proto__":{"x":1}}',
  '{"leads":[{"emails":["\\ud800@example.org"]}]}',
  '\ufeff{}',
  '{"a":NaN}',
  '{"a":1e400}',
  '{"a":-0,"b":0.1e-400}',
  '[1,]',
  '{} // and more',
  '{}{}',
  '"\\u0000"',
  "{'a':1}",
  ' '.repeat(60_000),
] as const;

const FILES = [
  '\ufeffemail;name\r\na@example.org;"A\r\n',
  'email,email,email\na,b,c\n',
  `email${',x'.repeat(5_000)}\n`,
  'email\n"unclosed',
  'email\r=cmd()|x@example.org\r',
  '\u0000\u0001\u0002',
  `email\n${'a'.repeat(300_000)}\n`,
  'email,phone\n,\n,,,,\n\n\n',
  'sep=,\nemail\na@example.org',
  '{"emails":["a@example.org"]}\n{broken\n\n[]\nnull\n7\n{"emails":[]}\n',
  `${'['.repeat(20_000)}\n{"emails":["b@example.org"]}`,
  '{"format":"combinado-backup","version":1}\n{"table":"leads","row":{}}\n{"end":true}\n',
  '{"format":"combinado-backup","version":99,"workspaceId":"x","epoch":"y","exportedAt":1}\n',
] as const;

const PARTED = [
  '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@example.org\r\n--x--\r\n',
  '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@exam',
  '--x\r\nContent-Disposition: form-data; name="f"; filename="../../a"\r\n\r\n\u0000\r\n--x--',
  '--x\r\n\r\n--x--',
  '--x--',
  `--x\r\nContent-Disposition: form-data; name="${'n'.repeat(9_000)}"\r\n\r\n1\r\n--x--\r\n`,
] as const;

const headed = (request: FuzzRequest, headers: Readonly<Record<string, string>>): FuzzRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});
const sending = (request: FuzzRequest, type: string, body: Uint8Array<ArrayBuffer>): FuzzRequest => ({
  ...headed(request, { 'Content-Type': type }),
  method: request.method === 'GET' || request.method === 'HEAD' ? 'POST' : request.method,
  body,
});

const TWISTS: readonly Twist[] = [
  // One part of the address, or one more behind it.
  (request, chance) => {
    const [path = '', query] = request.path.split('?');
    const parts = path.split('/');
    const at = chance.whole(2, parts.length);
    const twisted = [...parts.slice(0, at), chance.of(PARTS), ...parts.slice(at + 1)].join('/');
    return { ...request, path: query === undefined ? twisted : `${twisted}?${query}` };
  },
  // Parameters with edges, twice, without a name, as lists.
  (request, chance) => {
    const [path = '', query = ''] = request.path.split('?');
    const names = [...new URLSearchParams(query).keys(), 'cursor', 'limit', 'from', 'to', 'at', '', 'a[]'];
    const more = Array.from({ length: chance.whole(1, 4) }, () => {
      const name = chance.of(names);
      return `${encodeURIComponent(name)}=${encodeURIComponent(chance.of(VALUES))}`;
    });
    const marks = chance.of(['', '&', '&&=', '&=&']);
    return { ...request, path: `${path}?${[...(query === '' ? [] : [query]), ...more].join('&')}${marks}` };
  },
  (request, chance) => headed(request, { 'Content-Type': chance.of(TYPES) }),
  (request, chance) => ({ ...request, method: chance.of(['HEAD', 'OPTIONS', 'PATCH', 'DELETE']) }),
  // Headers far too long, or that say something nobody expects.
  (request, chance) =>
    headed(
      request,
      chance.of<Readonly<Record<string, string>>>([
        { 'X-Long': 'x'.repeat(30_000) },
        { Cookie: `__Host-combinado=${'x'.repeat(8_000)}` },
        { Cookie: '__Host-combinado=cmb_222222222222_x; __Host-combinado=%00' },
        { Authorization: `Bearer ${'x'.repeat(20_000)}` },
        { Authorization: 'Basic dXNlcjpwYXNz' },
        { Authorization: 'Bearer' },
        { 'Idempotency-Key': 'x'.repeat(5_000) },
        { 'Idempotency-Key': '../../k' },
        { 'If-Match': '"a", W/"b", *, "' },
        { 'If-None-Match': `*, ${'"x",'.repeat(500)}` },
        { Origin: 'null' },
        { Origin: 'chrome-extension://x', 'Access-Control-Request-Method': 'POST' },
        { Accept: 'text/csv;q=x, */*;q=-1' },
        { Range: 'bytes=99-1,-0' },
        { 'X-Forwarded-For': "'; drop table facts; --" },
        { 'Combinado-Protocol': '\u00b9' },
        { 'webhook-id': 'x'.repeat(500), 'webhook-timestamp': 'NaN', 'webhook-signature': 'v1,' },
        { 'webhook-id': 'a', 'webhook-timestamp': '99999999999999', 'webhook-signature': 'v9,%%% v1,x' },
      ]),
    ),
  // Nested until whoever follows falls over.
  (request, chance) => {
    const [open, close] = chance.of([
      ['[', ']'],
      ['{"a":', '}'],
      ['{"all":[', ']}'],
    ] as const);
    const depth = chance.of([120, 2_000, 20_000]);
    const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
    const inside = chance.of(['', 'body', 'definitions', 'leads', 'mapping', 'commands']);
    return sending(request, 'application/json', bytes(inside === '' ? nested : `{"${inside}":${nested}}`));
  },
  (request, chance) => sending(request, 'application/json', bytes(chance.of(NEARLY))),
  // Packed, whole or cut off, or not packed though it says so.
  (request, chance) => {
    const body = request.body ?? bytes('{}');
    const packed = new Uint8Array(gzipSync(body));
    const sent = chance.of([packed, packed.slice(0, Math.ceil(packed.length / 2)), body]);
    const type = request.headers['Content-Type'] ?? 'application/json';
    const encoding = chance.of(['gzip', 'br', 'gzip, gzip', 'identity', '']);
    return headed(sending(request, type, sent), { 'Content-Encoding': encoding });
  },
  (request, chance) => {
    const type = chance.of(['text/csv', 'application/x-ndjson', 'text/csv; charset=utf-16le']);
    return sending(request, type, bytes(chance.of(FILES)));
  },
  (request, chance) => sending(request, 'multipart/form-data; boundary=x', bytes(chance.of(PARTED))),
];

/** One of them, sometimes two. */
export function twisted(request: FuzzRequest, chance: Chance): FuzzRequest {
  const once = chance.of(TWISTS)(request, chance);
  return { ...(chance.is(0.25) ? chance.of(TWISTS)(once, chance) : once), twisted: true };
}
