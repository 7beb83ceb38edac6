/** What must still be tried before a lead may be called unreachable, and from when it could be (HOF4). */
import type { Version } from '../definitions/version.ts';
import { owedBeforeUnreachable } from '../handoff/unreachable.ts';
import type { LeadState } from '../lead/state.ts';
import type { Channel } from '../lead/vocabulary.ts';
import { currentHandoff } from './attemptCount.ts';
import { calendarOf } from './viewContext.ts';
import { dateOf, type When } from './when.ts';

/** As a reason says it: "first 3 more attempts; possible from 18 Nov". */
export function owedWords(state: LeadState, version: Version | undefined, when: When): string | null {
  const needs = needsWords(state, version, when);
  return needs === null ? null : when.messages.card.owed(needs);
}

/** Null once it is allowed, or when there is nothing to return. */
export function needsWords(state: LeadState, version: Version | undefined, when: When): string | null {
  const handoff = currentHandoff(state);
  const calendar = calendarOf(version);
  if (!version || !handoff || !calendar) return null;
  const owed = owedBeforeUnreachable({
    attempts: state.attempts,
    openedAt: handoff.openedAt,
    minimum: version.definitions.handoff.unreachable,
    calendar,
    channels: channelsOf(state),
    now: when.now,
  });
  if (owed.allowed !== null) return null;
  const { card, format } = when.messages;
  const needs = format.list(
    [
      owed.attempts > 0 ? card.owedAttempts(owed.attempts) : '',
      owed.dates > 0 ? card.owedDates(owed.dates) : '',
      owed.channels > 0 ? card.owedChannels(owed.channels) : '',
      owed.notDeclared > 0 ? card.owedClicked(owed.notDeclared) : '',
    ].filter(Boolean),
  );
  const on = owed.completeOn;
  // A date without an hour is read as UTC, with no offset of its own.
  const from = on === null ? null : dateOf(Date.parse(on), { ...when, offsets: [] });
  return from === null ? needs : card.owedFrom(needs, from);
}

/** The channels the lead is known by: its addresses and numbers. */
function channelsOf({ emails, phones }: LeadState): readonly Channel[] {
  return [
    ...(emails.length > 0 ? (['email'] as const) : []),
    ...(phones.length > 0 ? (['call', 'whatsapp', 'sms'] as const) : []),
  ];
}
