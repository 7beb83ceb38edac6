/** The popup: the day, and the card of the lead opened from it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import { Icon } from '../../shared/ui/Icon.tsx';
import type { Connection } from '../messages.ts';
import { CardApp } from './CardApp.tsx';
import type { CardPort } from './cardPort.ts';
import { MyDay } from './MyDay.tsx';
import { useNow } from './useNow.ts';
import { useRecording } from './useRecording.ts';

export interface DayPort {
  readonly connection: () => Promise<Connection | undefined>;
  readonly cards: () => Promise<readonly CardView[] | undefined>;
  /** Calls back whenever anything may have changed, until the signal aborts. */
  readonly watch: (changed: () => void, signal: AbortSignal) => void;
  /** How the card of one lead of the day speaks to the background; `close` takes it off again. */
  readonly card: (leadId: string, close: () => void) => CardPort;
  readonly log: CardPort['log'];
  readonly undo: CardPort['undo'];
  readonly openOptions: () => void;
}

const AGAIN_MS = 1_000;

interface Day {
  readonly cards: readonly CardView[];
  readonly connection: Connection;
  /** The workspace's clock minus the device's, ms. */
  readonly skewMs: number;
}

export function DayApp({ port, language }: { port: DayPort; language: Language }) {
  const [day, setDay] = useState<Day | null>(null);
  const [open, setOpen] = useState<CardPort | null>(null);
  const now = useNow(1_000);

  const load = useCallback(async () => {
    const [connection, cards] = await Promise.all([port.connection(), port.cards()]);
    if (!connection) return;
    const builtAt = cards?.[0]?.builtAt;
    setDay({
      connection,
      cards: cards ?? [],
      skewMs: builtAt === undefined ? 0 : builtAt - Date.now(),
    });
  }, [port]);
  const { busy, problem, toast, record, undo } = useRecording(load);
  useEffect(() => {
    const watching = new AbortController();
    void load();
    port.watch(() => void load(), watching.signal);
    return () => watching.abort();
  }, [port, load]);

  // A background that is only starting does not answer yet: the popup asks until it does.
  useEffect(() => {
    if (day) return;
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [day, load]);

  const spoken = day?.cards[0]?.language ?? language;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  const messages = messagesFor(spoken);

  const close = useCallback(() => {
    setOpen(null);
    void load();
  }, [load]);
  if (open)
    return (
      <div class="day">
        <nav class="day-head">
          <button type="button" class="link" onClick={close}>
            <Icon name="back" /> {messages.popup.backToDay}
          </button>
        </nav>
        <CardApp port={open} language={spoken} sure />
      </div>
    );
  if (!day) return <main class="day" aria-busy="true" aria-label={messages.card.loading} />;

  const builtAt = day.cards[0]?.builtAt ?? 0;
  return (
    <MyDay
      cards={day.cards}
      connection={day.connection}
      now={Math.max(builtAt, now + day.skewMs)}
      busy={busy}
      problem={problem}
      toast={toast}
      messages={messages}
      onOpen={(leadId) => setOpen(port.card(leadId, close))}
      onConnect={port.openOptions}
      onUndo={(undone) => void undo(undone, () => port.undo({ toast: undone.id }), messages)}
      onLog={(leadId, channel, outcome, at) =>
        record(() => port.log({ leadId, channel, outcome, at }), messages)
      }
    />
  );
}
