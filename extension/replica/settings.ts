/** What the person chose for this device. */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { DeviceSettings } from '../messages.ts';

const Settings = z.object({
  /** Whether a mail to a lead seen being sent is logged by itself (ATT1). */
  logSent: z.boolean(),
}) satisfies z.ZodType<DeviceSettings>;

/** Nothing is logged by itself until the person switches it on; the strip offers it mail by mail (ATT1). */
const DEFAULTS: DeviceSettings = { logSent: false };
const KEY = 'settings';

export async function readSettings(): Promise<DeviceSettings> {
  const stored = await browser.storage.local.get(KEY);
  return Settings.safeParse(stored[KEY]).data ?? DEFAULTS;
}

export async function writeSettings(settings: DeviceSettings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}
