/** A notice as a sentence: names looked up as they are now, instants in the reader's own hours. */
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { termsFor } from '../../../shared/messages/terms/index.ts';
import { noticeWords, type NoticeTerms } from '../../../shared/messages/notices/index.ts';
import type { NoticeSaid } from '../../../shared/protocol/notices.ts';
import { whenLong } from '../../../shared/ui/when.ts';
import type { Work } from '../work.ts';
import { ownHours } from '../people/ownHours.ts';

/** @returns how to say any notice to this member */
export function speakerFor(
  work: Work,
  memberId: string | null,
  language: Language,
): (said: NoticeSaid) => string {
  const room = work.ground.room();
  const { definitions } = work.ground.inForce(work.now);
  const messages = termsFor(language);
  const { offsets } = ownHours(work, memberAt(room, memberId, work.now)?.hours ?? null);
  const { reasons } = definitions.handoff;
  const terms: NoticeTerms = {
    member: (id) => memberAt(room, id, work.now)?.name ?? messages.words.unnamed,
    reason: (id) => reasons.find((reason) => reason.id === id)?.label ?? id,
    stage: (id) => definitions.stages.find((stage) => stage.id === id)?.label ?? id,
    when: (at) => whenLong(at, { offsets, now: work.now, messages }),
  };
  const words = noticeWords(language);
  return (said) => words.say(said, terms);
}
