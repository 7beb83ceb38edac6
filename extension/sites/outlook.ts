/**
 * Outlook on the web, for work and at home. Labels are localised and classes change with every release: what
 * lasts are ids and the names of the app's own parts. It often shows a name alone until the person's card is
 * opened, and then there is no chip.
 */
import { paths } from './paths.ts';
import type { PeopleView, Site, Ways } from './site.ts';

const PANES: Ways = [
  '[role="main"][data-app-section="MailReadCompose"]',
  '#ReadingPaneContainerId',
  '#ConversationReadingPaneContainer',
];
const MESSAGE = {
  never:
    '[id^="UniqueMessageBody"], [role="document"], blockquote, [contenteditable="true"], [id^="editorParent_"]',
  stand: { self: 'afterend' },
  once: true,
} as const satisfies Partial<PeopleView>;
const WELLS = '[role="textbox"][contenteditable="true"]';
const PILLS = ['[data-lpc-hover-target-id]', '[title*="@"], [aria-label*="@"]'] as const;

export const outlook: Site = {
  id: 'outlook',
  name: 'Outlook',
  why: 'mail',
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.live.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['[role="option"][data-convid]', '[data-app-section="MessageList"] [role="option"]'],
      // The sender comes first in a line; a subject that is an address stands after it.
      people: ['span[title*="@"]'],
      first: true,
      key: [{ email: { how: ['@title'] } }],
      stand: { self: 'beforebegin' },
      once: false,
    },
    {
      ...MESSAGE,
      view: 'message',
      rows: PANES,
      // Text the app writes itself: the name and then, in brackets, the address.
      people: ['[id^="MSG_"][id$="_FROM"]', 'span[title*="@"], button[title*="@"]'],
      key: [{ email: { how: ['angled', '@title', 'angled@title'] } }],
    },
    {
      ...MESSAGE,
      view: 'message',
      rows: PANES,
      people: [
        '[data-testid="RecipientWell"] [title*="@"]',
        '[data-testid="RecipientWell"] .lpc-hoverTarget',
      ],
      key: [{ email: { how: ['@title', 'angled@title', 'angled'] } }],
    },
  ],
  compose: {
    roots: [
      '[id^="docking_InitVisiblePart_"]',
      '[data-app-section="MailCompose"]:has([id^="editorParent_"])',
    ],
    // To, Cc and Bcc look alike and their labels are words: they are told apart by their order.
    recipients: {
      to: { nth: 0, of: WELLS, each: PILLS },
      cc: { nth: 1, of: WELLS, each: PILLS },
      bcc: { nth: 2, of: WELLS, each: PILLS },
    },
    how: ['@data-lpc-hover-target-id', '@title', 'angled@title', 'angled@aria-label', 'angled'],
    never: '[id^="editorParent_"]',
    strip: { within: ['[id^="editorParent_"]'], place: 'beforebegin' },
    chips: { self: 'beforeend' },
    // The arrow beside it (send later) has a menu.
    send: [
      '[data-testid="ComposeSendButton"] button:not([aria-haspopup="true"]), button[id^="splitButton-"][id$="__primaryActionButton"]',
    ],
    keys: true,
    // The hours offered in "Schedule send", each with its time, and the two fields of a time of one's own.
    later: {
      send: ['[role="dialog"] :is(button, [role="menuitem"]), [role="menu"] [role="menuitem"]'],
      around: '[role="dialog"]:has(input)',
    },
    discard: ['#discardCompose'],
    // "Undo send" holds a mail back for up to ten seconds and opens it anew; its button has only a word.
    backWithinMs: 15_000,
    // Popped out.
    alone: ['?popoutv2={id}', ...paths('/mail/deeplink/compose/**')],
    leaves: 'root',
  },
};
