/**
 * A mail being written or sent, as attempts (ATT1): addresses to leads, then the one list of what
 * counts. Role addresses and addresses of two leads need a person to pick, so here they are nobody's.
 */
import { isRoleAddress, normalizeEmail } from '../../shared/lead/identity.ts';
import { mailEffect, type MailRecipient } from '../../shared/ui/mailEffect.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';
import type { Draft } from '../messages.ts';
import { contextOf, type Replica } from './replica.ts';

export interface ReadDraft {
  readonly recipients: readonly MailRecipient[];
  readonly context: ViewContext;
}

/** The leads among the recipients; `key` is each one's handle on this tab. Undefined before the first pull. */
export async function readDraft(replica: Replica, tab: number, draft: Draft): Promise<ReadDraft | undefined> {
  const now = replica.clock.now();
  const agreement = await replica.states.agreement();
  if (!agreement) return undefined;
  const context = contextOf(agreement, now, replica.language);
  const roles = context.history.at(-1)?.definitions.lists['roleAddresses']?.values ?? [];
  const leadOf = (address: string) => {
    const found = isRoleAddress(address, roles) ? [] : replica.people.find({ email: address });
    return found.length === 1 ? found[0] : undefined;
  };
  const answered = new Set(draft.answering.map(leadOf));

  const named = (['to', 'cc', 'bcc'] as const).flatMap((field) =>
    draft[field].flatMap((address) => {
      const leadId = leadOf(address);
      return leadId === undefined ? [] : [{ field, address, leadId }];
    }),
  );
  const keys = await replica.tabs.keysOf(
    tab,
    named.map(({ leadId }) => [leadId]),
  );
  const recipients = await Promise.all(
    named.map(async ({ field, address, leadId }, index) => {
      const lead = await replica.states.of(leadId, now);
      const key = keys[index];
      if (!lead || key === undefined) return [];
      const state = { ...lead.state, fields: { ...lead.state.fields, name: asWritten(address) } };
      return [{ key, field, answering: answered.has(leadId), state }];
    }),
  );
  return { recipients: recipients.flat(), context };
}

/** On a page a lead is called what the page itself calls it: a name would be ours to give away (OVR2). */
function asWritten(address: string): string {
  return normalizeEmail(address) ?? address;
}

/** For whom sending it logs an attempt. */
export function countedIn({ recipients, context }: ReadDraft): readonly MailRecipient[] {
  return mailEffect(recipients, context).counted;
}
