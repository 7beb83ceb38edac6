/** The whole card of one lead from its state: pure, in the person's language, nothing left to look up. */
import type { Definitions } from '../definitions/definitions.ts';
import type { Version } from '../definitions/version.ts';
import type { Attempt, LeadState } from '../lead/state.ts';
import { messagesFor, type Catalog } from '../messages/catalog.ts';
import type { ReadLead } from '../lead/fold.ts';
import type { Side } from '../lead/vocabulary.ts';
import { memberAt } from '../lead/memberAt.ts';
import { cardWords } from '../messages/card/index.ts';
import { countAttempts, currentHandoff } from './attemptCount.ts';
import { buildAccount, touchWords, type OtherLead } from './buildAccount.ts';
import { buildChannels, buildReasons, buildTopics, returnStages } from './buildActions.ts';
import { buildBrief } from './buildBrief.ts';
import { buildClock } from './buildClock.ts';
import { buildEntry } from './buildEntry.ts';
import { buildHistory } from './buildHistory.ts';
import { buildMay } from './buildMay.ts';
import { buildNext } from './buildNext.ts';
import { buildNotices } from './buildNotices.ts';
import { buildPersona } from './buildPersona.ts';
import { bandWords, buildScore } from './buildScore.ts';
import type { CardView } from './cardView.ts';
import { initialsOf, phoneWords, valueWords } from './fieldWords.ts';
import { cardClocks, clocksOfOthers, clocksOfSide } from './nearestClock.ts';
import { rejectedWords, type Rejected } from './rejectedWords.ts';
import { needsWords, owedWords } from './owedWords.ts';
import { calendarOf, firstName, memberName, versionNumbered, type ViewContext } from './viewContext.ts';
import { dateOf, whenShort, type When } from './when.ts';

/** What the device knows beside the fold. */
export interface CardInput {
  readonly state: LeadState;
  /** The same lead read at the same instant: what criteria see and the facts; null leaves out what needs them. */
  readonly read?: ReadLead | null | undefined;
  /** The other leads of its account (IDN4). */
  readonly mates?: readonly LeadState[] | undefined;
  /** Leads of it whose facts are not at hand: what the worker tells of them. */
  readonly others?: readonly OtherLead[] | undefined;
  /** Facts of this lead not yet acknowledged by the workspace (SYN7). */
  readonly pending: ReadonlySet<string>;
  /** Commands about this lead the workspace turned down (SYN2). */
  readonly rejected?: readonly Rejected[] | undefined;
  /** Commands of this device still to send, all leads. */
  readonly toSend: number;
  readonly syncedAt: number | null;
}

export function buildCard(input: CardInput, context: ViewContext): CardView {
  const { state, mates = [], others = [] } = input;
  const read = input.read ?? null;
  const messages = messagesFor(context.language);
  const version = versionNumbered(context.history, state.version);
  const definitions = version?.definitions;
  const offsets = calendarOf(version)?.offsets ?? [];
  const when: When = { offsets, now: context.now, messages };
  const name = leadName(state, messages);
  const { role } = context.viewer;
  const own = cardClocks(clocksOfSide(state.clocks, role));
  const clocks = [...own, ...clocksOfOthers(state.clocks, role)];
  const noClock = own.length > 0 ? null : noClockWords(state, definitions, messages);
  const handoff = currentHandoff(state);
  const count = countAttempts(state, context);
  const signedAt = version?.signatures.at(-1)?.at ?? version?.publishedAt;
  const needs = handoff && handoff.closed === null ? needsWords(state, version, when) : null;

  return {
    leadId: state.leadId,
    language: context.language,
    builtAt: context.now,
    name,
    company: textField(state, 'company'),
    initials: initialsOf(name),
    about: aboutLine(state, definitions, messages),
    phones: state.phones.map((phone) => ({ text: phoneWords(phone), href: `tel:${phone}` })),
    owner: ownerWords(state, context, messages),
    score: state.score.shown,
    bands: bandWords(state.score, definitions?.scoring, messages),
    excluded: excludedWords(state, definitions, messages),
    stages: stagesOf(state, definitions, messages),
    entry: buildEntry(state, definitions, context, when),
    touch: touchWords(state, { mates, others }, context, when),
    // What no clock runs for is said where the clocks would be.
    standing: state.backlog && noClock === null ? messages.card.noClock.backlog : trialWords(state, messages),
    trial: state.trial,
    notices: buildNotices(state, context, { definitions, when }),
    clocks: clocks.map((clock) => buildClock(clock, state, context)),
    noClock,
    attempts: {
      made: count.made,
      agreed: handoff ? count.agreed : 0,
      text: messages.card.attemptsOf(count.made, count.agreed),
      owed: needs === null ? null : cardWords(context.language).unreachable.owed(needs),
      history: state.attempts
        .toReversed()
        .map((attempt) => attemptLine(attempt, input.pending, context, when)),
    },
    next: read && definitions ? buildNext(state, read.context, { definitions, when }) : null,
    why: buildScore(state.score, messages),
    brief: read && definitions ? buildBrief(state, read, { definitions, when }) : null,
    persona: buildPersona(state, definitions),
    account: buildAccount(state, { mates, others }, context, when),
    history: read
      ? buildHistory({ state, facts: read.story.facts, pending: input.pending }, context)
      : { total: 0, lines: [] },
    may: buildMay(state, read?.story.facts ?? null, version, { context, when }),
    topics: buildTopics(definitions),
    handoff:
      handoff && handoff.closed === null
        ? { id: handoff.id, answered: handoff.answer?.answer ?? null }
        : null,
    reasons: buildReasons(definitions, owedWords(state, version, when)),
    returnTo: returnStages(definitions),
    channels: buildChannels(state, messages),
    rejected: (input.rejected ?? []).map((rejected) => rejectedWords(rejected, messages)),
    version: [
      messages.card.definitions(version?.version ?? state.version),
      version?.signed && signedAt !== undefined
        ? messages.card.signedOn(dateOf(signedAt, when))
        : messages.card.unsigned,
    ].join(' · '),
    versionNumber: version?.version ?? state.version,
    signatures: signaturesOf(version, context, when),
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

function aboutLine(state: LeadState, definitions: Definitions | undefined, messages: Catalog): string {
  const role = state.fields['role'] ?? state.fields['seniority'];
  const roleField = state.fields['role'] === undefined ? 'seniority' : 'role';
  const roleWords = role === undefined ? null : valueWords(roleField, role, definitions, messages);
  const company = textField(state, 'name') ? textField(state, 'company') : null;
  return [roleWords, company].filter(Boolean).join(' · ');
}

function ownerWords({ owner }: LeadState, { room }: ViewContext, { card, chip }: Catalog): string {
  return owner ? card.owner(firstName(memberName(room, owner.id))) : chip.unassigned;
}

/** Who signed for which side, and when (DEF4). */
function signaturesOf(version: Version | undefined, { room, language }: ViewContext, when: When): string[] {
  const { sides, sync } = cardWords(language);
  return (version?.signatures ?? []).map(({ member, side, at }) =>
    sync.signedBy(
      memberAt(room, member, when.now)?.name ?? member,
      sides[side satisfies Side],
      dateOf(at, when),
    ),
  );
}

function excludedWords(state: LeadState, definitions: Definitions | undefined, { card }: Catalog) {
  if (state.exclusions.length === 0) return null;
  const labels = state.exclusions.map(
    (excluded) => definitions?.exclusions.find(({ id }) => id === excluded)?.label ?? excluded,
  );
  return card.excluded(labels.join(', '));
}

function stagesOf(
  state: LeadState,
  definitions: Definitions | undefined,
  { language }: Catalog,
): CardView['stages'] {
  const { owners, ownedBy } = cardWords(language);
  const stages = definitions?.stages ?? [];
  const now = stages.findIndex(({ id }) => id === state.stage.id);
  return stages.map(({ id, label, short, owner }, place) => ({
    id,
    label: short,
    owner,
    spoken: ownedBy(label, owners[owner]),
    state: place < now ? 'past' : place === now ? 'now' : 'ahead',
  }));
}

function trialWords({ trial, backlog }: LeadState, { card }: Catalog): string | null {
  return trial && !backlog ? card.trial : null;
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
