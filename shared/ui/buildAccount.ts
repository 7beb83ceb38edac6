/** The others of one company: who they are, which personas are covered, who spoke to them last (IDN4, ACC3). */
import type { Definitions } from '../definitions/definitions.ts';
import type { Attempt, LeadState } from '../lead/state.ts';
import { cardWords } from '../messages/card/index.ts';
import type { CardAccount } from './cardView.ts';
import { firstName, isColleagues, memberName, versionNumbered, type ViewContext } from './viewContext.ts';
import { valueWords } from './fieldWords.ts';
import { whenShort, type When } from './when.ts';

/** A company of hundreds is a list of its own. */
const LISTED = 6;

/** Null when nobody else of the company is known. `mates` are the other leads of the account. */
export function buildAccount(
  state: LeadState,
  mates: readonly LeadState[],
  context: ViewContext,
  when: When,
): CardAccount | null {
  if (mates.length === 0) return null;
  const definitions = versionNumbered(context.history, state.version)?.definitions;
  const personas = new Set([state, ...mates].map(({ persona }) => persona));
  const named = definitions?.personas ?? [];
  return {
    company: [state, ...mates].map(companyOf).find((company) => company !== null) ?? null,
    people: mates.slice(0, LISTED).map((mate) => ({
      leadId: mate.leadId,
      name: nameOf(mate, when),
      about: aboutOf(mate, definitions, context, when),
      open: !isColleagues(mate, context),
    })),
    more: Math.max(0, mates.length - LISTED),
    covered: named.filter(({ id }) => personas.has(id)).map(({ label }) => label),
    missing: named.filter(({ id }) => !personas.has(id)).map(({ label }) => label),
  };
}

/** "Last touch yesterday 14:05 · Email · Bruno", of whoever of the account was spoken to last. */
export function touchWords(
  state: LeadState,
  mates: readonly LeadState[],
  context: ViewContext,
  when: When,
): string {
  const words = cardWords(context.language);
  const [last] = [state, ...mates]
    .flatMap((lead) => lead.attempts.filter(isTouch).map((attempt) => ({ lead, attempt })))
    .toSorted((a, b) => b.attempt.at - a.attempt.at);
  if (!last) return words.noTouch;
  const { lead, attempt } = last;
  const who = firstName(memberName(context.room, attempt.by));
  const channel = when.messages.words.channels[attempt.channel];
  const what = lead === state ? channel : `${channel} ${words.touchOn(nameOf(lead, when))}`;
  return words.touch(whenShort(attempt.at, when), what, who);
}

function isTouch({ withdrawn, refused, automatic }: Attempt): boolean {
  return !withdrawn && !refused && !automatic;
}

function aboutOf(
  mate: LeadState,
  definitions: Definitions | undefined,
  { room }: ViewContext,
  { messages }: When,
): string {
  const role = mate.fields['role'] ?? mate.fields['seniority'];
  const field = mate.fields['role'] === undefined ? 'seniority' : 'role';
  return [
    role === undefined ? '' : valueWords(field, role, definitions, messages),
    definitions?.stages.find(({ id }) => id === mate.stage.id)?.short ?? mate.stage.id,
    mate.owner ? firstName(memberName(room, mate.owner.id)) : messages.chip.unassigned,
  ]
    .filter(Boolean)
    .join(' · ');
}

function nameOf({ fields, emails }: LeadState, { messages }: When): string {
  const name = fields['name'];
  return typeof name === 'string' && name.trim() ? name : (emails[0] ?? messages.words.unnamed);
}

function companyOf({ fields }: LeadState): string | null {
  const company = fields['company'];
  return typeof company === 'string' && company.trim() ? company : null;
}
