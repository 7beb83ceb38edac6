/** The one door for messages: parsed, its sender checked, then answered; everything else is refused. */
import type { AskOf, MessageType, ReplyOf } from '../messages.ts';
import { parseMessage } from './border.ts';
import { mayAsk, type Sender } from './senders.ts';

/** `undefined` is a refusal: the sender learns nothing from it. */
export type Answers<T extends MessageType = MessageType> = {
  readonly [K in T]: (ask: AskOf<K>, sender: Sender) => Promise<ReplyOf<K> | undefined>;
};

export type Dispatch = (message: unknown, sender: Sender | undefined) => Promise<unknown>;

export function createDispatch(answers: Answers): Dispatch {
  return async (message, sender) => {
    const parsed = parseMessage(message);
    if (!parsed || !sender || !mayAsk(sender, parsed.type)) return undefined;
    return answer(answers, parsed.type, parsed.ask, sender);
  };
}

function answer<T extends MessageType>(
  answers: Answers,
  type: T,
  ask: AskOf<T>,
  sender: Sender,
): Promise<ReplyOf<T> | undefined> {
  return answers[type](ask, sender);
}
