/** What may be told of a lead outside one's scope: its stage, whose it is, when they were last in touch (ACC3). */
import type { LeadState } from '../lead/state.ts';
import { messagesFor } from '../messages/catalog.ts';
import type { ForeignView } from './foreignView.ts';
import { calendarOf, firstName, memberName, versionNumbered, type ViewContext } from './viewContext.ts';
import { whenShort } from './when.ts';

export function buildForeign(state: LeadState, context: ViewContext): ForeignView {
  const version = versionNumbered(context.history, state.version);
  const messages = messagesFor(context.language);
  const when = { offsets: calendarOf(version)?.offsets ?? [], now: context.now, messages };
  const stage = version?.definitions.stages.find(({ id }) => id === state.stage.id);
  const last = state.attempts.findLast(({ withdrawn, refused }) => !withdrawn && !refused);
  return {
    language: context.language,
    owner: state.owner && firstName(memberName(context.room, state.owner.id)),
    stage: stage?.label ?? state.stage.id,
    touch: last
      ? { when: whenShort(last.at, when), who: firstName(memberName(context.room, last.by)) }
      : null,
  };
}
