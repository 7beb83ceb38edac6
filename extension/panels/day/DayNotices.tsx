/** What the agreement told the person, newest first; opening one opens its lead and marks it as read. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import type { NoticeView } from '../../messages.ts';
import { agoOf } from '../ago.ts';
import type { DayPort } from './dayPort.ts';
import { RemindLater } from './RemindLater.tsx';

interface Props {
  readonly port: Pick<DayPort, 'notices' | 'readNotices' | 'remind'>;
  readonly now: number;
  readonly messages: Catalog;
  readonly onOpen: (leadId: string) => void;
}

interface Shown {
  readonly notices: readonly NoticeView[];
  readonly cursor: string | null;
  readonly whole: boolean;
  readonly reminds: boolean;
}

export function DayNotices({ port, now, messages, onOpen }: Props) {
  const words = dayWords(messages.language).notices;
  const [shown, setShown] = useState<Shown | null>(null);
  const load = useCallback(async () => {
    const read = await port.notices();
    setShown(read ?? { notices: [], cursor: null, whole: false, reminds: false });
  }, [port]);
  useEffect(() => void load(), [load]);

  async function earlier(cursor: string): Promise<void> {
    const read = await port.notices(cursor);
    if (read) setShown((before) => ({ ...read, notices: [...(before?.notices ?? []), ...read.notices] }));
  }
  async function mark(ask: Parameters<DayPort['readNotices']>[0]): Promise<void> {
    if (await port.readNotices(ask)) await load();
  }

  if (!shown) return <p class="part hint">{messages.card.loading}</p>;
  const unread = shown.notices.some(({ read }) => !read);
  return (
    <section class="notices" aria-labelledby="notices-title">
      <header class="line">
        <h1 id="notices-title">{words.title}</h1>
        {unread && (
          <button type="button" class="link" onClick={() => void mark({ all: true })}>
            {words.readAll}
          </button>
        )}
      </header>
      {!shown.whole && <p class="part hint">{words.partly}</p>}
      {shown.notices.length === 0 && <p class="part hint">{words.none}</p>}
      <ul>
        {shown.notices.map(({ id, leadId, name, text, at, read }) => (
          <li key={id} class={`day-item plain ${read ? '' : 'unread'}`}>
            <div class="what">
              {leadId !== null && name !== null ? (
                <button
                  type="button"
                  class="name"
                  onClick={() => {
                    if (!read) void port.readNotices({ ids: [id] });
                    onOpen(leadId);
                  }}
                >
                  {name}
                </button>
              ) : null}
              <p>
                {!read && <span class="unseen">{words.unread}: </span>}
                {text}
              </p>
              {!read && shown.reminds && (
                <RemindLater id={id} name={name} remind={port.remind} messages={messages} />
              )}
            </div>
            <span class="hint">{agoOf(at, now, messages)}</span>
          </li>
        ))}
      </ul>
      {shown.cursor !== null && (
        <p class="part">
          <button type="button" class="small" onClick={() => shown.cursor && void earlier(shown.cursor)}>
            {words.more}
          </button>
        </p>
      )}
    </section>
  );
}
