/** Finding one of one's own leads by name, company, address or phone: on the device alone. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import type { Found } from '../../messages.ts';
import { AddLead } from './AddLead.tsx';
import type { DayPort } from './dayPort.ts';

interface Props {
  readonly messages: Catalog;
  readonly search: (text: string) => Promise<readonly Found[] | undefined>;
  readonly onOpen: (leadId: string) => void;
  readonly capture: DayPort['capture'];
  /** What stands there while nothing is searched for. */
  readonly children: ComponentChildren;
}

/** An e-mail or a phone written out, which may be added; a name may not. */
const ADDRESS = /^\S+@\S+\.\S+$|^\+\d[\d\s().-]{7,}$/;

/** Typing rests this long before the device is asked. */
const REST_MS = 120;

export function DaySearch({ messages, search, onOpen, capture, children }: Props) {
  const words = dayWords(messages.language).search;
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') {
      setFound(null);
      return undefined;
    }
    let stale = false;
    const timer = setTimeout(
      () => void search(wanted).then((answer) => !stale && setFound(answer ?? [])),
      REST_MS,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, search]);

  return (
    <>
      <form role="search" class="search" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label={words.label}
          placeholder={words.label}
          title={words.hint}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            event.stopPropagation();
            setText('');
          }}
        />
      </form>
      {found?.length === 0 && ADDRESS.test(wanted) && (
        <AddLead key={wanted} address={wanted} messages={messages} capture={capture} />
      )}
      <p role="status" class={found && found.length === 0 ? 'part hint' : 'unseen'}>
        {found && (found.length === 0 ? words.none : words.found(found.length))}
      </p>
      {wanted === '' || !found ? (
        children
      ) : (
        <ul class="found">
          {found.map(({ leadId, name, company, stage }) => (
            <li key={leadId} class="day-item plain">
              <div class="what">
                <button type="button" class="name" onClick={() => onOpen(leadId)}>
                  {name}
                </button>
                <p>{company}</p>
              </div>
              <span class="tag">{stage}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
