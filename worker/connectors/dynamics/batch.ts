/**
 * Many requests to a Dataverse organisation in one: a `$batch` without change sets, where each is done in its
 * turn and answered by itself, and one that fails holds up no other.
 */
import * as z from 'zod';
import type { Answer, Line } from '../connector.ts';
import { refused, trouble } from '../line.ts';
import { address } from './rows.ts';

export interface Part {
  readonly method: 'PATCH' | 'DELETE';
  /** Whole. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

const LINE_END = '\r\n';

/** In the order of `parts`, one answer each. A trouble of the whole is everybody's. */
export async function batched(line: Line, parts: readonly Part[]): Promise<Answer<readonly Answer<null>[]>> {
  if (parts.length === 0) return { ok: true, value: [] };
  const boundary = `batch_${crypto.randomUUID()}`;
  const answer = await line.send({
    method: 'POST',
    url: address(line, '$batch'),
    headers: { Prefer: 'odata.continue-on-error', 'OData-Version': '4.0', 'OData-MaxVersion': '4.0' },
    text: { type: `multipart/mixed; boundary="${boundary}"`, body: written(boundary, parts) },
    reads: z.string(),
  });
  if (!answer.ok) return answer;
  const answers = read(answer.value);
  return { ok: true, value: parts.map((_, index) => answers[index] ?? UNANSWERED) };
}

const UNANSWERED = trouble('unavailable', null, 'it answered only a part');

function written(boundary: string, parts: readonly Part[]): string {
  const lines = parts.flatMap(({ method, url, headers = {}, json }) => [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `${method} ${new URL(url).pathname} HTTP/1.1`,
    'Accept: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(json === undefined ? [] : ['Content-Type: application/json; type=entry']),
    '',
    json === undefined ? '' : JSON.stringify(json),
  ]);
  return [...lines, `--${boundary}--`, ''].join(LINE_END);
}

/** Each part is an answer of HTTP in words. */
function read(body: string): readonly Answer<null>[] {
  const boundary = /^\s*--(\S+)/.exec(body)?.[1];
  if (boundary === undefined) return [];
  return body.split(`--${boundary}`).flatMap((part): Answer<null>[] => {
    const [, status = '', head = '', said = ''] =
      /HTTP\/1\.1 (\d{3})[^\r\n]*\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part) ?? [];
    if (status === '') return [];
    const code = Number(status);
    if (code >= 200 && code < 300) return [{ ok: true, value: null }];
    const retryAfter = /^Retry-After:[ \t]*(\S+)/im.exec(head)?.[1];
    const headers = new Headers(retryAfter === undefined ? [] : [['Retry-After', retryAfter]]);
    return [refused(new Response(null, { status: code, headers }), said)];
  });
}
