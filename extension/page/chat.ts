/**
 * The strip beside an open chat: asks what is due for the number in its head and logs, by one click,
 * what the person says happened (ATT1). Nothing of the chat itself is read.
 */
import type { ChatView as Said } from '../../shared/ui/buildChat.ts';
import type { ToastView } from '../../shared/ui/buildToast.ts';
import { CHAT_DEEDS, type ask as askBackground } from '../messages.ts';
import { keyText, readChat } from '../sites/read.ts';
import type { ChatReading, ChatView, PageAt } from '../sites/site.ts';
import { createStrip, type Strip } from './strip.ts';

export interface Chats {
  look(page: PageAt): void;
  refresh(): void;
  repaint(): void;
}

export interface ChatNeeds {
  readonly chat: ChatView;
  readonly ask: typeof askBackground;
  readonly toast: (view: ToastView) => void;
}

export function followChat({ chat, ask, toast }: ChatNeeds, signal: AbortSignal): Chats {
  let reading: ChatReading | undefined;
  let asked = '';
  let said: Said | undefined;
  let strip: Strip | undefined;
  const remove = () => {
    strip?.host.remove();
    strip = undefined;
  };
  signal.addEventListener('abort', remove);

  async function inquire(): Promise<void> {
    const text = asked;
    const reply = reading && (await ask('page.chat', { person: reading.key }));
    // Another chat was opened meanwhile: what is known of this one is not said there.
    if (signal.aborted || text !== asked) return;
    said = reply?.strip ?? undefined;
    draw();
  }

  function draw(): void {
    if (!said || !reading) {
      remove();
      return;
    }
    strip ??= createStrip(
      (id) => void log(id),
      () => {},
    );
    const { at, place } = reading.spot;
    if (!strip.host.isConnected) at.insertAdjacentElement(place, strip.host);
    strip.update(said);
  }

  async function log(id: string): Promise<void> {
    const did = CHAT_DEEDS.find((deed) => deed === id);
    if (!said || !did) return;
    const reply = await ask('page.log', { key: said.key, did });
    if (reply?.toast && !signal.aborted) toast(reply.toast);
  }

  return {
    look(page) {
      reading = readChat(chat, page);
      const text = reading ? keyText(reading.key) : '';
      if (text === asked) {
        draw();
        return;
      }
      asked = text;
      said = undefined;
      remove();
      if (reading) void inquire();
    },
    refresh: () => void inquire(),
    repaint: draw,
  };
}
