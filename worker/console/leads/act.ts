/** What is done on the card, as the request it is; each is safe to repeat under its key. */
import * as z from 'zod';
import { actWords, fillAct } from '../../../shared/messages/acts/index.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { CommandDone } from '../../../shared/protocol/leadCommands.ts';
import { buildToast, stillToast, type ToastView } from '../../../shared/ui/buildToast.ts';
import type { CardAct } from '../../../shared/ui/card/cardAct.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import { type Answer, failureOf } from '../api/failure.ts';
import { request } from '../api/request.ts';

export interface OnLead {
  readonly view: CardView;
  readonly revision: number;
  readonly memberId: string;
  readonly messages: Catalog;
  readonly nameOf: (member: string) => string;
}

/** Says what it asks; the lead and its revision come from what the person saw (SYN1). */
export function perform(act: CardAct, on: OnLead): Promise<Answer<unknown>> {
  const { view, revision, memberId } = on;
  const lead = `POST /v1/leads/${view.leadId}` as const;
  const send = (call: `POST /${string}`, body: unknown, answer: z.ZodType = CommandDone) =>
    request<unknown>(answer, call, { body, key: crypto.randomUUID() });
  switch (act.kind) {
    case 'attempt.log': {
      const { channel, outcome, at } = act;
      const evidence = at === undefined ? 'clicked' : 'declared';
      return send(`${lead}/attempts`, { channel, outcome, evidence, ...(at === undefined ? {} : { at }) });
    }
    case 'handoff.answer': {
      const { handoff, ...body } = act.body;
      return send(`POST /v1/handoffs/${handoff}/answer`, { ...body, revision });
    }
    case 'handoff.correct': {
      const { handoff, ...body } = act.body;
      return send(`POST /v1/handoffs/${handoff}/correct`, { ...body, revision });
    }
    case 'handoff.contest': {
      const { handoff, ...body } = act.body;
      return send(`POST /v1/handoffs/${handoff}/contest`, body);
    }
    case 'lead.set':
      return send(`${lead}/field`, { field: act.field, value: act.value, revision });
    case 'take':
      return send(`${lead}/owner`, { owner: memberId, revision });
    case 'owner.assign':
      return send(`${lead}/owner`, { ...act.body, revision });
    case 'reply.log':
      return send(`${lead}/replies`, act.body);
    case 'lead.optOut':
      return send(`${lead}/opt-out`, act.body);
    case 'lead.optIn':
      return send(`${lead}/opt-in`, act.body);
    case 'lead.snooze':
      return send(`${lead}/snooze`, act.body);
    case 'lead.resume':
      return send(`${lead}/resume`, act.body);
    case 'stage.set':
      return send(`${lead}/stage`, { ...act.body, revision });
    case 'stage.release':
      return send(`${lead}/stage/release`, { revision });
    case 'nurture.start':
      return send(`${lead}/nurture`, act.body);
    case 'material.use':
      return send(`${lead}/material`, act.body);
    case 'propose': {
      const { title, text, about } = act;
      const body = { title, about, examples: [view.leadId], ...(text === undefined ? {} : { text }) };
      return send('POST /v1/proposals', body, z.unknown());
    }
    default:
      return Promise.resolve({ ok: false, failure: failureOf('broken') });
  }
}

/** The line said once it is done; only attempts can be taken back in one click (ATT1). */
export function toastOf(act: CardAct, answer: unknown, on: OnLead, now: number): ToastView {
  const { view, messages, memberId, nameOf } = on;
  const { language } = messages;
  const { name } = view;
  const id = CommandDone.safeParse(answer).data?.fact ?? crypto.randomUUID();
  const words = actWords(language);
  switch (act.kind) {
    case 'attempt.log':
      return buildToast(id, { did: 'logged', channel: act.channel, names: [name] }, now, language);
    case 'handoff.answer':
      return buildToast(id, { did: 'answered', answer: act.body.answer, name }, now, language);
    case 'lead.set':
      return buildToast(id, { did: 'set', field: labelOf(act.field, view), name }, now, language);
    case 'take':
      return stillToast(id, fillAct(words.taken, name));
    case 'propose':
      return stillToast(id, fillAct(words.proposed, name, act.title));
    case 'owner.assign': {
      const { owner } = act.body;
      const line =
        owner === null ? words.toPool : owner === memberId ? words.taken : words.done['owner.assign'];
      return stillToast(id, fillAct(line, name, owner === null ? '' : nameOf(owner)));
    }
    case 'reply.log':
      return stillToast(id, fillAct(words.done[act.kind], name, messages.words.channels[act.body.channel]));
    case 'lead.snooze':
      return stillToast(id, fillAct(words.done[act.kind], name, act.body.untilOn));
    case 'stage.set': {
      const { stage } = act.body;
      const label = view.stages.find((one) => one.id === stage)?.label ?? stage;
      return stillToast(id, fillAct(words.done[act.kind], name, label));
    }
    case 'lead.optOut':
    case 'lead.optIn': {
      const { channel } = act.body;
      const all = act.kind === 'lead.optOut' ? words.optedOutOfAll : words.optedInToAll;
      if (channel === 'all') return stillToast(id, fillAct(all, name));
      return stillToast(id, fillAct(words.done[act.kind], name, messages.words.channels[channel]));
    }
    default:
      return stillToast(id, fillAct(words.done[act.kind], name));
  }
}

/** What was answered, by the words it was asked in. */
function labelOf(field: string, { next, brief }: CardView): string {
  const asked = [...(next?.criteria ?? []), ...(brief?.missing ?? [])];
  return asked.find(({ ask }) => ask?.field === field)?.label ?? field;
}
