/** What the person chose for this device. */
import { browser } from 'wxt/browser';
import type { DeviceSettings } from '../messages.ts';
import { SettingsSchema } from './border.ts';

/** Nothing is logged by itself and nothing pops up until the person switches it on (ATT1). */
const DEFAULTS: DeviceSettings = {
  logSent: false,
  density: 'full',
  language: null,
  notify: false,
  notifyNames: false,
  quiet: null,
};
const KEY = 'settings';

export interface Settings {
  now(): DeviceSettings;
  change(change: Partial<DeviceSettings>): Promise<DeviceSettings>;
}

/** Read once: everything shown asks for the language. The background is the only writer. */
export async function openSettings(): Promise<Settings> {
  let held = await readSettings();
  return {
    now: () => held,
    async change(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      held = { ...held, ...Object.fromEntries(given) };
      await writeSettings(held);
      return held;
    },
  };
}

export async function readSettings(): Promise<DeviceSettings> {
  const stored = await browser.storage.local.get(KEY);
  // Each choice by itself: an older version of the extension knew fewer of them.
  return { ...DEFAULTS, ...SettingsSchema.partial().safeParse(stored[KEY]).data };
}

/** What is left out is as it was from the start. */
export async function writeSettings(settings: Partial<DeviceSettings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}
