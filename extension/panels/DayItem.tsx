/** One lead of the day: who, what is owed, how long there is; opens its card, logs in one or two clicks. */
import { useId, useState } from 'preact/hooks';
import type { Channel, Outcome } from '../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../shared/messages/catalog.ts';
import { inSentence } from '../../shared/messages/format.ts';
import type { DayItem as Item } from '../../shared/ui/buildDay.ts';
import { clockFaceAt } from '../../shared/ui/face.ts';
import { FaceIcon } from '../../shared/ui/Icon.tsx';
import { OutcomeChooser } from '../../shared/ui/card/OutcomeChooser.tsx';

interface Props {
  readonly item: Item;
  readonly now: number;
  readonly busy: boolean;
  /** Whether logging is offered right here: on what is late or at risk. */
  readonly quick: boolean;
  readonly messages: Catalog;
  readonly onOpen: () => void;
  readonly onLog: (channel: Channel, outcome: Outcome, at?: number) => Promise<boolean>;
}

const QUICK = ['call', 'email', 'whatsapp'] as const;

export function DayItem({ item, now, busy, quick, messages, onOpen, onLog }: Props) {
  const [asking, setAsking] = useState<Channel | null>(null);
  const { card, clock } = item;
  const { popup } = messages;
  const askedBy = useId();
  const paused = clock.face.status === 'paused';
  const face = clockFaceAt({ ...clock.face, words: { ...clock.face.words, late: popup.over } }, now);
  const owed = paused ? popup.pausedUntil(clock.face.words.still) : inSentence(clock.label);
  const chooser = card.channels.find(({ channel }) => channel === asking);
  return (
    <li class="day-item">
      <i class={`dot tone-${face.tone}`} aria-hidden="true" />
      <div>
        <button type="button" class="name" onClick={onOpen}>
          {card.name}
        </button>
        <p>{[card.company, owed].filter(Boolean).join(' · ')}</p>
      </div>
      <span class={`time ${clock.due && face.tone === 'ok' ? '' : `tone-${face.tone}`}`}>
        {face.tone === 'late' && <FaceIcon icon="alert" />}
        {face.tone === 'ok' && clock.due ? clock.due : face.text}
      </span>
      {quick && !chooser && (
        <div class="quick">
          {QUICK.map((channel) => (
            <button
              key={channel}
              type="button"
              disabled={busy}
              aria-label={`${popup.quick[channel]}: ${card.name}`}
              onClick={() => (channel === 'call' ? setAsking(channel) : void onLog(channel, 'sent'))}
            >
              {popup.quick[channel]}
            </button>
          ))}
        </div>
      )}
      {chooser && (
        <div class="wide">
          <p class="hint" id={askedBy}>
            {messages.card.howDidItGo(chooser.label)}
          </p>
          <OutcomeChooser
            channel={chooser}
            askedBy={askedBy}
            busy={busy}
            messages={messages}
            onBack={() => setAsking(null)}
            onChoose={(outcome, at) =>
              void onLog(chooser.channel, outcome, at).then((done) => done && setAsking(null))
            }
          />
        </div>
      )}
    </li>
  );
}
