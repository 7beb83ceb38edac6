/** What the options page asks of the world around it: wired to the background by its entrypoint, faked by its tests. */
import type { Connection, DeviceSettings, ReplyOf, SiteAccess } from '../../messages.ts';

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
  /** Begins a lesson on an open page of this match pattern (OVR5). */
  readonly teach: (origin: string) => Promise<ReplyOf<'panel.teach'> | undefined>;
  /** Sites taught on this device; one is forgotten first when its id is given. */
  readonly taught: (forget?: string) => Promise<ReplyOf<'panel.taught'> | undefined>;
  /** Asks the browser for notices; must be called straight from a click. Resolves to whether they may show. */
  readonly allowNotices: () => Promise<boolean>;
  /** `whole`: with the records themselves. */
  readonly recorded: (whole: boolean) => Promise<ReplyOf<'panel.recorded'> | undefined>;
  /** Counts, ages and versions as text, no personal data. */
  readonly diagnostics: () => Promise<string | undefined>;
  /** Hands a file to the person, without leaving the device. */
  readonly download: (name: string, text: string) => void;
  /** Opens the first steps again. */
  readonly welcome: () => void;
  readonly copy: (text: string) => Promise<void>;
  /** Calls back whenever something shown may have changed, until the signal aborts. */
  readonly watch: (changed: () => void, signal: AbortSignal) => void;
}
