/** Two agreements side by side: in words, and as the list of changes (DEF2, DEF3). */
import { eq } from 'drizzle-orm';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { describe } from '../../../shared/definitions/describe.ts';
import { type Change, diff } from '../../../shared/definitions/diff.ts';
import type { Room } from '../../../shared/lead/room.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { Described, DiffQuery, DiffResponse } from '../../../shared/protocol/definitions.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { draftOf } from './draft.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

interface Asked {
  readonly language: Language;
  readonly members: Room['members'];
}

export function differences(
  before: Definitions,
  after: Definitions,
  { language, members }: Asked,
): { readonly changes: readonly Change[]; readonly sentences: Described[] } {
  const [a, b] = [inOrder(before), inOrder(after)];
  const changes = diff(a, b);
  const sentences = changes.map((change) => ({
    ...describe(change, a, b, language, members),
    pointer: change.pointer,
  }));
  return { changes, sentences };
}

/** Keys in the schema's order: in which they were written is no change. */
function inOrder(body: Definitions): Definitions {
  return Definitions.parse(body);
}

export function compareVersions(work: Work, _who: Who, query: DiffQuery): Outcome<DiffResponse> {
  const before = bodyOf(work, query.from, '/from');
  if (!before.ok) return before;
  const after = bodyOf(work, query.to, '/to');
  if (!after.ok) return after;
  const language = query.language ?? languageOf(work);
  const { changes, sentences } = differences(before.value, after.value, {
    language,
    members: work.ground.room().members,
  });
  return done({ from: query.from, to: query.to, sentences, changes: [...changes] });
}

export function languageOf(work: Work): Language {
  return work.ground.workspace()?.language ?? 'en';
}

function bodyOf(work: Work, named: string, pointer: string): Outcome<Definitions> {
  if (named === 'current') return done(work.ground.inForce(work.now).definitions);
  const { definitions } = schema;
  const body =
    named === 'draft'
      ? draftOf(work)?.body
      : work.db
          .select({ body: definitions.body })
          .from(definitions)
          .where(eq(definitions.version, Number(named)))
          .get()?.body;
  if (body) return done(body);
  const sentence = named === 'draft' ? 'There is no draft.' : `There is no version ${named}.`;
  return failure('not-found', sentence, [{ pointer, detail: sentence }]);
}
