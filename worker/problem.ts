/** Problem documents (RFC 9457): the only shape an error of this worker ever has (ACC6). */
import { PROBLEM_TYPES, type Problem, type ProblemType } from '../shared/protocol/problem.ts';
import { type Complaint, issueReason } from './issueReason.ts';
import { failure, type Failure } from './outcome.ts';
import { faultAt } from './reasons.ts';

const TITLES: Readonly<Record<ProblemType, string>> = {
  'bad-request': 'The request cannot be read',
  'no-token': 'A token is needed',
  'bad-token': 'This token is not valid',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  'method-not-allowed': 'This address does not take this method',
  conflict: 'It has changed or cannot be done now',
  gone: 'No longer valid',
  'precondition-failed': 'It has changed since it was read',
  'too-large': 'Too large',
  'unsupported-media-type': 'This kind of content is not read here',
  'invalid-body': 'The content is not as expected',
  'too-many-requests': 'Too many requests',
  internal: 'Something went wrong here',
};

export function problemOf({ problem, detail, errors, more }: Failure): Problem {
  return {
    type: `urn:combinado:problem:${problem}`,
    title: TITLES[problem],
    status: PROBLEM_TYPES[problem],
    detail,
    ...(errors ? { errors } : {}),
    ...more,
  };
}

export function problemResponse(failed: Failure): Response {
  const document = problemOf(failed);
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (document.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  if (failed.retryAfterMs !== undefined)
    headers.set('Retry-After', String(Math.max(1, Math.ceil(failed.retryAfterMs / 1_000))));
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

/** As zod and the standard schema interface tell them. */
export interface Issue extends Complaint {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Names an unknown field, which the path stops short of. */
  readonly keys?: readonly string[] | undefined;
}

/** Every fault at once, each with a JSON pointer (RFC 6901). */
export function invalid(issues: readonly Issue[]): Failure {
  const errors = issues.slice(0, 100).flatMap((issue) => {
    const { message, path = [], keys } = issue;
    const pointer = path.map((part) => `/${escaped(typeof part === 'object' ? part.key : part)}`).join('');
    return keys
      ? keys.map((key) => ({
          ...faultAt(`${pointer}/${escaped(key)}`, { code: 'unknown_field', name: key }),
          detail: 'this field is not known',
        }))
      : [{ pointer, detail: message, reason: issueReason(issue) }];
  });
  return failure('invalid-body', 'See `errors` for each field that is not as expected.', errors);
}

/** As a JSON pointer writes it (RFC 6901). */
export function escaped(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}
