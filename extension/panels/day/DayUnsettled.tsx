/** What is not settled: turned down with the reason and the next step (SYN2), or waiting to be sent (SYN7). */
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import type { ReplyOf, Unsettled } from '../../messages.ts';
import { agoOf } from '../ago.ts';

interface Props {
  readonly unsettled: ReplyOf<'panel.unsettled'>;
  readonly now: number;
  readonly messages: Catalog;
  readonly onOpen: (leadId: string) => void;
  readonly onRead: (ids: readonly string[]) => void;
}

export function DayUnsettled({ unsettled, now, messages, onOpen, onRead }: Props) {
  const words = dayWords(messages.language).unsettled;
  const { popup } = messages;
  const { refused, waiting } = unsettled;
  if (refused.length === 0 && waiting.length === 0) return null;
  const summary = [
    refused.length > 0 ? popup.rejected(refused.length) : '',
    waiting.length > 0 ? popup.pending(waiting.length) : '',
  ].filter(Boolean);
  const list = (title: string, entries: readonly Unsettled[]) =>
    entries.length > 0 && (
      <>
        <h2>{title}</h2>
        <ul>
          {entries.map(({ id, leadId, name, text, at }) => (
            <li key={id}>
              {name === null ? (
                <span>{words.gone}</span>
              ) : (
                <button type="button" class="link" onClick={() => onOpen(leadId)}>
                  {name}
                </button>
              )}
              <p>
                {text} <span class="hint">{agoOf(at, now, messages)}</span>
              </p>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <details class={`part unsettled ${refused.length > 0 ? 'late' : 'rest'}`}>
      <summary>{summary.join(' · ')}</summary>
      {list(words.refused, refused)}
      {refused.length > 0 && (
        <button type="button" class="quiet" onClick={() => onRead(refused.map(({ id }) => id))}>
          {words.read}
        </button>
      )}
      {list(words.waiting, waiting)}
      {waiting.length > 0 && <p class="hint">{words.kept}</p>}
    </details>
  );
}
