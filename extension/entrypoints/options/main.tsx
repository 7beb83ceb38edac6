/** The options page in its browser: permission requests start here, synchronously in a real click. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { languageOf, messagesFor } from '../../../shared/messages/catalog.ts';
import { ask, onPush } from '../../messages.ts';
import { Options } from '../../panels/Options.tsx';
import type { OptionsPort } from '../../panels/optionsPort.ts';
import { patternOf } from '../../replica/origin.ts';

const messages = messagesFor(languageOf(navigator.language));
document.documentElement.lang = messages.language;
document.title = messages.options.title;

const port: OptionsPort = {
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
  copy: (text) => navigator.clipboard.writeText(text),
  watch: (changed, signal) => onPush(changed, signal),
};

/** Calls the browser before anything is awaited, or the click no longer counts as one. */
async function request(origins: readonly string[]): Promise<'given' | 'refused'> {
  const given = await browser.permissions.request({ origins: [...origins] }).catch(() => false);
  await ask('panel.sitesChanged', {});
  return given ? 'given' : 'refused';
}

const root = document.querySelector('#app');
if (root) render(<Options messages={messages} port={port} />, root);
