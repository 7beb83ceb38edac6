/**
 * For which leads sending a mail would log an attempt, and why not for the others (ATT1). The strip
 * says it before sending and the background does it after, from this one list.
 */
import type { LeadState } from '../lead/state.ts';
import { versionNumbered, type ViewContext } from './viewContext.ts';

/** More leads at once than this is a mailing, not an attempt. */
export const MOST_LEADS = 5;

export interface MailRecipient {
  /** Opaque handle of the lead for the page. */
  readonly key: string;
  readonly field: 'to' | 'cc' | 'bcc';
  /** This mail answers a message of this lead. */
  readonly answering: boolean;
  readonly state: LeadState;
}

export type NotCounted = 'bcc' | 'cc' | 'tooMany' | 'customer';

export interface MailEffect {
  readonly counted: readonly MailRecipient[];
  readonly skipped: readonly { readonly recipient: MailRecipient; readonly why: NotCounted }[];
}

/** Each lead once, by its best field: To before Cc before Bcc. */
export function mailEffect(recipients: readonly MailRecipient[], context: ViewContext): MailEffect {
  const leads = new Map<string, MailRecipient>();
  for (const field of ['to', 'cc', 'bcc'] as const)
    for (const recipient of recipients)
      if (recipient.field === field && !leads.has(recipient.state.leadId))
        leads.set(recipient.state.leadId, recipient);

  const judged = [...leads.values()].map((recipient) => ({
    recipient,
    why: leads.size > MOST_LEADS ? ('tooMany' as const) : whyNot(recipient, context),
  }));
  return {
    counted: judged.filter(({ why }) => why === null).map(({ recipient }) => recipient),
    skipped: judged.flatMap(({ recipient, why }) => (why === null ? [] : [{ recipient, why }])),
  };
}

function whyNot({ field, answering, state }: MailRecipient, { history }: ViewContext): NotCounted | null {
  if (field === 'bcc') return 'bcc';
  if (field === 'cc' && !answering) return 'cc';
  const stages = versionNumbered(history, state.version)?.definitions.stages;
  return stages?.at(-1)?.id === state.stage.id ? 'customer' : null;
}
