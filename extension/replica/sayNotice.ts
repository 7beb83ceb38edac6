/** A notice as a sentence in the person's own language, by what this device knows of people and words. */
import { memberAt } from '../../shared/lead/memberAt.ts';
import { versionAt } from '../../shared/lead/versionAt.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { noticeWords, type NoticeTerms } from '../../shared/messages/notices/index.ts';
import { NoticeBody, NOTICE_KINDS, type Notice, type NoticeSaid } from '../../shared/protocol/notices.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';
import { whenLong } from '../../shared/ui/when.ts';
import { ownHours } from './ownHours.ts';

/** Of a kind this version does not know, the workspace's own words for it. */
export function sayNotice({ kind, data, text }: Notice, context: ViewContext): string {
  const said = saidIn(kind, data);
  if (!said) return text;
  const { history, room, language, now } = context;
  const { handoff, stages } = versionAt(history, now).definitions;
  const messages = messagesFor(language);
  const { offsets } = ownHours(context);
  const terms: NoticeTerms = {
    member: (id) => memberAt(room, id, now)?.name ?? messages.words.unnamed,
    reason: (id) => handoff.reasons.find((reason) => reason.id === id)?.label ?? id,
    stage: (id) => stages.find((stage) => stage.id === id)?.label ?? id,
    when: (at) => whenLong(at, { offsets, now, messages }),
  };
  return noticeWords(language).say(said, terms);
}

/** Undefined for a kind this version does not know, or that says something else by now. */
export function saidIn(kind: string, data: Notice['data']): NoticeSaid | undefined {
  const known = NOTICE_KINDS.find((one) => one === kind);
  const body = known && NoticeBody[known].safeParse(data);
  // Kind and data were checked together just above, which TypeScript cannot follow through the table.
  return known && body?.success ? ({ kind: known, data: body.data } as NoticeSaid) : undefined;
}
