/** What is kept of a member's own address: a hash, of which each workspace has another. */
import { normalizeEmail } from '../shared/lead/identity.ts';
import { sha256 } from './secrets.ts';

/** Undefined when it is no address. */
export async function emailHash(workspaceId: string, email: string): Promise<string | undefined> {
  const plain = normalizeEmail(email);
  return plain === null ? undefined : sha256(`${workspaceId}/${plain}`);
}
