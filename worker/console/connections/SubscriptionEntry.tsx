/** One subscription: paused and resumed, tried, given a new secret; and what was sent, with its fate. */
import { useState } from 'preact/hooks';
import { noticeWords } from '../../../shared/messages/notices/index.ts';
import { reasonSaid, reasonWords } from '../../../shared/messages/reasons/index.ts';
import type { SubscriptionView } from '../../../shared/protocol/subscriptions.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Failed } from '../ui/Failed.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import {
  changeSubscription,
  removeSubscription,
  retryDelivery,
  rotateSubscription,
  sentTo,
  testSubscription,
} from './resources.ts';
import { Sure } from './Sure.tsx';

interface Props extends Pick<ConnectionsProps, 'words' | 'when'> {
  readonly subscription: SubscriptionView;
}

export function SubscriptionEntry({ subscription, words, when }: Props) {
  const { words: common } = useSession();
  const [secret, setSecret] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const [isSure, setSure] = useState(false);
  const changing = useDeed(changeSubscription);
  const testing = useDeed(testSubscription);
  const rotating = useDeed(rotateSubscription);
  const removing = useDeed(removeSubscription);
  const { outgoing: said } = words;
  const { id, pausedAt, pausedWhy } = subscription;
  const test = async () => {
    const answer = await testing.run(id);
    if (answer.ok) setTold(said.tested);
  };
  const rotate = async () => {
    const answer = await rotating.run(id);
    if (!answer.ok) return;
    setSecret(answer.value.secret);
    const until = answer.value.overlapEndsAt;
    if (until !== null) setTold(said.rotated(whenShort(until, when)));
  };
  const failure = changing.failure ?? testing.failure ?? rotating.failure ?? removing.failure;
  const paused = pausedAt === null ? null : said.paused[pausedWhy ?? 'admin'];
  return (
    <li>
      <div class="grow">
        <b>{subscription.label}</b> <span class="tag">{said.formats[subscription.format]}</span>{' '}
        {paused === null ? null : <span class="tag risk">{paused}</span>}
        <p class="minor">{subscription.url}</p>
        <Deliveries subscription={subscription} words={words} when={when} />
        {secret === null ? null : (
          <CopyField
            label={said.secret}
            hint={said.secretHint}
            text={secret}
            copy={words.copy}
            copied={words.copied}
          />
        )}
        <p class="told" role="status">
          {told}
        </p>
        {failure ? <Failed failure={failure} words={common} /> : null}
      </div>
      <div class="buttons">
        <button type="button" disabled={testing.busy} onClick={() => void test()}>
          {said.test}
        </button>
        <button
          type="button"
          disabled={changing.busy}
          onClick={() => void changing.run({ id, change: { paused: pausedAt === null } })}
        >
          {pausedAt === null ? said.pause : said.resume}
        </button>
        <button type="button" disabled={rotating.busy} onClick={() => void rotate()}>
          {said.rotate}
        </button>
        <button type="button" class="danger" disabled={removing.busy} onClick={() => setSure(true)}>
          {said.remove}
        </button>
      </div>
      {isSure ? (
        <Sure
          title={said.sure(subscription.label)}
          text={said.sureText}
          act={said.remove}
          onYes={() => {
            setSure(false);
            void removing.run(id);
          }}
          onClose={() => setSure(false)}
        />
      ) : null}
    </li>
  );
}

function Deliveries({ subscription, words, when }: Props) {
  const [isShown, setShown] = useState(false);
  const read = useQuery(isShown ? sentTo(subscription.id) : null);
  const retrying = useDeed(retryDelivery);
  const { language, words: common } = useSession();
  const reasons = reasonWords(language);
  const { events, test } = noticeWords(language);
  const eventSaid = (event: string | null) => {
    if (event === 'test') return test;
    return Object.entries(events).find(([id]) => id === event)?.[1] ?? event;
  };
  const { outgoing: said } = words;
  return (
    <details onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>{said.deliveries}</summary>
      {read.failure ? <Failed failure={read.failure} words={common} onRetry={read.reload} /> : null}
      {read.value?.entries.length === 0 ? <p class="minor">{said.none}</p> : null}
      <ul>
        {(read.value?.entries ?? []).map((entry) => (
          <li key={entry.id}>
            {whenShort(entry.createdAt, when)} {eventSaid(entry.event)}{' '}
            <span class="tag">{said.states[entry.state]}</span>{' '}
            {entry.reason ? reasonSaid(reasons, entry.reason) : (entry.error ?? '')}{' '}
            {entry.state === 'dead' ? (
              <button type="button" class="quiet" onClick={() => void retrying.run(entry.id)}>
                {said.tryAgain}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
