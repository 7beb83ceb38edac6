/** What options page and first steps show of the device: connection, sites and choices, read again at every push. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Connection, DeviceSettings, SiteAccess } from '../../messages.ts';
import type { OptionsPort } from './optionsPort.ts';

const AGAIN_MS = 1_000;

export interface OptionsShown {
  readonly connection: Connection | undefined;
  readonly sites: readonly SiteAccess[];
  readonly settings: DeviceSettings | undefined;
  readonly read: () => void;
  readonly setConnection: (connection: Connection) => void;
  readonly change: (change: Partial<DeviceSettings>) => void;
}

export function useOptions(port: OptionsPort): OptionsShown {
  const [connection, setConnection] = useState<Connection>();
  const [sites, setSites] = useState<readonly SiteAccess[]>([]);
  const [settings, setSettings] = useState<DeviceSettings>();
  const read = useCallback(() => {
    void port.connection().then((found) => setConnection((shown) => newer(shown, found)));
    void port.sites().then((found) => found && setSites(found));
    void port.settings().then((found) => found && setSettings(found));
  }, [port]);
  useEffect(() => {
    const closing = new AbortController();
    read();
    port.watch(read, closing.signal);
    return () => closing.abort();
  }, [port, read]);
  // A background that is only starting does not answer yet: the page asks until it does.
  useEffect(() => {
    if (connection) return undefined;
    const timer = setInterval(read, AGAIN_MS);
    return () => clearInterval(timer);
  }, [connection, read]);
  return {
    connection,
    sites,
    settings,
    read,
    setConnection: (changed) => {
      setConnection(changed);
      read();
    },
    change: (change) => void port.settings(change).then((made) => made && setSettings(made)),
  };
}

/** What just went wrong stays on the screen until the person tries again. */
function newer(shown: Connection | undefined, read: Connection | undefined): Connection | undefined {
  const silent = read?.state === 'signed_out' && read.message === null;
  return read === undefined || (silent && shown?.state === 'signed_out') ? shown : read;
}
