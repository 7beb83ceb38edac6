/** The day's questions to the background, the same in popup and side panel. */
import { ask, onPush } from '../../messages.ts';
import type { DayPort } from '../../panels/day/dayPort.ts';
import { cardAsks } from '../card/asks.ts';

export const dayAsks: Omit<DayPort, 'card' | 'openOptions' | 'beside'> = {
  connection: () => ask('panel.connection', {}),
  day: () => ask('panel.day', {}),
  unsettled: () => ask('panel.unsettled', {}),
  readRefused: async (ids) => (await ask('panel.readRefused', { ids }))?.done ?? false,
  search: async (text) => (await ask('panel.search', { text }))?.found,
  notices: (cursor) => ask('panel.notices', { cursor }),
  readNotices: async (body) => (await ask('panel.readNotices', body))?.done ?? false,
  remind: async (ids) => (await ask('panel.remind', { ids }))?.at ?? null,
  watch: (changed, signal) => onPush(() => changed(), signal),
  log: cardAsks.log,
  answer: cardAsks.answer,
  act: cardAsks.do,
  capture: (body) => ask('panel.capture', body),
  undo: cardAsks.undo,
};

/** The card of one lead on a page of our own, where nothing can lie over it. */
export function cardPort(
  leadId: string,
  { close, openOptions }: { readonly close: (() => void) | null; readonly openOptions: () => void },
) {
  return {
    ...cardAsks,
    hello: (picked: string | null) => ask('panel.hello', { leadId: picked ?? leadId }),
    watch: (watched: string, changed: () => void, signal: AbortSignal) =>
      onPush((push) => {
        if (push.push !== 'card' || push.body.leadId === watched) changed();
      }, signal),
    close,
    elsewhere: null,
    openOptions,
  };
}

/** The language the person chose for every face; null: the browser's. */
export async function chosenLanguage() {
  return (await ask('panel.settings', {}))?.language ?? null;
}
