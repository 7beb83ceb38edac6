/** A stranger becomes a lead by one explicit click, source `outbound`, outside marketing's targets (OVR7). */
import { v7 as uuidv7 } from 'uuid';
import { normalizeEmail, normalizePhone } from '../../shared/lead/identity.ts';
import { cardWords } from '../../shared/messages/card/index.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { AskOf, Done } from '../messages.ts';
import { gesture, refused } from './gesture.ts';
import type { Replica } from './replica.ts';

/** Whoever is a lead here already is not added again; of others the worker knows (IDN2). */
export async function capture(
  replica: Replica,
  { address, name, company }: AskOf<'panel.capture'>,
): Promise<Done> {
  const messages = messagesFor(replica.language);
  const email = address.includes('@') ? normalizeEmail(address) : null;
  const phone = email === null ? normalizePhone(address) : null;
  if (email === null && phone === null) return refused(messages.errors.invalid);
  const known = replica.people.find(email !== null ? { email } : { phone: phone ?? address });
  if (known.length > 0) return refused(messages.rejections.conflict);
  const fields = { ...(name ? { name } : {}), ...(company ? { company } : {}) };
  const body = {
    leadId: uuidv7(),
    emails: email === null ? [] : [email],
    phones: phone === null ? [] : [phone],
    fields,
  };
  const words = cardWords(replica.language).stranger;
  const command = { kind: 'lead.capture', body, at: replica.clock.now() } as const;
  return gesture(replica, command, words.added(name ?? address));
}
