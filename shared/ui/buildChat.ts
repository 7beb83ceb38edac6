/**
 * The strip beside an open chat (WhatsApp): what is due for whom it is with, and three things that may
 * have happened, each logged by one click. Nothing of what is said in the chat is known here.
 */
import type { LeadState } from '../lead/state.ts';
import { messagesFor } from '../messages/catalog.ts';
import { composeWords } from '../messages/compose.ts';
import { clockLabel } from './buildClock.ts';
import { leadName } from './buildCard.ts';
import { buildFace, calendarOfClock } from './buildFace.ts';
import type { StripView } from './buildStrip.ts';
import { openBetween, openDayMs, shortDuration } from './duration.ts';
import { clockFaceAt } from './face.ts';
import { byUrgency, clocksOfSide, isOwed } from './nearestClock.ts';
import { firstName, isColleagues, memberName, type ViewContext } from './viewContext.ts';
import { whenLong } from './when.ts';

export interface ChatView {
  /** Handle of the lead on this tab. */
  readonly key: string;
  readonly tone: StripView['tone'];
  readonly text: string;
  readonly buttons: readonly { readonly id: 'sent' | 'replied' | 'no_answer'; readonly label: string }[];
}

export function buildChat(key: string, state: LeadState, context: ViewContext): ChatView {
  const { chat } = composeWords(context.language);
  const replied = { id: 'replied', label: chat.replied } as const;
  if (state.optedOut.includes('all') || state.optedOut.includes('whatsapp'))
    return { key, tone: 'stop', text: chat.refused, buttons: [replied] };
  const said = isColleagues(state, context) ? colleagues(state, context) : owed(state, context);
  return {
    key,
    ...said,
    buttons: [{ id: 'sent', label: chat.sent }, replied, { id: 'no_answer', label: chat.noAnswer }],
  };
}

type Said = Pick<ChatView, 'tone' | 'text'>;

function colleagues(state: LeadState, { room, language }: ViewContext): Said {
  const messages = messagesFor(language);
  const owner = firstName(memberName(room, state.owner?.id ?? ''));
  return { tone: 'risk', text: messages.strip.colleague(firstName(leadName(state, messages)), owner) };
}

function owed(state: LeadState, context: ViewContext): Said {
  const { now, language, viewer } = context;
  const messages = messagesFor(language);
  const due = clocksOfSide(state.clocks, viewer.role).filter(
    (clock) => isOwed(clock) && clock.dueAt !== null,
  );
  const clock = byUrgency(due)[0];
  if (!clock || clock.dueAt === null) return { tone: 'rest', text: composeWords(language).chat.idle };
  const face = buildFace(clock, state, context);
  const { tone } = clockFaceAt(face, now);
  const label = clockLabel(clock, messages);
  if (tone === 'late') {
    const lateMs = Math.max(60_000, openBetween(face.open, clock.dueAt, now));
    const by = shortDuration(lateMs, openDayMs(face.open));
    return { tone, text: messages.strip.late(label).replace('{t}', by) };
  }
  const offsets = calendarOfClock(clock, context)?.offsets ?? [];
  const when = whenLong(clock.dueAt, { offsets, now, messages });
  return { tone: tone === 'done' ? 'rest' : tone, text: messages.strip.due(label, when) };
}
