/** A colleague's lead on this device: what its chip says, and the little one may log on it (ACC2, ACC3). */
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { ForeignView } from '../../shared/ui/foreignView.ts';
import { calendarOf, firstName } from '../../shared/ui/viewContext.ts';
import { whenShort } from '../../shared/ui/when.ts';
import type { AskOf, Done } from '../messages.ts';
import { gesture, refused } from './gesture.ts';
import type { Replica } from './replica.ts';

/** Undefined when nobody told this device of it, or too long ago. */
export async function foreignLead(replica: Replica, leadId: string): Promise<ForeignView | undefined> {
  const chip = await replica.strangers.lead(leadId);
  const agreement = chip && (await replica.states.agreement());
  const version = agreement?.history.at(-1);
  if (!chip || !version) return undefined;
  const { stage, owner, touched } = chip;
  const messages = messagesFor(replica.language);
  const when = { offsets: calendarOf(version)?.offsets ?? [], now: replica.clock.now(), messages };
  return {
    language: replica.language,
    owner: owner && firstName(owner.name),
    stage: version.definitions.stages.find(({ id }) => id === stage)?.label ?? stage,
    touch: touched && { when: whenShort(touched.at, when), who: firstName(touched.by.name) },
  };
}

/** It is counted for the lead, and this device hears no more of it than before. */
export async function logForeign(replica: Replica, ask: AskOf<'panel.log'>, stated: boolean): Promise<Done> {
  const messages = messagesFor(replica.language);
  if (!(await replica.strangers.lead(ask.leadId))) return refused(messages.rejections.not_found);
  const { leadId, channel, outcome, at } = ask;
  const evidence = stated ? 'declared' : 'clicked';
  return gesture(
    replica,
    {
      kind: 'attempt.log',
      body: { leadId, channel, outcome, evidence },
      at: stated && at !== undefined ? replica.clock.at(at) : replica.clock.now(),
    },
    { did: 'logged', channel, names: [messages.words.unnamed] },
    ask.gesture,
  );
}
