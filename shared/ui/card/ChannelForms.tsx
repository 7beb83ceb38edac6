/** Who does not want contact, channel by channel, everything apart (HOF6); and the way back with its basis. */
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
  readonly onBack: () => void;
}

export function OptOutForm({
  channels,
  busy,
  messages,
  onOptOut,
  onBack,
}: Props & { readonly onOptOut: (channel: Channel | 'all') => void }) {
  const words = cardWords(messages.language).optOut;
  return (
    <Ask askedBy="log-title" busy={busy} messages={messages} onBack={onBack}>
      <div class="actions two">
        {channels
          .filter(({ refused }) => !refused)
          .map(({ channel, label }) => (
            <button key={channel} type="button" disabled={busy} onClick={() => onOptOut(channel)}>
              {label}
            </button>
          ))}
        <button type="button" class="stern" disabled={busy} onClick={() => onOptOut('all')}>
          {words.all}
        </button>
      </div>
      <p class="hint">{words.hint}</p>
    </Ask>
  );
}

export function OptInForm({
  channels,
  from,
  busy,
  messages,
  onOptIn,
  onBack,
}: Props & {
  readonly from: readonly (Channel | 'all')[];
  readonly onOptIn: (channel: Channel | 'all', basis: string) => void;
}) {
  const { optIn: words, optOut, required } = cardWords(messages.language);
  const [channel, setChannel] = useState<Channel | 'all'>(from[0] ?? 'all');
  const [basis, setBasis] = useState('');
  const labelOf = (id: Channel | 'all') =>
    id === 'all' ? optOut.all : (channels.find((one) => one.channel === id)?.label ?? id);
  return (
    <Ask
      askedBy="log-title"
      busy={busy}
      messages={messages}
      onBack={onBack}
      onSend={() => basis.trim() && onOptIn(channel, basis.trim())}
    >
      <label class="field">
        {words.channel}
        <select
          value={channel}
          onChange={(event) => {
            const picked = from.find((id) => id === event.currentTarget.value);
            if (picked) setChannel(picked);
          }}
        >
          {from.map((id) => (
            <option key={id} value={id}>
              {labelOf(id)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {words.basis}
        <textarea
          rows={2}
          required
          title={required}
          maxLength={2_000}
          value={basis}
          onInput={(event) => setBasis(event.currentTarget.value)}
        />
      </label>
      <p class="hint">{words.basisHint}</p>
    </Ask>
  );
}
