/** The line above a mail being written: what sending it does to the agreement, for its author only (OVR3). */
import type { ClockState, LeadState } from '../lead/state.ts';
import { messagesFor, type Catalog } from '../messages/catalog.ts';
import { composeWords } from '../messages/compose.ts';
import { countAttempts } from './attemptCount.ts';
import { clockLabel } from './buildClock.ts';
import { leadName } from './buildCard.ts';
import { buildFace, calendarOfClock } from './buildFace.ts';
import { buildOffers, type OffersView } from './buildOffers.ts';
import { openBetween, openDayMs, shortDuration } from './duration.ts';
import { clockFaceAt } from './face.ts';
import { mailEffect, type MailEffect, type MailRecipient } from './mailEffect.ts';
import { byUrgency, isOwed } from './nearestClock.ts';
import {
  calendarOf,
  firstName,
  isColleagues,
  memberName,
  versionNumbered,
  type ViewContext,
} from './viewContext.ts';
import { whenLong } from './when.ts';
import { DAY_MS } from '../time.ts';

/** `stop` = do not send; the other tones are clock states. */
export interface StripView {
  readonly tone: 'ok' | 'risk' | 'late' | 'rest' | 'stop';
  readonly text: string;
  /** Said instead while the mail is not counted: the same promise, without what this mail would do. */
  readonly uncounted: string;
  /** Keys of the leads an attempt would be logged for; empty when nothing would be. */
  readonly counts: readonly string[];
  /** Whether it counts as long as the person does not choose otherwise: the switch in the options (ATT1). */
  readonly counting: boolean;
  readonly discountLabel: string;
  readonly countLabel: string;
  /** Words and materials of the persona of whom it is written to (DEF7). */
  readonly offers?: OffersView | undefined;
}

/** A colleague's word this recent is worth knowing before one writes. */
const RECENT_MS = 7 * DAY_MS;

/** Null when no recipient is a lead: strangers' mail is none of our business. */
export function buildStrip(
  recipients: readonly MailRecipient[],
  context: ViewContext,
  counting: boolean,
): StripView | null {
  if (recipients.length === 0) return null;
  const messages = messagesFor(context.language);
  const { strip } = messages;
  const effect = mailEffect(recipients, context);
  const said = say(recipients, effect, context, messages);
  const touch = touchedWords(recipients, context, messages);
  const [first] = effect.counted;
  const offers = first && buildOffers(first.key, first.state, context);
  return {
    tone: said.tone,
    text: [...said.sentences, ...touch, strip.onlyYou].join(' '),
    uncounted: [...(said.uncounted ?? said.sentences), ...touch, strip.discounted, strip.onlyYou].join(' '),
    counts: effect.counted.map(({ key }) => key),
    counting,
    discountLabel: strip.discount,
    countLabel: strip.count,
    ...(offers ? { offers } : {}),
  };
}

interface Said {
  readonly tone: StripView['tone'];
  readonly sentences: readonly string[];
  /** When the mail is not counted, if that is not the same. */
  readonly uncounted?: readonly string[];
}

function say(
  recipients: readonly MailRecipient[],
  effect: MailEffect,
  context: ViewContext,
  messages: Catalog,
): Said {
  const { strip } = messages;
  const refusing = recipients.filter(({ state }) => refusesMail(state));
  if (refusing.length > 0) return { tone: 'stop', sentences: [strip.optedOut(namesOf(refusing, messages))] };

  const skipped = skippedWords(effect, messages);
  const [first] = effect.counted;
  if (!first) return { tone: 'rest', sentences: skipped };

  const colleagues = effect.counted.find(({ state }) => isColleagues(state, context));
  if (colleagues?.state.owner) {
    const owner = firstName(memberName(context.room, colleagues.state.owner.id));
    const warning = strip.colleague(firstName(leadName(colleagues.state, messages)), owner);
    return { tone: 'risk', sentences: [warning, ...skipped] };
  }

  // Of several leads the one whose promise is nearest is spoken of.
  const clocks = effect.counted.flatMap(({ state }) =>
    metByMail(state, context).map((clock) => ({ clock, state })),
  );
  const nearest = byUrgency(clocks.map(({ clock }) => clock))[0];
  const state = clocks.find(({ clock }) => clock === nearest)?.state ?? first.state;
  const { tone, text, promise } = effectWords(nearest, state, context, messages);
  const several = effect.counted.length > 1 ? [strip.several(namesOf(effect.counted, messages))] : [];
  return { tone, sentences: [text, ...several, ...skipped], uncounted: promise ? [promise] : [] };
}

function effectWords(
  clock: ClockState | undefined,
  state: LeadState,
  context: ViewContext,
  messages: Catalog,
): { tone: StripView['tone']; text: string; promise?: string } {
  const { strip } = messages;
  const { made, agreed, openToday } = countAttempts(state, context);
  if (clock && clock.dueAt !== null) {
    const face = buildFace(clock, state, context);
    const { tone } = clockFaceAt(face, context.now);
    const late = tone === 'late';
    const lateMs = Math.max(60_000, openBetween(face.open, clock.dueAt, context.now));
    const when = whenLong(clock.dueAt, {
      offsets: calendarOfClock(clock, context)?.offsets ?? [],
      now: context.now,
      messages,
    });
    const label = clockLabel(clock, messages);
    const lateBy = shortDuration(lateMs, openDayMs(face.open));
    const says = late ? strip.ends(label).replace('{t}', lateBy) : strip.meets(label, when);
    const promise = late ? strip.late(label).replace('{t}', lateBy) : strip.due(label, when);
    const step = clock.kind !== 'cadence' && openToday && made < agreed;
    const text = `${says}${step ? ` (${strip.attempt(made + 1, agreed)})` : ''}.`;
    return { tone: tone === 'done' ? 'rest' : tone, text, promise };
  }
  if (!openToday) return { tone: 'rest', text: strip.sameDay };
  if (agreed > 0 && made >= agreed) return { tone: 'rest', text: strip.beyond };
  const counting = agreed > 0 && state.handoffs.at(-1)?.closed === null;
  return { tone: 'rest', text: counting ? strip.isAttempt(made + 1, agreed) : strip.logged };
}

/** The clocks a mail sent now would meet; a cadence step only once a local date (CLK3). */
function metByMail(state: LeadState, context: ViewContext): ClockState[] {
  const { openToday } = countAttempts(state, context);
  return state.clocks.filter(
    (clock) =>
      isOwed(clock) &&
      clock.status !== 'paused' &&
      (clock.kind === 'first_response' || clock.kind === 'reply' || (clock.kind === 'cadence' && openToday)),
  );
}

/** Of all of them, the newest word of somebody else. */
function touchedWords(
  recipients: readonly MailRecipient[],
  context: ViewContext,
  messages: Catalog,
): readonly string[] {
  const { history, viewer, now, language, room } = context;
  const touches = recipients.flatMap(({ state }) =>
    state.attempts
      .filter(({ by, at, withdrawn, refused, automatic }) => {
        const recent = at <= now && now - at < RECENT_MS;
        return recent && by !== viewer.memberId && !withdrawn && !refused && !automatic;
      })
      .map((attempt) => ({ attempt, state })),
  );
  const newest = touches.toSorted((a, b) => b.attempt.at - a.attempt.at)[0];
  // Somebody of the room: what an integration did has no name to ask.
  if (!newest || !room.members.some(({ id }) => id === newest.attempt.by)) return [];
  const { by, at, channel } = newest.attempt;
  const offsets = calendarOf(versionNumbered(history, newest.state.version))?.offsets ?? [];
  const when = whenLong(at, { offsets, now, messages });
  return [
    composeWords(language).touched(firstName(memberName(room, by)), messages.words.channels[channel], when),
  ];
}

function refusesMail({ optedOut }: LeadState): boolean {
  return optedOut.includes('all') || optedOut.includes('email');
}

function skippedWords({ skipped }: MailEffect, messages: Catalog): string[] {
  const { notCounted } = messages.strip;
  if (skipped.some(({ why }) => why === 'tooMany')) return [notCounted.tooMany];
  return (['customer', 'cc', 'bcc'] as const).flatMap((reason) => {
    const these = skipped.filter(({ why }) => why === reason).map(({ recipient }) => recipient);
    return these.length > 0 ? [notCounted[reason](namesOf(these, messages))] : [];
  });
}

function namesOf(recipients: readonly MailRecipient[], messages: Catalog): string {
  const names = new Set(recipients.map(({ state }) => firstName(leadName(state, messages))));
  return messages.format.list([...names]);
}
