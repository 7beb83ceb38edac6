/** What was done on the card as a question to the background: attempts, answers and fields have their own. */
import type { CardAct } from '../../shared/ui/card/cardAct.ts';
import type { Done } from '../messages.ts';
import type { CardAsks } from './cardPort.ts';

export function actOn(asks: CardAsks, leadId: string, act: CardAct): Promise<Done | undefined> {
  switch (act.kind) {
    case 'attempt.log': {
      const { channel, outcome, at } = act;
      return asks.log({ leadId, channel, outcome, at });
    }
    case 'handoff.answer':
      return asks.answer({ leadId, ...act.body });
    case 'lead.set':
      return asks.set({ leadId, field: act.field, value: act.value });
    case 'take':
      return asks.take({ leadId });
    case 'propose': {
      const { title, text, about } = act;
      return asks.propose({ title, text, about, leadId });
    }
    default:
      return asks.do({ leadId, act });
  }
}
