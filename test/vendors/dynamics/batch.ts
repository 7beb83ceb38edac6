/**
 * `$batch` of a faked organisation, by its public contract: parts of HTTP in words, done in their order, each
 * with an answer of its own; without `continue-on-error` the first that fails is the last.
 */
import type { Dynamics } from './fake.ts';
import { Refused } from './rows.ts';

const MOST_PARTS = 1_000;
const LINE_END = '\r\n';

export async function answerBatch(org: Dynamics, request: Request): Promise<Response> {
  const type = request.headers.get('Content-Type') ?? '';
  const boundary = /^multipart\/mixed; ?boundary="?([^"]+)"?$/.exec(type)?.[1];
  const body = new TextDecoder().decode(await request.arrayBuffer());
  if (request.method !== 'POST' || boundary === undefined || !body.includes(`--${boundary}--`))
    throw new Refused(400, '0x80048d19', 'The batch cannot be read.');
  const parts = body.split(`--${boundary}`).slice(1, -1);
  if (parts.length > MOST_PARTS)
    throw new Refused(400, '0x80060888', 'The maximum number of operations has been exceeded.');
  const goesOn = request.headers.get('Prefer')?.includes('odata.continue-on-error') === true;
  const name = `batchresponse_${org.rows.newId()}`;
  const answers: string[] = [];
  for (const part of parts) {
    const answer = await org.part(...read(org, request, part));
    answers.push(await worded(name, answer));
    if (!answer.ok && !goesOn) break;
  }
  return new Response(`${answers.join('')}--${name}--${LINE_END}`, {
    headers: { 'Content-Type': `multipart/mixed; boundary=${name}`, 'OData-Version': '4.0' },
  });
}

/** @returns the request, and all it says, for trouble to be planned by */
function read(org: Dynamics, whole: Request, part: string): [Request, string] {
  const [about = '', head = '', ...rest] = part.replace(/^\r\n/, '').split(`${LINE_END}${LINE_END}`);
  const [first = '', ...lines] = head.split(LINE_END);
  const [, method = '', path = ''] = /^(PATCH|POST|DELETE|GET) (\S+) HTTP\/1\.1$/.exec(first) ?? [];
  if (!/^Content-Type: application\/http$/m.test(about.replaceAll('\r', '')) || path === '')
    throw new Refused(400, '0x80048d19', 'A part of the batch cannot be read.');
  if (path.endsWith('/$batch')) throw new Refused(400, '0x80060888', 'A batch cannot hold a batch.');
  const headers = new Headers(lines.map((line) => line.split(': ', 2) as [string, string]));
  headers.set('Authorization', whole.headers.get('Authorization') ?? '');
  const body = rest.join(`${LINE_END}${LINE_END}`).trim();
  const request = new Request(`${org.site}${path}`, { method, headers, ...(body === '' ? {} : { body }) });
  return [request, `${first} ${body}`];
}

async function worded(boundary: string, answer: Response): Promise<string> {
  const body = await answer.text();
  return [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${answer.status} ${answer.ok ? 'No Content' : 'Bad Request'}`,
    ...Array.from(answer.headers, ([name, value]) => `${name}: ${value}`),
    'OData-Version: 4.0',
    '',
    body,
    '',
  ].join(LINE_END);
}
