/** The console by the keyboard alone: Tab until what is meant has the focus, then Enter, Space or typing. */
import type { Locator, Page } from '@playwright/test';

/** More stops than any screen has before what is meant: beyond them the focus is trapped or never comes. */
const MOST_STOPS = 150;

export interface Keys {
  /** Goes on with Tab (`back`: with Shift+Tab) until the focus is there. @throws where it never comes */
  readonly to: (wanted: Locator, way?: 'on' | 'back') => Promise<void>;
  /** There, and Enter. */
  readonly enter: (wanted: Locator, way?: 'on' | 'back') => Promise<void>;
  /** There, and the label of an option typed. */
  readonly choose: (wanted: Locator, label: string) => Promise<void>;
  /** There, and written over what it says. */
  readonly write: (wanted: Locator, text: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly isOn: (wanted: Locator) => Promise<boolean>;
}

export function keysOf(page: Page): Keys {
  const { keyboard } = page;
  const isOn = (wanted: Locator) => wanted.evaluate((element) => element === document.activeElement);
  const to: Keys['to'] = async (wanted, way = 'on') => {
    const one = wanted.first();
    await one.waitFor({ state: 'attached' });
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await isOn(one)) return;
      await keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
    }
    const stuck = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`Tab never comes to ${String(wanted)}; it stands on ${stuck}`);
  };
  return {
    to,
    enter: async (wanted, way) => {
      await to(wanted, way);
      await keyboard.press('Enter');
    },
    choose: async (wanted, label) => {
      await to(wanted);
      await keyboard.type(label);
    },
    write: async (wanted, text) => {
      await to(wanted);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(text);
    },
    press: (key) => keyboard.press(key),
    isOn: (wanted) => isOn(wanted.first()),
  };
}
