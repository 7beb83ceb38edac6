/** One lead of the day: who, what is owed, how long there is; opens its card, logs and snoozes on the spot. */
import { useId } from 'preact/hooks';
import type { Channel, Outcome } from '../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { inSentence } from '../../../shared/messages/format.ts';
import type { DayGroup } from '../../../shared/ui/buildDay.ts';
import type { DayRow } from '../../../shared/ui/buildDayRow.ts';
import type { CardClock } from '../../../shared/ui/cardView.ts';
import type { Face } from '../../../shared/ui/chipView.ts';
import { clockFaceAt } from '../../../shared/ui/face.ts';
import { FaceIcon, Icon } from '../../../shared/ui/Icon.tsx';
import { DayItemForm, type Asking } from './DayItemForm.tsx';

export interface DayItemEvents {
  readonly onOpen: (leadId: string) => void;
  readonly onLog: (leadId: string, channel: Channel, outcome: Outcome, at?: number) => Promise<boolean>;
  readonly onAccept: (leadId: string, handoff: string) => Promise<boolean>;
  readonly onSnooze: (leadId: string, untilOn: string, reason: string) => Promise<boolean>;
  readonly onResume: (leadId: string) => Promise<boolean>;
}

interface Props extends DayItemEvents {
  readonly row: DayRow;
  readonly group: DayGroup;
  readonly place: { readonly index: number; readonly position: number; readonly of: number };
  readonly now: number;
  readonly busy: boolean;
  /** Whether what can be done stands open from the start. */
  readonly open: boolean;
  readonly state: RowState;
  readonly onState: (state: RowState) => void;
  readonly messages: Catalog;
  readonly measure: (element: Element | null) => void;
}

/** What somebody is at with one row; the list keeps it, so that it outlives the row's move to another group. */
export interface RowState {
  /** Whether what can be done was unfolded. */
  readonly opened: boolean;
  readonly asking: Asking | null;
}

const QUICK = ['call', 'email', 'whatsapp'] as const;

export function DayItem(props: Props) {
  const { row, group, place, now, busy, messages, measure } = props;
  const { popup } = messages;
  const words = dayWords(messages.language);
  const { opened, asking } = props.state;
  const ask = (next: Asking | null) => props.onState({ opened, asking: next });
  const id = useId();
  const face = row.clock && faceOf(row.clock, now, popup.over);
  const quick = (props.open || opened) && asking === null;
  return (
    <li
      ref={measure}
      class="day-item"
      data-index={place.index}
      data-lead={row.leadId}
      aria-setsize={place.of}
      aria-posinset={place.position}
    >
      <i class={`dot tone-${face?.tone ?? 'rest'}`} aria-hidden="true" />
      <div class="what">
        <button type="button" class="name" onClick={() => props.onOpen(row.leadId)}>
          {row.name}
        </button>
        <p>
          {[row.company, aboutOf(row, group, messages)].filter(Boolean).join(' · ')}
          {row.pending && <span class="pending"> · {words.notSent}</span>}
        </p>
      </div>
      <div class="end">
        {face && <Time face={face} clock={row.clock} done={group === 'done'} />}
        {!props.open && (row.may.log || row.may.snooze) && (
          <button
            type="button"
            class="more"
            aria-expanded={opened}
            aria-label={words.actions(row.name)}
            onClick={() => props.onState({ opened: !opened, asking })}
          >
            <Icon name="more" size={16} />
          </button>
        )}
      </div>
      {quick && (
        <div class="quick">
          {row.accept !== null && (
            <button
              type="button"
              class="primary"
              disabled={busy}
              aria-label={`${messages.card.accept}: ${row.name}`}
              onClick={() => row.accept !== null && void props.onAccept(row.leadId, row.accept)}
            >
              {messages.card.accept}
            </button>
          )}
          {row.may.log &&
            QUICK.map((channel) => (
              <button
                key={channel}
                type="button"
                disabled={busy}
                aria-label={`${popup.quick[channel]}: ${row.name}`}
                onClick={() => ask(channel)}
              >
                {popup.quick[channel]}
              </button>
            ))}
          {row.may.snooze && row.may.snooze.left > 0 && (
            <button
              type="button"
              class="quiet"
              disabled={busy}
              aria-label={`${words.snooze} ${row.name}`}
              onClick={() => ask('snooze')}
            >
              {words.snooze}
            </button>
          )}
          {row.may.resume && (
            <button
              type="button"
              class="quiet"
              disabled={busy}
              onClick={() => void props.onResume(row.leadId)}
            >
              {words.resume}
            </button>
          )}
        </div>
      )}
      {asking !== null && <DayItemForm {...props} asking={asking} id={id} onBack={() => ask(null)} />}
    </li>
  );
}

/** The time left in colour; what is due on a later date, and what is done, says its day in plain ink. */
function Time({ face, clock, done }: { face: Face; clock: CardClock | null; done: boolean }) {
  const calm = clock?.due && face.tone === 'ok';
  return (
    <span class={`time ${calm || done ? '' : `tone-${face.tone}`}`}>
      {face.tone === 'late' && <FaceIcon icon="alert" />}
      {calm ? clock.due : face.text}
    </span>
  );
}

function faceOf({ face }: CardClock, now: number, over: string): Face {
  return clockFaceAt({ ...face, words: { ...face.words, late: over } }, now);
}

function aboutOf({ clock, done }: DayRow, group: DayGroup, { popup }: Catalog): string {
  if (group === 'done' && done) return done.text;
  if (!clock) return '';
  return group === 'paused' ? popup.pausedUntil(clock.face.words.still) : inSentence(clock.label);
}
