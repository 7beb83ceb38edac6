/**
 * Gmail in the browser. Class names have been stable for a decade (public add-ons lean on them);
 * labels are localised and never matched. Identity is always the `email` or hovercard attribute.
 */
import type { PeopleView, Site } from './site.ts';

const MESSAGE = {
  rows: ['.adn.ads', '[role="main"] [role="listitem"]'],
  key: [{ email: { how: ['@email'] } }],
  never: '.a3s, .ii, .gmail_quote, blockquote',
  stand: { self: 'afterend' },
  once: true,
} as const satisfies Partial<PeopleView>;

export const gmail: Site = {
  id: 'gmail',
  name: 'Gmail',
  why: 'mail',
  matches: ['https://mail.google.com/*'],
  frames: 'top',
  people: [
    {
      view: 'list',
      // Without the role: older and basic inbox types.
      rows: ['tr.zA[role="row"]', 'tr.zA'],
      // Unread senders are `zF`, read ones `yP`; any other mark is a class renamed.
      people: ['.yW span.zF[email], .yW span.yP[email]', '.yW span[email]'],
      key: [{ email: { how: ['@email'] } }],
      // A hidden label for screen readers repeats the sender.
      never: '.afn',
      // `xT` is the flexible line of subject and snippet, `y6` the subject in it.
      stand: { within: ['.xT', '.y6'], place: 'afterbegin' },
      once: false,
    },
    {
      view: 'message',
      ...MESSAGE,
      people: ['span.gD[email]', 'h3 span[email]'],
    },
    {
      // A thread nobody answered has the lead only among the recipients.
      view: 'message',
      ...MESSAGE,
      people: ['.hb span.g2[email]'],
    },
  ],
  compose: {
    // `M9` holds one mail being written, in a window or inline, its region the same with an id of the mail; a
    // dialog is the same in new clothes.
    roots: ['.M9', '[role="region"][data-compose-id]', 'div[role="dialog"]:has([name="subjectbox"])'],
    // Chips with a hovercard; before 2022 hidden fields and a textarea named like the header.
    recipients: {
      to: ['[name="to"] [role="option"][data-hovercard-id]', 'input[name="to"], textarea[name="to"]'],
      cc: ['[name="cc"] [role="option"][data-hovercard-id]', 'input[name="cc"], textarea[name="cc"]'],
      bcc: ['[name="bcc"] [role="option"][data-hovercard-id]', 'input[name="bcc"], textarea[name="bcc"]'],
    },
    how: ['@data-hovercard-id', 'list'],
    // A reply stands in the conversation it answers, whoever of those in it is put in copy.
    answering: { around: '[role="list"]', at: ['span.gD[email]'], how: ['@email'] },
    never: '.a3s, blockquote',
    // The table of the text; without it, after the line with the subject.
    strip: { within: ['table.iN', '.aoD.az6'], place: 'beforebegin' },
    // In the recipient's own pill, which wraps as a whole.
    chips: { self: 'beforeend' },
    // Send, and send with archive; the arrow beside them (scheduled send) has a menu.
    send: [
      'div[role="button"].aoO',
      'div[role="button"].Uo:not([aria-haspopup="true"])',
      '.IZ .Up div > div[role="button"]:not([aria-haspopup="true"])',
    ],
    keys: true,
    // A dialog of its own, outside the mail: the hours offered, each with its day (`AM` is the way to the
    // calendar, not an hour), and the calendar's button with its two fields.
    later: {
      send: ['[role="dialog"] [role="menuitem"].Az:not(.AM)', '[role="dialog"] .J-at1-auR'],
      around: '[role="dialog"]',
    },
    // "View message" in the toast exists only after a real send; drafts, discards and replies have no such link.
    proof: ['#link_vsm'],
    // "Undo" in the same toast.
    unsend: ['#link_undo'],
    alone: ['?cvid={id}', '?view=cm'],
    leaves: 'root',
  },
};
