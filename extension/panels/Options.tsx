/** The options page: the workspace, the sites, what is recorded about the person, the state of the device. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../shared/messages/catalog.ts';
import type { Connection, DeviceSettings, SiteAccess } from '../messages.ts';
import { OptionsConnect } from './OptionsConnect.tsx';
import type { OptionsPort } from './optionsPort.ts';
import { OptionsSites } from './OptionsSites.tsx';
import { OptionsState } from './OptionsState.tsx';
import { Part } from '../../shared/ui/Part.tsx';

interface Props {
  readonly messages: Catalog;
  readonly port: OptionsPort;
}

const AGAIN_MS = 1_000;

export function Options({ messages, port }: Props) {
  const [connection, setConnection] = useState<Connection>();
  const [sites, setSites] = useState<readonly SiteAccess[]>([]);
  const [settings, setSettings] = useState<DeviceSettings>();

  const read = useCallback(() => {
    void port.connection().then((read) => setConnection((shown) => newer(shown, read)));
    void port.sites().then((read) => read && setSites(read));
    void port.settings().then((read) => read && setSettings(read));
  }, [port]);
  useEffect(() => {
    const closing = new AbortController();
    read();
    port.watch(read, closing.signal);
    return () => closing.abort();
  }, [port, read]);
  // A background that is only starting does not answer yet: the page asks until it does.
  useEffect(() => {
    if (connection) return;
    const timer = setInterval(read, AGAIN_MS);
    return () => clearInterval(timer);
  }, [connection, read]);

  const { options } = messages;
  return (
    <main class="options" aria-busy={connection === undefined}>
      <h1>{options.title}</h1>
      <Part id="connect" title={options.connect.title}>
        {connection && (
          <OptionsConnect
            connection={connection}
            messages={messages}
            port={port}
            onConnection={(changed) => {
              setConnection(changed);
              read();
            }}
          />
        )}
      </Part>
      <Part id="sites" title={options.sites.title}>
        <OptionsSites
          sites={sites}
          messages={messages}
          port={port}
          settings={settings}
          onSettings={(change) => void port.settings(change).then(setSettings)}
          onChanged={read}
        />
      </Part>
      <Part id="privacy" title={options.privacy.title}>
        <p class="hint">{options.privacy.text}</p>
      </Part>
      {connection && <OptionsState connection={connection} messages={messages} port={port} />}
    </main>
  );
}

/** What just went wrong stays on the screen until the person tries again. */
function newer(shown: Connection | undefined, read: Connection | undefined): Connection | undefined {
  const silent = read?.state === 'signed_out' && read.message === null;
  return read === undefined || (silent && shown?.state === 'signed_out') ? shown : read;
}
