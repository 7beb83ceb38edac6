/** "My day": what is late, what is due today, what comes later, and whether everything is sent. */
import type { Channel, Outcome } from '../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../shared/messages/catalog.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import { buildDay, type DayItem as Item } from '../../shared/ui/buildDay.ts';
import type { ToastView } from '../../shared/ui/buildToast.ts';
import type { Connection } from '../messages.ts';
import { DayItem } from './DayItem.tsx';
import { syncWords } from '../../shared/ui/syncWords.ts';
import { Toast } from '../../shared/ui/Toast.tsx';

export interface MyDayProps {
  readonly cards: readonly CardView[];
  readonly connection: Connection;
  /** Epoch ms by the workspace's clock. */
  readonly now: number;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly toast: ToastView | null;
  readonly messages: Catalog;
  readonly onOpen: (leadId: string) => void;
  readonly onLog: (leadId: string, channel: Channel, outcome: Outcome, at?: number) => Promise<boolean>;
  readonly onUndo: (toast: ToastView) => void;
  readonly onConnect: () => void;
}

const GROUPS = ['late', 'now', 'later'] as const;

export function MyDay(props: MyDayProps) {
  const { cards, connection, now, messages } = props;
  const { popup } = messages;
  if (connection.state === 'signed_out') return <NotConnected {...props} message={connection.message} />;

  const day = buildDay(cards, now);
  const empty = GROUPS.every((group) => day[group].length === 0);
  return (
    <main class="day" aria-labelledby="day-title">
      <header class="day-head">
        <h1 id="day-title">{popup.title}</h1>
        <span class="tag">{popup.summary(day.today, day.late.length)}</span>
      </header>
      {connection.rejected > 0 && <p class="part notice late">{popup.rejected(connection.rejected)}</p>}
      {empty && (
        <div class="part empty">
          <p>{popup.empty}</p>
          <p class="hint">{popup.emptyHint}</p>
        </div>
      )}
      {GROUPS.filter((group) => day[group].length > 0).map((group) => (
        <section key={group} aria-labelledby={`day-${group}`}>
          <h2 id={`day-${group}`}>{popup.groups[group]}</h2>
          <ul>
            {day[group].map((item) => (
              <DayItem
                key={item.card.leadId}
                item={item}
                now={now}
                busy={props.busy}
                quick={group === 'late' || isRisky(item, now)}
                messages={messages}
                onOpen={() => props.onOpen(item.card.leadId)}
                onLog={(channel, outcome, at) => props.onLog(item.card.leadId, channel, outcome, at)}
              />
            ))}
          </ul>
        </section>
      ))}
      <Toast
        toast={props.toast}
        problem={props.problem ?? connection.problem}
        now={now}
        messages={messages}
        onUndo={props.onUndo}
      />
      <footer class="foot">
        <span>{connection.pending > 0 ? popup.pending(connection.pending) : popup.nothingPending}</span>
        <span>{syncWords({ syncedAt: connection.syncedAt, pending: 0 }, now, messages)}</span>
      </footer>
    </main>
  );
}

function isRisky({ clock: { face } }: Item, now: number): boolean {
  return face.status === 'running' && face.riskAt !== null && now >= face.riskAt;
}

function NotConnected({ messages, onConnect, message }: MyDayProps & { message: string | null }) {
  const { popup } = messages;
  return (
    <main class="day" aria-labelledby="day-title">
      <header class="day-head">
        <h1 id="day-title">{popup.title}</h1>
      </header>
      <div class="part empty">
        <p>{message ?? popup.signedOut}</p>
        <p class="hint">{popup.signedOutHint}</p>
        <div class="actions one">
          <button type="button" class="primary" onClick={onConnect}>
            {popup.connect}
          </button>
        </div>
      </div>
    </main>
  );
}
