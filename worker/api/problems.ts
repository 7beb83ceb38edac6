/** What may come of a request instead of its answer, for the document at `/v1/openapi.json`. */
import type { OpenAPIV3_1 } from 'openapi-types';
import { PROBLEM_TYPES, type ProblemType } from '../../shared/protocol/problem.ts';
import { ROUTES, type Admission } from '../access.ts';
import { failure } from '../outcome.ts';
import { problemOf } from '../problem.ts';
import { faultAt } from '../reasons.ts';
import { MEANINGS } from './guide.ts';

type Responses = Record<string, OpenAPIV3_1.ResponseObject>;

/** Pages and documents are in no table: anybody's. */
export function admissionOf(route: string): Admission {
  return Object.hasOwn(ROUTES, route) ? ROUTES[route as keyof typeof ROUTES] : 'open';
}

/** What may come instead, by what the route is: anything but these is a fault of ours. */
export function problems(route: string, path: string): Responses {
  const kinds = new Set<keyof typeof PROBLEM_TYPES>(['bad-request', 'too-many-requests']);
  if (admissionOf(route) !== 'open') kinds.add('no-token').add('forbidden');
  else if (Object.hasOwn(ROUTES, route)) kinds.add('bad-token');
  if (path.includes(':')) kinds.add('not-found');
  if (!route.startsWith('GET '))
    kinds.add('conflict').add('too-large').add('unsupported-media-type').add('invalid-body');
  else kinds.add('invalid-body');
  if (route.startsWith('PUT ')) kinds.add('precondition-failed');
  const refs = [...kinds].map((kind) => {
    const $ref = `#/components/responses/Problem${PROBLEM_TYPES[kind]}`;
    return [String(PROBLEM_TYPES[kind]), { $ref } as unknown as OpenAPIV3_1.ResponseObject];
  });
  return Object.fromEntries(refs);
}

/** One of each status, with what it looks like. */
export const PROBLEMS: Responses = Object.fromEntries(
  Object.entries(PROBLEM_TYPES).map(([kind, status]) => [
    `Problem${status}`,
    {
      description: MEANINGS[kind as keyof typeof MEANINGS],
      ...(status === 429
        ? {
            headers: {
              'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' as const } },
            },
          }
        : {}),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          example: problemOf(exampleOf(kind as ProblemType)),
        },
      },
    },
  ]),
);

function exampleOf(kind: ProblemType) {
  if (kind !== 'invalid-body') return failure(kind, MEANINGS[kind]);
  const faults = [faultAt('/leads/0/emails/0', 'no_email')];
  return failure(kind, 'See `errors` for each field that is not as expected.', faults);
}
