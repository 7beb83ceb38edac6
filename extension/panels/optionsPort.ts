/** What the options page asks of the world around it: wired to the background by its entrypoint, faked by its tests. */
import type { Connection, DeviceSettings, SiteAccess } from '../messages.ts';

export type Given = 'given' | 'refused' | 'not_an_address';

export interface OptionsPort {
  readonly version: string;
  readonly connection: () => Promise<Connection | undefined>;
  /** Resolves when the person is done with the sign-in window. */
  readonly connect: (origin: string) => Promise<Connection | undefined>;
  readonly pair: (origin: string, code: string) => Promise<Connection | undefined>;
  readonly disconnect: () => Promise<Connection | undefined>;
  readonly sites: () => Promise<readonly SiteAccess[] | undefined>;
  readonly settings: (change?: Partial<DeviceSettings>) => Promise<DeviceSettings | undefined>;
  /** Must be called straight from a click: the browser asks the person. */
  readonly give: (origins: readonly string[]) => Promise<Given>;
  /** The same for an address as typed. */
  readonly giveAddress: (typed: string) => Promise<Given>;
  readonly takeBack: (origins: readonly string[]) => Promise<void>;
  readonly copy: (text: string) => Promise<void>;
  /** Calls back whenever something shown may have changed, until the signal aborts. */
  readonly watch: (changed: () => void, signal: AbortSignal) => void;
}
