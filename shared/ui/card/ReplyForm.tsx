/** A reply by a channel nobody watches; an out-of-office message is none and offers a snooze (ATT10). */
import { useState } from 'preact/hooks';
import type { Channel } from '../../lead/vocabulary.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Ask } from './Ask.tsx';

interface Props {
  readonly channels: CardView['channels'];
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onReply: (channel: Channel, outOfOffice: boolean) => void;
  readonly onBack: () => void;
}

export function ReplyForm({ channels, busy, messages, onReply, onBack }: Props) {
  const words = cardWords(messages.language).reply;
  const [away, setAway] = useState(false);
  return (
    <Ask askedBy="log-title" busy={busy} messages={messages} onBack={onBack}>
      <div class="actions two">
        {channels.map(({ channel, label }) => (
          <button key={channel} type="button" disabled={busy} onClick={() => onReply(channel, away)}>
            {label}
          </button>
        ))}
      </div>
      <label class="tick">
        <input type="checkbox" checked={away} onChange={(event) => setAway(event.currentTarget.checked)} />
        {words.away}
      </label>
      {away && <p class="hint">{words.awayHint}</p>}
    </Ask>
  );
}
