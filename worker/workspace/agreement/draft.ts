/** The one draft both sides talk about, and their signatures on it (DEF1, DEF4). */
import { eq } from 'drizzle-orm';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Signature } from '../../../shared/definitions/version.ts';
import { agreementFaults } from '../../agreement.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export interface DraftView {
  /** Also the entity tag. */
  readonly hash: string;
  readonly definitions: Definitions;
  readonly author: string;
  readonly savedAt: number;
  readonly signatures: readonly Signature[];
  /** Everybody named has signed. */
  readonly complete: boolean;
  /** What would keep it from being published. */
  readonly faults: readonly { readonly pointer: string; readonly detail: string }[];
}

const NONE = failure('not-found', 'There is no draft. Save one with PUT /v1/definitions/draft.');

export function draftOf(work: Work) {
  return work.db.select().from(schema.drafts).get();
}

export function readDraft(work: Work): Outcome<DraftView> {
  const draft = draftOf(work);
  if (!draft) return NONE;
  const { hash, body, author, savedAt, signatures } = draft;
  const complete = isSigned(body, signatures);
  return done({
    hash,
    definitions: body,
    author,
    savedAt,
    signatures,
    complete,
    faults: agreementFaults(body),
  });
}

/** Entity tags of what was read; `*` is whatever draft there is. */
type IfMatch = readonly string[] | undefined;

function matches(ifMatch: IfMatch, hash: string | undefined): boolean {
  if (ifMatch === undefined) return true;
  return hash !== undefined && ifMatch.some((tag) => tag === '*' || tag === hash);
}

/** As `keepDraft`; but whoever names no draft begins one, and writes over nobody's. */
export function saveDraft(
  work: Work,
  who: Who,
  asked: { body: Definitions; hash: string; ifMatch?: IfMatch },
): Outcome<DraftView> {
  const draft = draftOf(work);
  if (asked.ifMatch === undefined && draft && draft.hash !== asked.hash) return stale(draft);
  return keepDraft(work, who, asked);
}

/** Any change of the body voids its signatures; saving the same body keeps them. */
function keepDraft(
  work: Work,
  who: Who,
  { body, hash, ifMatch }: { body: Definitions; hash: string; ifMatch?: IfMatch },
): Outcome<DraftView> {
  const draft = draftOf(work);
  if (!matches(ifMatch, draft?.hash)) return stale(draft);
  const same = draft?.hash === hash;
  const row = {
    id: 1,
    hash,
    body,
    author: who.memberId,
    savedAt: work.now,
    signatures: same ? draft.signatures : [],
  };
  if (!same) audit(work, who, 'draft.saved', hash);
  work.isNews = true;
  work.db.insert(schema.drafts).values(row).onConflictDoUpdate({ target: schema.drafts.id, set: row }).run();
  return readDraft(work);
}

/** What it said is told, so that it can be saved again; its signatures are gone. */
export function discardDraft(work: Work, who: Who, { ifMatch }: { ifMatch?: IfMatch }): Outcome<DraftView> {
  const draft = draftOf(work);
  if (!draft) return NONE;
  if (!matches(ifMatch, draft.hash)) return stale(draft);
  const discarded = readDraft(work);
  work.db.delete(schema.drafts).run();
  audit(work, who, 'draft.discarded', draft.hash);
  work.isNews = true;
  return discarded;
}

/** The body of a version becomes the draft: rolling back is publishing it anew (DEF3). */
export function draftFromVersion(
  work: Work,
  who: Who,
  { version, ...rest }: { version: number; ifMatch?: IfMatch },
): Outcome<DraftView> {
  const { definitions } = schema;
  const row = work.db.select().from(definitions).where(eq(definitions.version, version)).get();
  if (row) return keepDraft(work, who, { body: row.body, hash: row.hash, ...rest });
  return failure('not-found', 'There is no such version.', [
    { pointer: '/version', detail: `there is no version ${version}` },
  ]);
}

/** Both sides: one's own is in the request, theirs comes with its hash, to save on top of it (DEF1). */
function stale(draft: ReturnType<typeof draftOf>): Outcome<never> {
  const sentence = draft
    ? 'There is a draft you have not read, or somebody saved it since: `theirs` is what it says now. Bring both together and save with its hash as `If-Match`.'
    : 'The draft you read is gone: it was published. Save without If-Match to begin a new one.';
  const theirs = draft && {
    hash: draft.hash,
    definitions: draft.body,
    author: draft.author,
    savedAt: draft.savedAt,
  };
  return { ...failure('precondition-failed', sentence), more: { theirs: theirs ?? null } };
}

/** @param hash of the body the signer read: a draft that moved on meanwhile is not signed unseen. */
export function signDraft(work: Work, who: Who, { hash }: { hash: string }): Outcome<DraftView> {
  const draft = draftOf(work);
  if (!draft) return NONE;
  if (draft.hash !== hash)
    return failure('conflict', 'The draft is no longer the one you read. Read it again before you sign.', [
      { pointer: '/hash', detail: `the draft is now ${draft.hash}` },
    ]);
  const named = draft.body.signers.filter(({ member }) => member === who.memberId);
  if (named.length === 0)
    return failure('forbidden', 'The draft does not name you as a signer.', [
      { pointer: '/signers', detail: 'add {side, member} to the draft first' },
    ]);
  const signatures = [
    ...draft.signatures.filter(({ member }) => member !== who.memberId),
    ...named.map(({ side, member }) => ({ side, member, at: work.now, hash })),
  ];
  work.db.update(schema.drafts).set({ signatures }).run();
  work.isNews = true;
  audit(work, who, 'draft.signed', hash, { sides: named.map(({ side }) => side).join(' ') });
  return readDraft(work);
}

/** Every signer the body names has signed it, and both sides are among them (DEF4). */
export function isSigned(body: Definitions, signatures: readonly Signature[]): boolean {
  const has = (side: string, member: string) =>
    signatures.some((one) => one.side === side && one.member === member);
  const sides = new Set<string>(body.signers.map(({ side }) => side));
  return (
    sides.has('marketing') &&
    sides.has('sales') &&
    body.signers.every(({ side, member }) => has(side, member))
  );
}
