/** Published versions: immutable, numbered, each with its calendars compiled (DEF3, CAL3). */
import { desc, eq } from 'drizzle-orm';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { PublishChoices, Version } from '../../../shared/definitions/version.ts';
import { trialEndsAt } from '../../../shared/lead/versionAt.ts';
import { agreementFaults } from '../../agreement.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { compileAgreement } from './compileAgreement.ts';
import { draftOf, isSigned } from './draft.ts';
import { versionOfRow } from '../ground.ts';
import { reevaluateAll } from '../jobs/reevaluate.ts';
import * as schema from '../schema.ts';
import { takeSeq, type Who, type Work } from '../work.ts';

/** A version travels whole in one page of a pull, beside its compiled calendars (SYN4). */
const VERSION_BYTES = 800 * 1024;

export interface Publication {
  readonly body: Definitions;
  /** SHA-256 of the body in canonical JSON. */
  readonly hash: string;
  readonly note: string;
  readonly effectiveAt?: number | undefined;
  readonly choices?: PublishChoices | undefined;
}

export interface Published {
  readonly version: number;
  readonly signed: boolean;
  readonly effectiveAt: number;
  readonly hash: string;
  /** The long work that looks at every lead again once it takes effect; null without leads. */
  readonly job: string | null;
}

/**
 * The next version. Signed when the draft's signatures cover this very body from every signer and
 * both sides; unsigned ones are taken until the first signed one takes effect (TRI1).
 */
export function publish(work: Work, who: Pick<Who, 'memberId'>, wanted: Publication): Outcome<Published> {
  const { body, hash, note } = wanted;
  const faults = agreementFaults(body);
  if (faults.length > 0) return failure('invalid-body', 'These definitions cannot be published.', faults);
  const history = work.ground.history();
  const draft = draftOf(work);
  const signatures = draft?.hash === hash ? draft.signatures : [];
  const signed = isSigned(body, signatures);
  const effectiveAt = Math.max(wanted.effectiveAt ?? work.now, work.now);
  const trialEnds = trialEndsAt(history);
  if (!signed && trialEnds !== null && trialEnds <= effectiveAt)
    return failure(
      'conflict',
      'Since the first signed version took effect, every version needs the signatures of both sides: save it as the draft and have it signed.',
    );
  const last = history.reduce((most, one) => Math.max(most, one.version), 0);
  const scheduled = history.find((one) => one.effectiveAt > effectiveAt);
  if (scheduled)
    return failure(
      'conflict',
      `Version ${scheduled.version} is already agreed to take effect later. Publish for that instant or a later one: at the same instant the newer one takes its place.`,
    );

  const calendars = compileAgreement(work, body, work.now);
  const bytes = new TextEncoder().encode(JSON.stringify([body, calendars])).length;
  if (bytes > VERSION_BYTES)
    return failure('too-large', `Definitions and calendars take ${bytes} bytes, ${VERSION_BYTES} at most.`);
  const version = last + 1;
  work.db
    .insert(schema.definitions)
    .values({
      version,
      seq: takeSeq(work),
      author: who.memberId,
      note,
      publishedAt: work.now,
      effectiveAt,
      signed,
      signatures,
      choices: wanted.choices ?? { leads: 'stay', clocks: 'new' },
      hash,
      body,
      calendars,
    })
    .run();
  audit(work, who, 'definitions.published', String(version), { signed, effectiveAt });
  if (draft?.hash === hash) work.db.delete(schema.drafts).run();
  work.ground.forget();
  const job = reevaluateAll(work, { because: 'publish', by: who.memberId, dueAt: effectiveAt });
  return done({ version, signed, effectiveAt, hash, job });
}

export type VersionHead = Omit<Version, 'definitions' | 'calendars'> & { readonly hash: string };

export function listVersions(work: Work): Outcome<{ versions: readonly VersionHead[] }> {
  const rows = work.db.select().from(schema.definitions).orderBy(desc(schema.definitions.version)).all();
  return done({ versions: rows.map(headOf) });
}

function headOf(row: typeof schema.definitions.$inferSelect): VersionHead {
  const { seq: _, body: __, calendars: ___, ...head } = row;
  return head;
}

export function currentVersion(work: Work): Outcome<Version> {
  return done(work.ground.inForce(work.now));
}

export function versionByNumber(work: Work, _who: Who, { version }: { version: number }): Outcome<Version> {
  const row = work.db.select().from(schema.definitions).where(eq(schema.definitions.version, version)).get();
  return row ? done(versionOfRow(row)) : failure('not-found', 'There is no such version.');
}
