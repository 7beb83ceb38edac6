/** The draft becomes the next version (DEF1, DEF3). */
import type { PublishDraftRequest } from '../../../shared/protocol/api.ts';
import { failure } from '../../outcome.ts';
import { publish } from './definitions.ts';
import { draftOf } from './draft.ts';
import type { Who, Work } from '../work.ts';

export function publishDraft(work: Work, who: Who, wanted: PublishDraftRequest): ReturnType<typeof publish> {
  const draft = draftOf(work);
  if (!draft) return failure('not-found', 'There is no draft to publish.');
  return publish(work, who, { body: draft.body, hash: draft.hash, ...wanted });
}
