/** Beside the page: the card of one lead that stays while the person browses, and the way through the day. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import type { DayWords } from '../../../shared/messages/day/words.ts';
import { Icon } from '../../../shared/ui/Icon.tsx';
import { CardApp } from '../CardApp.tsx';
import { DayApp } from '../day/DayApp.tsx';
import { RemindLater } from '../day/RemindLater.tsx';
import type { SidePort } from './sidePort.ts';
import { type Stand, useWalk } from './useWalk.ts';

interface Props {
  readonly port: SidePort;
  /** Until the background says which one the person chose. */
  readonly language: Language;
}

type PanelWords = DayWords['panel'];

export function SidePanel({ port, language }: Props) {
  const { pinned, stand, show, step } = useWalk(port);
  const [led] = useState(() => port.ledHere());
  const [following, setFollowing] = useState(port.following());
  const [spoken, setSpoken] = useState(language);
  const words = dayWords(spoken).panel;

  useEffect(() => {
    const watching = new AbortController();
    const speak = () => void port.day().then((day) => day && setSpoken(day.language));
    speak();
    port.watch(speak, watching.signal);
    return () => watching.abort();
  }, [port]);
  useEffect(() => {
    if (!following) return undefined;
    const watching = new AbortController();
    const look = () => void port.leadHere().then((leadId) => (leadId === null ? undefined : show(leadId)));
    look();
    port.watchPage(look, watching.signal);
    return () => watching.abort();
  }, [port, following, show]);
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  // Whoever comes next is read from the top, however far down the one before was.
  useEffect(() => scrollTo(0, 0), [pinned]);

  const card = useMemo(() => (pinned === null ? null : port.stay(pinned)), [port, pinned]);
  return (
    <>
      <nav class="beside-head" aria-label={words.title}>
        {pinned !== null && (
          <button type="button" class="link" onClick={() => void show(null)}>
            <Icon name="back" /> {words.unpin}
          </button>
        )}
        <span class="steps">
          <button
            type="button"
            class="tool"
            aria-label={words.previous}
            title={words.previous}
            disabled={stand.kind === 'before'}
            onClick={() => void step(-1)}
          >
            <Icon name="back" size={16} />
          </button>
          <span role="status" class="hint">
            {standWords(stand, words)}
          </span>
          <button
            type="button"
            class="tool"
            aria-label={words.next}
            title={words.next}
            onClick={() => void step(1)}
          >
            <Icon name="forward" size={16} />
          </button>
        </span>
        <label class="tick" title={words.followHint}>
          <input
            type="checkbox"
            checked={following}
            onChange={(event) => {
              port.follow(event.currentTarget.checked);
              setFollowing(event.currentTarget.checked);
            }}
          />
          {words.follow}
        </label>
      </nav>
      {led !== null && card && (
        <p class="line-notice rest">
          {dayWords(spoken).notices.ledHere}{' '}
          <RemindLater id={led} name={null} remind={port.remind} messages={messagesFor(spoken)} />
        </p>
      )}
      {card ? (
        <CardApp key={pinned} port={card} language={spoken} sure />
      ) : (
        <DayApp port={port} language={messagesFor(spoken).language} onOpen={(leadId) => void show(leadId)} />
      )}
    </>
  );
}

function standWords(stand: Stand, words: PanelWords): string {
  switch (stand.kind) {
    case 'at':
      return (stand.today ? words.place : words.later)(stand.place, stand.of);
    case 'after':
      return words.last;
    case 'nobody':
      return words.nobody;
    default:
      return '';
  }
}
