/** The whole card of one lead from its state: pure, in the person's language, nothing left to look up. */
import type { Definitions } from '../definitions/definitions.ts';
import type { LeadContext } from '../lead/context.ts';
import type { Attempt, LeadState } from '../lead/state.ts';
import { messagesFor, type Catalog } from '../messages/catalog.ts';
import { countAttempts, currentHandoff } from './attemptCount.ts';
import { buildChannels, buildReasons } from './buildActions.ts';
import { buildClock } from './buildClock.ts';
import { buildEntry } from './buildEntry.ts';
import { buildNext } from './buildNext.ts';
import { bandWords, buildScore } from './buildScore.ts';
import type { CardView } from './cardView.ts';
import { initialsOf, phoneWords, valueWords } from './fieldWords.ts';
import { cardClocks, clocksOfSide } from './nearestClock.ts';
import { rejectedWords, type Rejected } from './rejectedWords.ts';
import { owedWords } from './owedWords.ts';
import { calendarOf, firstName, memberName, versionNumbered, type ViewContext } from './viewContext.ts';
import { dateOf, whenShort, type When } from './when.ts';

/** What the device knows beside the fold. */
export interface CardInput {
  readonly state: LeadState;
  /** What criteria see, from `readLead` at the same instant; null leaves the checklist out. */
  readonly criteria?: LeadContext | null | undefined;
  /** Facts of this lead not yet acknowledged by the workspace (SYN7). */
  readonly pending: ReadonlySet<string>;
  /** Commands about this lead the workspace turned down (SYN2). */
  readonly rejected?: readonly Rejected[] | undefined;
  /** Commands of this device still to send, all leads. */
  readonly toSend: number;
  readonly syncedAt: number | null;
}

export function buildCard(input: CardInput, context: ViewContext): CardView {
  const { state } = input;
  const messages = messagesFor(context.language);
  const version = versionNumbered(context.history, state.version);
  const definitions = version?.definitions;
  const offsets = calendarOf(version)?.offsets ?? [];
  const when: When = { offsets, now: context.now, messages };
  const name = leadName(state, messages);
  const clocks = cardClocks(clocksOfSide(state.clocks, context.viewer.role));
  const handoff = currentHandoff(state);
  const count = countAttempts(state, context);
  const signedAt = version?.signatures.at(-1)?.at ?? version?.publishedAt;

  return {
    leadId: state.leadId,
    language: context.language,
    builtAt: context.now,
    name,
    company: textField(state, 'company'),
    initials: initialsOf(name),
    about: aboutLines(state, definitions, context, messages),
    score: state.score.shown,
    bands: bandWords(state.score, definitions?.scoring, messages),
    excluded: excludedWords(state, definitions, messages),
    stages: stagesOf(state, definitions),
    entry: buildEntry(state, definitions, context, when),
    standing: state.backlog ? messages.card.noClock.backlog : state.trial ? messages.card.trial : null,
    clocks: clocks.map((clock) => buildClock(clock, state, context)),
    noClock: clocks.length > 0 ? null : noClockWords(state, definitions, messages),
    attempts: {
      made: count.made,
      agreed: count.agreed,
      text: messages.card.attemptsOf(count.made, count.agreed),
      history: state.attempts
        .toReversed()
        .map((attempt) => attemptLine(attempt, input.pending, context, when)),
    },
    next: input.criteria && definitions ? buildNext(state, input.criteria, { definitions, when }) : null,
    why: buildScore(state.score, messages),
    handoff:
      handoff && handoff.closed === null
        ? { id: handoff.id, answered: handoff.answer?.answer ?? null }
        : null,
    reasons: buildReasons(definitions, owedWords(state, version, when)),
    channels: buildChannels(state, messages),
    rejected: (input.rejected ?? []).map((rejected) => rejectedWords(rejected, messages)),
    version: [
      messages.card.definitions(version?.version ?? state.version),
      version?.signed && signedAt !== undefined
        ? messages.card.signedOn(dateOf(signedAt, when))
        : messages.card.unsigned,
    ].join(' · '),
    pending: input.toSend,
    syncedAt: input.syncedAt,
  };
}

export function leadName(state: LeadState, messages: Catalog): string {
  return textField(state, 'name') ?? textField(state, 'company') ?? state.emails[0] ?? messages.words.unnamed;
}

function textField(state: LeadState, field: string): string | null {
  const value = state.fields[field];
  return typeof value === 'string' && value.trim() ? value : null;
}

function aboutLines(
  state: LeadState,
  definitions: Definitions | undefined,
  context: ViewContext,
  messages: Catalog,
): string[] {
  const role = state.fields['role'] ?? state.fields['seniority'];
  const roleField = state.fields['role'] === undefined ? 'seniority' : 'role';
  const roleWords = role === undefined ? null : valueWords(roleField, role, definitions, messages);
  const company = textField(state, 'name') ? textField(state, 'company') : null;
  const [phone] = state.phones;
  const owner = state.owner && firstName(memberName(context.room, state.owner.id));
  return [
    [roleWords, company].filter(Boolean).join(' · '),
    [phone && phoneWords(phone), owner ? messages.card.owner(owner) : messages.chip.unassigned]
      .filter(Boolean)
      .join(' · '),
  ].filter(Boolean);
}

function excludedWords(state: LeadState, definitions: Definitions | undefined, { card }: Catalog) {
  if (state.exclusions.length === 0) return null;
  const labels = state.exclusions.map(
    (excluded) => definitions?.exclusions.find(({ id }) => id === excluded)?.label ?? excluded,
  );
  return card.excluded(labels.join(', '));
}

function stagesOf(state: LeadState, definitions: Definitions | undefined): CardView['stages'] {
  const stages = definitions?.stages ?? [];
  const now = stages.findIndex(({ id }) => id === state.stage.id);
  return stages.map(({ id, short, owner }, place) => ({
    id,
    label: short,
    owner,
    state: place < now ? 'past' : place === now ? 'now' : 'ahead',
  }));
}

function noClockWords(
  state: LeadState,
  definitions: Definitions | undefined,
  { card, words, format }: Catalog,
): string {
  if (state.backlog) return card.noClock.backlog;
  const handoff = currentHandoff(state);
  if (handoff?.closed) return card.noClock.closed;
  if (handoff || !definitions) {
    const unknown = state.untimed?.filter(({ why, handoff: of }) => why === 'unknown' && of === handoff?.id);
    if (!unknown?.length) return card.noClock.noPolicy;
    return card.noClock.unknown(format.list(unknown.map(({ kind }) => words.clocks[kind])));
  }
  const stage = definitions.stages.find(({ id }) => id === definitions.handoff.stage);
  return card.noClock.notHanded(stage?.short ?? definitions.handoff.stage);
}

function attemptLine(
  attempt: Attempt,
  pending: ReadonlySet<string>,
  { room }: ViewContext,
  when: When,
): CardView['attempts']['history'][number] {
  const { words, card } = when.messages;
  const who = firstName(memberName(room, attempt.by));
  const what = card.attemptLine(words.channels[attempt.channel], words.outcomes[attempt.outcome], who);
  return {
    id: attempt.id,
    text: `${whenShort(attempt.at, when)} · ${what}`,
    at: attempt.at,
    pending: attempt.factIds.some((id) => pending.has(id)),
    withdrawn: attempt.withdrawn || attempt.refused,
  };
}
