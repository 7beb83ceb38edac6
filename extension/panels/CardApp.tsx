/** The card with its port: shows whatever state it is in, ticks, and turns gestures into questions. */
import { useEffect } from 'preact/hooks';
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { Card } from '../../shared/ui/card/Card.tsx';
import type { CardPort } from './cardPort.ts';
import { CardChoose, CardGone, CardSkeleton } from '../../shared/ui/card/CardStates.tsx';
import { useCard } from './useCard.ts';
import { useNow } from './useNow.ts';
import { useRecording } from './useRecording.ts';

interface Props {
  readonly port: CardPort;
  /** Until the card arrives with the workspace's own. */
  readonly language: Language;
  readonly sure: boolean | null;
}

export function CardApp({ port, language, sure }: Props) {
  const [shown, load] = useCard(port);
  const { busy, problem, toast, record, undo } = useRecording(async () => {
    if (shown.kind === 'card') await load(shown.view.leadId);
  });
  const now = useNow(1_000);

  useEffect(() => {
    const listening = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') port.close();
    };
    document.addEventListener('keydown', onKeyDown, { signal: listening.signal });
    return () => listening.abort();
  }, [port]);

  const spoken = shown.kind === 'card' ? shown.view.language : language;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);

  const messages = messagesFor(spoken);
  if (shown.kind === 'loading') return <CardSkeleton messages={messages} />;
  if (shown.kind === 'gone') return <CardGone messages={messages} />;
  if (shown.kind === 'choose')
    return <CardChoose choices={shown.choices} messages={messages} onPick={(picked) => void load(picked)} />;

  const { view, skewMs } = shown;
  const { leadId, handoff } = view;
  return (
    <Card
      view={view}
      // The tick may be older than the view, which would put a minute back on the clock.
      now={Math.max(view.builtAt, now + skewMs)}
      messages={messages}
      busy={busy}
      problem={problem}
      toast={toast}
      sure={sure}
      onLog={(channel, outcome, at) => record(() => port.log({ leadId, channel, outcome, at }), messages)}
      onAnswer={async (answer, returned) =>
        sure === true &&
        handoff !== null &&
        record(() => port.answer({ leadId, handoff: handoff.id, answer, ...returned }), messages)
      }
      onSet={(field, value) => void record(() => port.set({ leadId, field, value }), messages)}
      onUndo={(undone) => void undo(undone, () => port.undo({ toast: undone.id }), messages)}
      onElsewhere={port.elsewhere}
      onClose={port.close}
    />
  );
}
