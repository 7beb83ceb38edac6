/** What the workspace holds about the person, as a table to read and a file to keep (PRI5). */
import { useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { settingsWords } from '../../../shared/messages/settings/index.ts';
import type { ReplyOf } from '../../messages.ts';
import type { OptionsPort } from './optionsPort.ts';

interface Props {
  readonly language: Language;
  readonly port: Pick<OptionsPort, 'recorded' | 'download'>;
}

type Recorded = NonNullable<ReplyOf<'panel.recorded'>['recorded']>;

export function OptionsRecorded({ language, port }: Props) {
  const words = settingsWords(language).recorded;
  const { errors } = messagesFor(language);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [problem, setProblem] = useState('');

  async function read(): Promise<void> {
    const reply = await port.recorded(false);
    setRecorded(reply?.recorded ?? null);
    setProblem(reply ? (reply.problem ?? '') : errors.unreachable);
  }

  /** With the records themselves, which are read only to be kept. */
  async function keep(): Promise<void> {
    const reply = await port.recorded(true);
    setProblem(reply ? (reply.problem ?? '') : errors.unreachable);
    if (reply?.recorded) port.download(`${words.file}.json`, JSON.stringify(reply.recorded, null, 2));
  }

  return (
    <>
      {recorded === null ? (
        <button class="small" type="button" onClick={() => void read()}>
          {words.show}
        </button>
      ) : (
        <RecordedTable recorded={recorded} language={language} />
      )}
      <p role="alert" class="problem">
        {problem}
      </p>
      {recorded && (
        <button class="small" type="button" onClick={() => void keep()}>
          {words.download}
        </button>
      )}
    </>
  );
}

function RecordedTable({ recorded, language }: { recorded: Recorded; language: Language }) {
  const words = settingsWords(language).recorded;
  const { format } = messagesFor(language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  return (
    <>
      <div class="wide-table" tabIndex={0} role="region" aria-label={words.what}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.count}</th>
              <th scope="col">{words.seenBy}</th>
              <th scope="col">{words.kept}</th>
            </tr>
          </thead>
          <tbody>
            {[...recorded.recorded, ...(recorded.more ?? [])].map(
              ({ id, title, what, seenBy, kept, count }) => (
                <tr key={id}>
                  <th scope="row">
                    {title}
                    <span class="hint">{what}</span>
                  </th>
                  <td class="number">{format.number(count)}</td>
                  <td>{seenBy}</td>
                  <td>{kept}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      <h3>{words.devices}</h3>
      <ul class="plain">
        {recorded.devices.map(({ id, label, createdAt, seenAt }) => (
          <li key={id}>
            {label}
            <span class="hint">
              {words.since}: {day.format(createdAt)} · {words.lastSeen}: {day.format(seenAt)}
            </span>
          </li>
        ))}
      </ul>
      <h3>{words.never}</h3>
      <ul class="plain">
        {recorded.never.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
