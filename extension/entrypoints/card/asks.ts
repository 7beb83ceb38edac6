/** What every face's card asks the background, and the clipboard. */
import { ask, askSurely } from '../../messages.ts';
import type { CardAsks } from '../../panels/cardPort.ts';

export const cardAsks: CardAsks = {
  log: (body) => askSurely('panel.log', body),
  answer: (body) => askSurely('panel.answer', body),
  set: (body) => askSurely('panel.set', body),
  do: (body) => askSurely('panel.do', body),
  take: (body) => askSurely('panel.take', body),
  propose: (body) => ask('panel.propose', body),
  undo: (body) => ask('panel.undo', body),
  colleagues: async (leadId) => (await ask('panel.colleagues', { leadId }))?.colleagues ?? [],
  history: (leadId, shown) => ask('panel.history', { leadId, shown }),
  copy: async (text) => copyHere(text) || copyAsked(text),
};

/** A frame in somebody else's page has no right to the clipboard's own interface; this way needs none. */
function copyHere(text: string): boolean {
  const held = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position:fixed;opacity:0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (held instanceof HTMLElement) held.focus({ preventScroll: true });
  return done;
}

async function copyAsked(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
