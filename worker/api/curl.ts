/** The request of a route as one types it: what the reference shows beside each. */
import type { Route } from '../access.ts';
import { EXAMPLES, FILE_EXAMPLES, PATH_EXAMPLES, QUERY_EXAMPLES } from './examples.ts';

/** Opens no session of its own and needs no token. */
const HOST = 'https://combinado.example.workers.dev';
const MARKS_DRAFT = /^(?:PUT|DELETE) \/v1\/definitions\/draft$/;

interface Request {
  readonly method: string;
  /** With `:name` where something goes. */
  readonly path: string;
  readonly open: boolean;
}

/** @returns Markdown, or undefined where nobody types it: pages, sockets. */
export function curlOf({ method, path, open }: Request): string | undefined {
  const route = `${method} ${path}` as Route;
  const place = path.replaceAll(/:(\w+)/g, (_, name: string) => PATH_EXAMPLES[name] ?? name);
  const address = `${HOST}${place}${QUERY_EXAMPLES[route] ?? ''}`;
  const [type] = Object.keys(FILE_EXAMPLES[route] ?? {});
  const body = EXAMPLES[route];
  const needs =
    route === 'POST /v1/setup' ? 'SETUP_TOKEN' : route === 'POST /v1/recover' ? 'RECOVERY_TOKEN' : 'TOKEN';
  const isPlain = open && needs === 'TOKEN';
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${address}'`,
    ...(isPlain ? [] : [`-H "Authorization: Bearer $${needs}"`]),
    ...(MARKS_DRAFT.test(route) ? [`-H 'If-Match: "<ETag of the draft>"'`] : []),
    ...(type === undefined ? [] : [`-H 'Content-Type: ${type}' --data-binary @file`]),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body, null, 2)}'`]),
  ];
  return `\`\`\`sh\n${parts.join(' \\\n  ')}\n\`\`\``;
}
