/**
 * WhatsApp Web: the phone of the open chat and, in the list, of chats with people not in the address book. What
 * is said in a chat is never read: neither its bubbles nor the last line the list shows of it.
 */
import type { Stated, Site } from './site.ts';

const TITLE = [
  '[data-testid="conversation-info-header-chat-title"][title]',
  'span[dir="auto"][title]',
] as const;
/** A saved contact shows a name; the ids of the messages hold the number of the other side, groups another kind. */
const OPEN_CHAT: readonly Stated[] = [
  { phone: { at: TITLE, how: ['@title'] } },
  {
    phone: {
      in: 'page',
      at: ['#main [data-id^="false_"][data-id*="@c.us_"], #main [data-id^="true_"][data-id*="@c.us_"]'],
      how: ['chat@data-id'],
    },
  },
  // Where the title is no attribute the application writes the number itself.
  {
    phone: { at: ['[data-testid="conversation-info-header-chat-title"]', 'span[dir="auto"]'], how: ['text'] },
  },
];

export const whatsapp: Site = {
  id: 'whatsapp',
  name: 'WhatsApp Web',
  why: 'chats',
  matches: ['https://web.whatsapp.com/*'],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['#pane-side [role="row"]', '#pane-side [role="listitem"]'],
      // The chat's own title comes first in a row; the last message, after it, has a title too.
      people: ['[data-testid="cell-frame-title"] span[title]', 'span[dir="auto"][title]'],
      first: true,
      key: [{ phone: { how: ['@title'] } }],
      // Before it: after it the line's end would swallow the chip whole.
      stand: { self: 'beforebegin' },
      once: false,
    },
    {
      view: 'record',
      rows: ['#main header', '[data-testid="conversation-header"]'],
      people: 'row',
      key: OPEN_CHAT,
      stand: { within: [...TITLE, 'span[dir="auto"]'], place: 'afterend' },
      once: true,
    },
  ],
  chat: {
    heads: ['#main header', '[data-testid="conversation-header"]'],
    key: OPEN_CHAT,
    strip: { within: ['#main footer', '#main [contenteditable="true"]'], place: 'beforebegin' },
  },
};
