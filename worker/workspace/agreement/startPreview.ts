/** Begins a preview of the draft (DEF2); what comes of it is the job's result. */
import { count } from 'drizzle-orm';
import type { PreviewRequest } from '../../../shared/protocol/definitions.ts';
import { agreementFaults } from '../../agreement.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { languageOf } from './compareVersions.ts';
import { draftOf } from './draft.ts';
import { startJob } from '../jobs/jobs.ts';
import { forgetEarlier } from '../jobs/previewLeads.ts';
import type { PreviewInput } from '../jobs/preview.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export function startPreview(
  work: Work,
  who: Who,
  { choices = { leads: 'stay', clocks: 'new' }, language = languageOf(work) }: PreviewRequest,
): Outcome<{ job: string }> {
  const draft = draftOf(work);
  if (!draft) return failure('not-found', 'There is no draft. Save one with PUT /v1/definitions/draft.');
  const faults = agreementFaults(draft.body);
  if (faults.length > 0) return failure('invalid-body', 'This draft cannot be tried yet.', faults);
  const input: PreviewInput = { hash: draft.hash, choices, language };
  const [{ total } = { total: 0 }] = work.db.select({ total: count() }).from(schema.leads).all();
  const job = startJob(work, { kind: 'preview', by: who.memberId, input, total });
  forgetEarlier(work);
  return done({ job });
}
