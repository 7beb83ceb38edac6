/** The card with its port: shows whatever state it is in, ticks, and turns gestures into questions. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { Card } from '../../shared/ui/card/Card.tsx';
import { CardForeign } from '../../shared/ui/card/CardForeign.tsx';
import {
  CardChoose,
  CardFailed,
  CardGone,
  CardSignedOut,
  CardSkeleton,
} from '../../shared/ui/card/CardStates.tsx';
import { actOn } from './actOn.ts';
import type { CardPort } from './cardPort.ts';
import { useCard } from './useCard.ts';
import { useHistory } from './useHistory.ts';
import { useNow } from './useNow.ts';
import { useOnline } from './useOnline.ts';
import { useRecording } from './useRecording.ts';

interface Props {
  readonly port: CardPort;
  /** Until the card arrives with the workspace's own. */
  readonly language: Language;
  readonly sure: boolean | null;
}

export function CardApp({ port, language, sure }: Props) {
  const [shown, load] = useCard(port);
  const view = shown.kind === 'card' ? shown.view : null;
  const { busy, problem, toast, record, undo } = useRecording(async () => {
    if (view) await load(view.leadId);
  });
  const [history, moreHistory] = useHistory(port, view);
  const now = useNow(1_000);
  const online = useOnline();

  useEffect(() => {
    const listening = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') port.close?.();
    };
    document.addEventListener('keydown', onKeyDown, { signal: listening.signal });
    return () => listening.abort();
  }, [port]);

  const leadId = view?.leadId ?? null;
  // Nothing can be reached in it while it is not known whether the page lies over it.
  useReading(sure === null ? null : leadId);
  const colleagues = useCallback(
    () => (leadId === null ? Promise.resolve([]) : port.colleagues(leadId)),
    [port, leadId],
  );

  const spoken = shown.kind === 'card' || shown.kind === 'foreign' ? shown.view.language : language;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);

  const messages = messagesFor(spoken);
  switch (shown.kind) {
    case 'loading':
      return <CardSkeleton messages={messages} />;
    case 'gone':
      return <CardGone messages={messages} onClose={port.close} />;
    case 'signed_out':
      return <CardSignedOut messages={messages} onOptions={port.openOptions} onClose={port.close} />;
    case 'failed':
      return <CardFailed messages={messages} onAgain={() => void load(null)} onClose={port.close} />;
    case 'choose':
      return (
        <CardChoose
          choices={shown.choices}
          messages={messages}
          onPick={(picked) => void load(picked)}
          onClose={port.close}
        />
      );
    case 'foreign':
      return <CardForeign view={shown.view} messages={messages} onClose={port.close} />;
    case 'card':
      return (
        <Card
          view={history ? { ...shown.view, history } : shown.view}
          // The tick may be older than the view, which would put a minute back on the clock.
          now={Math.max(shown.view.builtAt, now + shown.skewMs)}
          messages={messages}
          busy={busy}
          problem={problem}
          toast={toast}
          sure={sure}
          online={online}
          act={(act) => record(() => actOn(port, shown.view.leadId, act), messages)}
          colleagues={colleagues}
          copy={port.copy}
          onMoreHistory={moreHistory}
          onOpen={(other) => void load(other)}
          onUndo={(undone) => void undo(undone, () => port.undo({ toast: undone.id }), messages)}
          onElsewhere={port.elsewhere}
          onClose={port.close}
        />
      );
  }
}

/** Another lead's card begins at its name: seen from the top, read out, and the next Tab goes on from there. */
function useReading(leadId: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (leadId === null || leadId === before.current) return;
    const first = before.current === null;
    before.current = leadId;
    // What the person is typing elsewhere keeps the focus.
    if (first && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: first });
  }, [leadId]);
}
