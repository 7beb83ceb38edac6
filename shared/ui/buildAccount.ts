/** The others of one company: who they are, which personas are covered, who spoke to them last (IDN4, ACC3). */
import type { Definitions } from '../definitions/definitions.ts';
import type { Attempt, LeadState } from '../lead/state.ts';
import { cardWords } from '../messages/card/index.ts';
import type { AccountOther } from '../protocol/sync.ts';
import type { CardAccount } from './cardView.ts';
import { firstName, isColleagues, memberName, versionNumbered, type ViewContext } from './viewContext.ts';
import { valueWords } from './fieldWords.ts';
import { whenShort, type When } from './when.ts';

/** A company of hundreds is a list of its own. */
const LISTED = 6;

/** A lead whose facts are not at hand; without a name where the reader may not know it. */
export type OtherLead = AccountOther & { readonly name?: string | null };

/** The leads of an account but the one whose card it is. */
export interface Mates {
  readonly mates: readonly LeadState[];
  readonly others: readonly OtherLead[];
}

/** Null when nobody else of the company is known. */
export function buildAccount(
  state: LeadState,
  { mates, others }: Mates,
  context: ViewContext,
  when: When,
): CardAccount | null {
  const count = mates.length + others.length;
  if (count === 0) return null;
  const definitions = versionNumbered(context.history, state.version)?.definitions;
  const personas = new Set([state, ...mates, ...others].map(({ persona }) => persona));
  const named = definitions?.personas ?? [];
  const people = [
    ...mates.map((mate) => ({
      leadId: mate.leadId,
      name: nameOf(mate, when),
      about: aboutOf(mate, definitions, context, when),
      open: !isColleagues(mate, context),
    })),
    ...others.map((other) => ({
      leadId: other.id,
      name: nameOfOther(other, context),
      about: standingOf(other.stage, other.owner, definitions, context, when),
      open: other.name != null,
    })),
  ];
  return {
    company: [state, ...mates].map(companyOf).find((company) => company !== null) ?? null,
    people: people.slice(0, LISTED),
    more: Math.max(0, count - LISTED),
    covered: named.filter(({ id }) => personas.has(id)).map(({ label }) => label),
    missing: named.filter(({ id }) => !personas.has(id)).map(({ label }) => label),
  };
}

/** "Last touch yesterday 14:05 · Email · Bruno", of whoever of the account was spoken to last. */
export function touchWords(
  state: LeadState,
  { mates, others }: Mates,
  context: ViewContext,
  when: When,
): string {
  const words = cardWords(context.language);
  const touches = [state, ...mates].flatMap((lead) =>
    lead.attempts.filter(isTouch).map(({ at, by, channel }) => {
      const spoken = when.messages.words.channels[channel];
      return { at, by, what: lead === state ? spoken : `${spoken} ${words.touchOn(nameOf(lead, when))}` };
    }),
  );
  const told = others.flatMap((other) =>
    other.touched ? [{ ...other.touched, what: words.touchOn(nameOfOther(other, context)) }] : [],
  );
  const [last] = [...touches, ...told].toSorted((a, b) => b.at - a.at);
  if (!last) return words.noTouch;
  return words.touch(whenShort(last.at, when), last.what, firstName(memberName(context.room, last.by)));
}

function isTouch({ withdrawn, refused, automatic }: Attempt): boolean {
  return !withdrawn && !refused && !automatic;
}

function aboutOf(
  mate: LeadState,
  definitions: Definitions | undefined,
  context: ViewContext,
  when: When,
): string {
  const role = mate.fields['role'] ?? mate.fields['seniority'];
  const field = mate.fields['role'] === undefined ? 'seniority' : 'role';
  const standing = standingOf(mate.stage.id, mate.owner?.id ?? null, definitions, context, when);
  return role === undefined
    ? standing
    : `${valueWords(field, role, definitions, when.messages)} · ${standing}`;
}

/** Stage and owner. */
function standingOf(
  stage: string,
  owner: string | null,
  definitions: Definitions | undefined,
  { room }: ViewContext,
  { messages }: When,
): string {
  const short = definitions?.stages.find(({ id }) => id === stage)?.short ?? stage;
  return `${short} · ${owner === null ? messages.chip.unassigned : firstName(memberName(room, owner))}`;
}

function nameOf({ fields, emails }: LeadState, { messages }: When): string {
  const name = fields['name'];
  return typeof name === 'string' && name.trim() ? name : (emails[0] ?? messages.words.unnamed);
}

/** A colleague's lead has no name here. */
function nameOfOther({ name, owner }: OtherLead, { room, language }: ViewContext): string {
  const { account } = cardWords(language);
  if (name) return name;
  return owner === null ? account.nobodys : account.whose(firstName(memberName(room, owner)));
}

function companyOf({ fields }: LeadState): string | null {
  const company = fields['company'];
  return typeof company === 'string' && company.trim() ? company : null;
}
