/** "My day": what is late, what is due today, what comes later, and whether everything is sent. */
import { useState } from 'preact/hooks';
import type { ClockKind } from '../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { buildDay, DAY_GROUPS } from '../../../shared/ui/buildDay.ts';
import type { ToastView } from '../../../shared/ui/buildToast.ts';
import { Icon } from '../../../shared/ui/Icon.tsx';
import { syncWords } from '../../../shared/ui/syncWords.ts';
import { Toast } from '../../../shared/ui/Toast.tsx';
import type { Connection, Found, ReplyOf } from '../../messages.ts';
import { DayFilter, kindsOf } from './DayFilter.tsx';
import type { DayItemEvents } from './DayItem.tsx';
import { DayList } from './DayList.tsx';
import type { DayPort } from './dayPort.ts';
import { DayProgress } from './DayProgress.tsx';
import { DaySearch } from './DaySearch.tsx';
import { EmptyDay } from './DayStates.tsx';
import { DayUnsettled } from './DayUnsettled.tsx';

export interface MyDayProps extends DayItemEvents {
  readonly day: ReplyOf<'panel.day'>;
  readonly unsettled: ReplyOf<'panel.unsettled'>;
  readonly connection: Extract<Connection, { state: 'signed_in' }>;
  readonly online: boolean;
  readonly unread: number;
  /** Epoch ms by the device's clock, as the rows are. */
  readonly now: number;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly toast: ToastView | null;
  readonly messages: Catalog;
  readonly capture: DayPort['capture'];
  readonly search: (text: string) => Promise<readonly Found[] | undefined>;
  readonly onUndo: (toast: ToastView) => void;
  readonly onReadRefused: (ids: readonly string[]) => void;
  readonly onNotices: () => void;
  readonly onOptions: (part?: 'sites') => void;
  /** The day, or one lead of it. */
  readonly onBeside: ((leadId?: string) => void) | null;
}

export function MyDay(props: MyDayProps) {
  const { connection, now, messages, online } = props;
  const { popup, format } = messages;
  const words = dayWords(messages.language);
  const whole = buildDay(props.day.rows, now);
  const [wanted, setWanted] = useState<ClockKind | null>(null);
  const kinds = kindsOf(props.day.rows);
  // The last of its kind was done: the rest is shown again.
  const kind = kinds.some((one) => one.kind === wanted) ? wanted : null;
  const day =
    kind === null
      ? whole
      : buildDay(
          props.day.rows.filter(({ clock }) => clock?.face.kind === kind),
          now,
        );
  const empty = DAY_GROUPS.every((group) => day[group].length === 0);
  const { rows, of, trial } = props.day;
  const first = [...whole.late, ...whole.now][0]?.leadId;
  const owed = rows.filter(({ clock }) => clock !== null).length;
  return (
    <main class="day" aria-labelledby="day-title">
      <header class="day-head">
        <h1 id="day-title" tabIndex={-1}>
          {popup.title}
        </h1>
        <span class="tag">{popup.summary(whole.today, whole.late.length)}</span>
        <span class="tools">
          <button
            type="button"
            class="tool"
            aria-label={words.notices.open(props.unread)}
            title={words.notices.title}
            onClick={props.onNotices}
          >
            <Icon name="bell" size={16} />
            {props.unread > 0 && <span class="count">{format.number(props.unread)}</span>}
          </button>
          {props.onBeside && (
            <button
              type="button"
              class="tool"
              aria-label={words.beside}
              title={words.beside}
              onClick={() => props.onBeside?.()}
            >
              <Icon name="beside" size={16} />
            </button>
          )}
          <button
            type="button"
            class="tool"
            aria-label={words.settings}
            title={words.settings}
            onClick={() => props.onOptions()}
          >
            <Icon name="settings" size={16} />
          </button>
        </span>
      </header>
      {!online ? (
        <p class="line-notice rest">{words.offline}</p>
      ) : (
        connection.problem !== null && <p class="line-notice late">{connection.problem}</p>
      )}
      {trial && <p class="line-notice rest">{words.trial}</p>}
      <DaySearch messages={messages} search={props.search} capture={props.capture} onOpen={props.onOpen}>
        <DayUnsettled
          unsettled={props.unsettled}
          now={now}
          messages={messages}
          onOpen={props.onOpen}
          onRead={props.onReadRefused}
        />
        {empty ? (
          <EmptyDay ready={props.day.ready} messages={messages} onSites={() => props.onOptions('sites')} />
        ) : (
          <>
            <DayProgress
              done={whole.done.length}
              today={whole.today}
              messages={messages}
              onStart={first === undefined ? null : () => (props.onBeside ?? props.onOpen)(first)}
            />
            <DayFilter kinds={kinds} kind={kind} messages={messages} onKind={setWanted} />
            <DayList
              day={day}
              now={now}
              busy={props.busy}
              messages={messages}
              onOpen={props.onOpen}
              onLog={props.onLog}
              onSnooze={props.onSnooze}
              onResume={props.onResume}
              onAccept={props.onAccept}
            />
          </>
        )}
        {of > owed && <p class="part hint">{words.cut(format.number(owed), format.number(of))}</p>}
      </DaySearch>
      <Toast
        toast={props.toast}
        problem={props.problem}
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
