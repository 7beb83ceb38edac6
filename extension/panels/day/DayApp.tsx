/** The popup: the day, the notices, and the card of the lead opened from either. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { Icon } from '../../../shared/ui/Icon.tsx';
import type { Done } from '../../messages.ts';
import { CardApp } from '../CardApp.tsx';
import type { CardPort } from '../cardPort.ts';
import { DayNotices } from './DayNotices.tsx';
import type { DayPort } from './dayPort.ts';
import { NotConnected } from './DayStates.tsx';
import { MyDay } from './MyDay.tsx';
import { useDay } from './useDay.ts';
import { useNow } from '../useNow.ts';
import { useOnline } from '../useOnline.ts';
import { useRecording } from '../useRecording.ts';

type Screen =
  | { readonly kind: 'day' }
  | { readonly kind: 'notices' }
  | { readonly kind: 'card'; readonly leadId: string; readonly port: CardPort };

interface Props {
  readonly port: DayPort;
  /** Until the background says which one the person chose. */
  readonly language: Language;
  /** What it begins with: the day when left out. */
  readonly begins?: 'day' | 'notices' | undefined;
  /** Opens a lead somewhere else than over the list. */
  readonly onOpen?: ((leadId: string) => void) | undefined;
}

export function DayApp({ port, language, begins = 'day', onOpen }: Props) {
  const [shown, load] = useDay(port);
  const [screen, setScreen] = useState<Screen>({ kind: begins });
  const { busy, problem, toast, record, undo } = useRecording(load);
  const now = useNow(1_000);
  const online = useOnline();

  const spoken = shown?.day.language ?? language;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  const messages = messagesFor(spoken);

  const back = useCallback(() => {
    setScreen((left) => {
      const leadId = left.kind === 'card' ? left.leadId : null;
      requestAnimationFrame(() => focusRow(leadId));
      return { kind: 'day' };
    });
    void load();
  }, [load]);
  const open = (leadId: string) => {
    if (onOpen) onOpen(leadId);
    else setScreen({ kind: 'card', leadId, port: port.card(leadId, back) });
  };

  if (!shown) return <main class="day" aria-busy="true" aria-label={messages.card.loading} />;
  const { connection, day, unsettled, unread } = shown;
  if (connection.state === 'signed_out')
    return (
      <NotConnected
        connection={connection}
        messages={messages}
        onConnect={() => port.openOptions('connect')}
      />
    );
  if (screen.kind !== 'day')
    return (
      <div class="day">
        <nav class="day-head">
          <button type="button" class="link" onClick={back}>
            <Icon name="back" /> {messages.popup.backToDay}
          </button>
        </nav>
        {screen.kind === 'card' ? (
          <CardApp port={screen.port} language={spoken} sure />
        ) : (
          <main>
            <DayNotices port={port} now={now} messages={messages} onOpen={open} />
          </main>
        )}
      </div>
    );

  const keep = async (leadId: string, act: () => Promise<Done | undefined>) => {
    const done = await record(act, messages);
    // The row may have gone to another group, and the button that had the focus with it.
    if (done) requestAnimationFrame(() => focusRow(leadId));
    return done;
  };
  return (
    <MyDay
      day={day}
      unsettled={unsettled}
      connection={connection}
      online={online}
      unread={unread}
      now={now}
      busy={busy}
      problem={problem}
      toast={toast}
      messages={messages}
      search={port.search}
      capture={port.capture}
      onOpen={open}
      onOptions={port.openOptions}
      onReadRefused={(ids) => void port.readRefused(ids).then(load)}
      onNotices={() => setScreen({ kind: 'notices' })}
      onBeside={port.beside && ((leadId) => port.beside?.(leadId ?? null))}
      onUndo={(undone) => void undo(undone, () => port.undo({ toast: undone.id }), messages)}
      onLog={(leadId, channel, outcome, at) => keep(leadId, () => port.log({ leadId, channel, outcome, at }))}
      onAccept={(leadId, handoff) => keep(leadId, () => port.answer({ leadId, handoff, answer: 'accepted' }))}
      onSnooze={(leadId, untilOn, reason) =>
        keep(leadId, () => port.act({ leadId, act: { kind: 'lead.snooze', body: { untilOn, reason } } }))
      }
      onResume={(leadId) => keep(leadId, () => port.act({ leadId, act: { kind: 'lead.resume', body: {} } }))}
    />
  );
}

/** The row's name, or the title of the day where the row is gone. */
function focusRow(leadId: string | null): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-lead]')];
  const row = rows.find(({ dataset }) => dataset['lead'] === leadId);
  const target = row?.querySelector<HTMLElement>('.name') ?? document.getElementById('day-title');
  target?.focus({ preventScroll: row === undefined });
}
