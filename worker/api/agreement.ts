/** The agreement: versions, the draft, what would change, closures, the backlog it has not touched yet. */
import * as z from 'zod';
import { BacklogResponse, ReleaseResponse } from '../../shared/protocol/backlog.ts';
import { ClosureResponse, ClosuresResponse } from '../../shared/protocol/closures.ts';
import { EvidenceResponse, FirstWeekResponse } from '../../shared/protocol/firstWeek.ts';
import { DiffResponse, MaterialsResponse, ValidateResponse } from '../../shared/protocol/definitions.ts';
import type { About } from './described.ts';

const Head = z.looseObject({
  version: z.int(),
  effectiveAt: z.int(),
  publishedAt: z.int(),
  author: z.string(),
  note: z.string(),
  signed: z.boolean(),
});
const Version = Head.extend({ definitions: z.looseObject({}).describe('See /v1/definitions/schema.json.') });
const Draft = z.looseObject({
  hash: z.string().describe('Also the entity tag.'),
  definitions: z.looseObject({}).describe('See /v1/definitions/schema.json.'),
  author: z.string(),
  savedAt: z.int(),
  complete: z.boolean(),
});
const Published = z.looseObject({
  version: z.int(),
  signed: z.boolean(),
  effectiveAt: z.int(),
  hash: z.string(),
  job: z.string().optional().describe('Looks at every lead again; follow it at `/v1/jobs`.'),
});

export const ABOUT_AGREEMENT = {
  'GET /v1/definitions': {
    summary: 'Published versions, newest first',
    answer: z.object({ versions: z.array(Head) }),
  },
  'POST /v1/definitions': {
    summary: 'Publish at once, while in trial',
    about:
      'Until a version both sides signed takes effect, an admin may publish without signatures. From then on a version comes from the draft: save, preview, sign, publish.',
    status: 201,
    answer: Published,
  },
  'GET /v1/definitions/schema.json': {
    summary: 'JSON Schema of an agreement, for editors',
    answer: z.looseObject({ $schema: z.string() }),
  },
  'GET /v1/definitions/current': { summary: 'The version in force', answer: Version },
  'GET /v1/definitions/draft': { summary: 'The one draft both sides talk about', answer: Draft },
  'PUT /v1/definitions/draft': {
    summary: 'Save the draft; a stale `If-Match` is refused',
    about:
      'The first save begins a draft and needs no `If-Match`. Afterwards send the `ETag` you read: whoever saved in between is answered with 412 and `theirs`. A draft with faults can be saved; `faults` says what would keep it from being published. Any change voids the signatures.',
    answer: Draft,
  },
  'DELETE /v1/definitions/draft': {
    summary: 'Discard the draft; a stale `If-Match` is refused',
    answer: Draft,
  },
  'POST /v1/definitions/draft': { summary: 'Make an older version the draft', answer: Draft },
  'POST /v1/definitions/draft/validate': {
    summary: 'Everything that is wrong with an agreement',
    answer: ValidateResponse,
  },
  'POST /v1/definitions/draft/preview': {
    summary: 'Try the draft on all live leads, as a job',
    about:
      'Follow it at `GET /v1/jobs/{job}`: its `result` says who would enter or leave which stage, whose deadlines move, who becomes late, what it asks of each person and day. `GET /v1/jobs/{job}/leads` opens each number.',
    status: 202,
    answer: z.looseObject({ job: z.string().describe('Id of the job; its result is the preview.') }),
  },
  'GET /v1/definitions/diff': {
    summary: 'What changed between two versions, in words',
    answer: DiffResponse,
  },
  'GET /v1/definitions/materials': { summary: 'How often each material was used', answer: MaterialsResponse },
  'POST /v1/definitions/draft/sign': { summary: 'Sign the draft as read', answer: Draft },
  'POST /v1/definitions/draft/publish': { summary: 'Publish the draft', status: 201, answer: Published },
  'GET /v1/definitions/:version': { summary: 'A published version', answer: Version },
  'GET /v1/closures': { summary: 'Periods in which a team is closed', answer: ClosuresResponse },
  'POST /v1/closures': {
    summary: 'Close a team for a period, also after the fact',
    status: 201,
    answer: ClosureResponse,
  },
  'DELETE /v1/closures/:id': { summary: 'Withdraw a closed period', answer: ClosureResponse },
  'GET /v1/first-week': {
    summary: 'How far the workspace is from an import to a signed agreement',
    answer: FirstWeekResponse,
  },
  'GET /v1/first-week/evidence': {
    summary: 'What closed leads teach a first agreement; 202 while they are still read',
    answer: EvidenceResponse,
  },
  'GET /v1/backlog': { summary: 'Leads that wait to be released', answer: BacklogResponse },
  'POST /v1/backlog/release': {
    summary: 'Release leads in lots, so many per owner and open day',
    answer: ReleaseResponse,
  },
  'DELETE /v1/backlog/release': { summary: 'Stop releasing', answer: BacklogResponse },
} as const satisfies About;
