/** The toolbar's popup: "my day" and the card of a lead, where no page can lie over it (OVR2). */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ask, onPush } from '../../messages.ts';
import type { CardPort } from '../../panels/cardPort.ts';
import { DayApp, type DayPort } from '../../panels/DayApp.tsx';
import { languageOf } from '../../../shared/messages/catalog.ts';

const log: CardPort['log'] = (body) => ask('panel.log', body);
const undo: CardPort['undo'] = (body) => ask('panel.undo', body);

const port: DayPort = {
  connection: () => ask('panel.connection', {}),
  cards: async () => (await ask('panel.day', {}))?.cards,
  watch: (changed, signal) => onPush(() => changed(), signal),
  card: (leadId, close) => ({
    hello: (picked) => ask('panel.hello', { leadId: picked ?? leadId }),
    log,
    undo,
    answer: (body) => ask('panel.answer', body),
    set: (body) => ask('panel.set', body),
    watch: (watched, changed, signal) =>
      onPush((push) => {
        if (push.push !== 'card' || push.body.leadId === watched) changed();
      }, signal),
    close,
    elsewhere: null,
  }),
  log,
  undo,
  openOptions: () => {
    void browser.runtime.openOptionsPage();
    window.close();
  },
};

const root = document.getElementById('day');
if (root) render(<DayApp port={port} language={languageOf(navigator.language)} />, root);
