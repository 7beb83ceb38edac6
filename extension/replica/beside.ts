/** What pages log and ask beside mail: an open chat (ATT1), and a persona's material that was copied (DEF7). */
import { v7 as uuidv7 } from 'uuid';
import type { CommandBodyOf } from '../../shared/protocol/commands.ts';
import { composeWords } from '../../shared/messages/compose.ts';
import { buildChat, type ChatView } from '../../shared/ui/buildChat.ts';
import { buildToast, stillToast, type ToastView } from '../../shared/ui/buildToast.ts';
import { versionNumbered } from '../../shared/ui/viewContext.ts';
import type { ChatDeed, PersonKey } from '../messages.ts';
import { recordSend, type NewCommand } from './outbox.ts';
import { leadNow, type Replica } from './replica.ts';
import { memberKey } from './session.ts';

/** Null for strangers, and for a number of two leads, which asks for a pick on its chip (IDN2). */
export async function chatWith(replica: Replica, tab: number, person: PersonKey): Promise<ChatView | null> {
  const leads = replica.people.find(person);
  const [leadId] = leads;
  if (leadId === undefined || leads.length > 1) return null;
  const shown = await leadNow(replica, leadId);
  const [key] = await replica.tabs.keysOf(tab, [leads]);
  if (!shown || key === undefined) return null;
  // On a page a lead is called what the page itself calls it (OVR2).
  const name = 'phone' in person ? person.phone : '';
  const { state } = shown.lead;
  return buildChat(key, { ...state, fields: { ...state.fields, name } }, shown.context);
}

/** One click beside a chat, for the lead whose strip this tab was shown. */
export async function logChat(
  replica: Replica,
  tab: number,
  { key, did }: { readonly key: string; readonly did: ChatDeed },
): Promise<ToastView | null> {
  const session = await replica.session();
  const shown = await onlyLead(replica, tab, key);
  if (!session || !shown) return null;
  const { leadId, optedOut, phones } = shown.lead.state;
  const refuses = optedOut.includes('all') || optedOut.includes('whatsapp');
  // What they wrote by themselves may be noted; writing to them may not (HOF6).
  if (refuses && did !== 'replied') return null;
  const head = { at: shown.context.now, knownAt: replica.clock.known() ?? undefined };
  const attempt: CommandBodyOf<'attempt.log'> = {
    leadId,
    channel: 'whatsapp',
    outcome: did === 'no_answer' ? 'no_answer' : 'sent',
    evidence: 'clicked',
  };
  const command: NewCommand =
    did === 'replied'
      ? { kind: 'reply.log', body: { leadId, channel: 'whatsapp' }, ...head }
      : { kind: 'attempt.log', body: attempt, ...head };
  const { row } = await recordSend(replica.database, memberKey(session), uuidv7(), [command], Date.now());
  replica.did([leadId]);
  const toast =
    did === 'replied'
      ? stillToast(row.send, composeWords(replica.language).chat.repliedDone)
      : buildToast(
          row.send,
          { did: 'logged', channel: 'whatsapp', names: [phones[0] ?? ''] },
          row.at,
          replica.language,
        );
  await replica.tabs.setToast(tab, toast);
  return toast;
}

/** Counted where the agreement has such a material of the lead's persona; marketing reads, sales uses. */
export async function useMaterial(
  replica: Replica,
  tab: number,
  key: string,
  material: string,
): Promise<void> {
  const session = await replica.session();
  const shown = await onlyLead(replica, tab, key);
  if (!session || !shown || shown.agreement.me.role === 'marketer') return;
  const { leadId, persona, version } = shown.lead.state;
  const { personas } = versionNumbered(shown.agreement.history, version)?.definitions ?? { personas: [] };
  const offered = personas.find(({ id }) => id === persona)?.materials ?? [];
  if (persona === null || !offered.some(({ id }) => id === material)) return;
  const body = { leadId, persona, material };
  const head = { at: shown.context.now, knownAt: replica.clock.known() ?? undefined };
  const command = { kind: 'material.use', body, ...head } as const;
  await recordSend(replica.database, memberKey(session), uuidv7(), [command], Date.now());
  replica.did([leadId]);
}

async function onlyLead(replica: Replica, tab: number, key: string) {
  const leads = await replica.tabs.leadsOf(tab, key);
  const [leadId] = leads ?? [];
  return leads?.length === 1 && leadId !== undefined ? leadNow(replica, leadId) : undefined;
}
