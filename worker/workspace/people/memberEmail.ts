/** Whose address is whose, for the company's own sign-in: one member each, and only its hash (ACC4). */
import { eq } from 'drizzle-orm';
import { done, type Outcome } from '../../outcome.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';
import { wrongAt } from '../../refused.ts';

/** @param hash of workspace and address; null forgets it */
export function keepEmail(work: Work, memberId: string, hash: string | null): Outcome<null> {
  const { memberEmails } = schema;
  work.db.delete(memberEmails).where(eq(memberEmails.memberId, memberId)).run();
  if (hash === null) return done(null);
  if (memberOfEmail(work, hash) !== undefined)
    return wrongAt('This address is another member’s.', '/email', 'email_taken');
  work.db.insert(memberEmails).values({ memberId, hash }).run();
  return done(null);
}

export function memberOfEmail(work: Work, hash: string): string | undefined {
  const { memberEmails } = schema;
  return work.db.select().from(memberEmails).where(eq(memberEmails.hash, hash)).get()?.memberId;
}
