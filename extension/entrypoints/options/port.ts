/** The options' questions to the background and the browser; permission requests start in a real click. */
import { browser } from 'wxt/browser';
import { ask, onPush } from '../../messages.ts';
import type { OptionsPort } from '../../panels/options/optionsPort.ts';
import { patternOf } from '../../replica/origin.ts';

export const optionsPort: OptionsPort = {
  version: browser.runtime.getManifest().version,
  connection: () => ask('panel.connection', {}),
  connect: (origin) => ask('panel.connect', { origin }),
  pair: (origin, code) => ask('panel.pair', { origin, code }),
  disconnect: () => ask('panel.disconnect', {}),
  sites: async () => (await ask('panel.sites', {}))?.sites,
  settings: (change) => ask('panel.settings', { change }),
  give: (origins) => request(origins),
  giveAddress(typed) {
    const pattern = patternOf(typed);
    return pattern === undefined ? Promise.resolve('not_an_address') : request([pattern]);
  },
  async takeBack(origins) {
    await browser.permissions.remove({ origins: [...origins] });
    await ask('panel.sitesChanged', {});
  },
  teach: (origin) => ask('panel.teach', { origin }),
  taught: (forget) => ask('panel.taught', { forget }),
  allowNotices: () => browser.permissions.request({ permissions: ['notifications'] }).catch(() => false),
  recorded: (whole) => ask('panel.recorded', { whole }),
  diagnostics: async () => (await ask('panel.diagnostics', {}))?.text,
  download(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
  welcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') }),
  copy: (text) => navigator.clipboard.writeText(text),
  watch: (changed, signal) => onPush(changed, signal),
};

/** Calls the browser before anything is awaited, or the click no longer counts as one. */
async function request(origins: readonly string[]): Promise<'given' | 'refused'> {
  const given = await browser.permissions.request({ origins: [...origins] }).catch(() => false);
  await ask('panel.sitesChanged', {});
  return given ? 'given' : 'refused';
}
