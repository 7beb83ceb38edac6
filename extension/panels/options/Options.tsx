/** The options page: the workspace, the sites, looks, notices, what is recorded, privacy, the device's state. */
import { useEffect } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { settingsWords } from '../../../shared/messages/settings/index.ts';
import { Part } from '../../../shared/ui/Part.tsx';
import { OptionsConnect } from './OptionsConnect.tsx';
import { OptionsLogs } from './OptionsLogs.tsx';
import { OptionsLooks } from './OptionsLooks.tsx';
import { OptionsNotices } from './OptionsNotices.tsx';
import type { OptionsPort } from './optionsPort.ts';
import { OptionsRecorded } from './OptionsRecorded.tsx';
import { OptionsSites } from './OptionsSites.tsx';
import { OptionsState } from './OptionsState.tsx';
import { useOptions } from './useOptions.ts';

interface Props {
  /** The browser's, for whoever chose none. */
  readonly language: Language;
  readonly port: OptionsPort;
}

export function Options({ language, port }: Props) {
  const { connection, sites, settings, read, setConnection, change } = useOptions(port);
  const spoken = settings?.language ?? language;
  const messages = messagesFor(spoken);
  const { options } = messages;
  const words = settingsWords(spoken);
  useEffect(() => {
    document.documentElement.lang = spoken;
    document.title = options.title;
  }, [spoken, options]);
  // The part asked for in the address was not drawn yet when the browser looked for it.
  const drawn = connection !== undefined;
  useEffect(() => {
    const part = drawn && document.getElementById(`${location.hash.slice(1)}-title`);
    if (part) part.scrollIntoView();
  }, [drawn]);

  return (
    <main class="options" aria-busy={connection === undefined}>
      <h1>{options.title}</h1>
      <Part id="connect" title={options.connect.title}>
        {connection && (
          <OptionsConnect
            connection={connection}
            messages={messages}
            port={port}
            onConnection={setConnection}
          />
        )}
      </Part>
      <Part id="sites" title={options.sites.title}>
        <OptionsSites sites={sites} messages={messages} port={port} onChanged={read} />
      </Part>
      {settings && (
        <>
          <Part id="logs" title={words.logs.title}>
            <OptionsLogs settings={settings} messages={messages} onSettings={change} />
          </Part>
          <Part id="looks" title={words.shows.title}>
            <OptionsLooks language={spoken} settings={settings} onSettings={change} />
          </Part>
          <Part id="notices" title={words.notices.title}>
            <OptionsNotices language={spoken} settings={settings} port={port} onSettings={change} />
          </Part>
        </>
      )}
      <Part id="recorded" title={options.privacy.title}>
        <p class="hint">{options.privacy.text}</p>
        {connection?.state === 'signed_in' && <OptionsRecorded language={spoken} port={port} />}
      </Part>
      <Part id="privacy" title={words.privacy.title}>
        <ul class="bullets">
          {words.privacy.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      {connection && <OptionsState connection={connection} messages={messages} port={port} />}
      <p class="part">
        <button class="link" type="button" onClick={port.welcome}>
          {words.again}
        </button>
      </p>
    </main>
  );
}
