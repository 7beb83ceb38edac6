/**
 * The sample inbox and CRM served by the local worker: the first thing a newcomer sees. Their pages
 * keep to these attributes, which no other site may use:
 *
 * Inbox      `[data-mail]` a line · in it `[data-email="a@b.test"]` the sender's name (the attribute is the
 *            identity, the text is not) · `[data-subject]` the subject cell, whose start takes the chip
 * Message    `[data-message]` one opened message · in its head `[data-email]` sender and recipients, the
 *            chip comes after it · `[data-body]` the text, inside which nothing is read
 * Compose    `form[data-compose]`, `data-answering="a@b.test"` when it is a reply · `input[name=to]`,
 *            `[name=cc]`, `[name=bcc]` comma lists · `[data-send]` the send button (Ctrl+Enter too) ·
 *            `[data-draft]` and `[data-discard]` close the form without sending · the strip goes before
 *            `[data-write]`, the field for the text · an error shows `[data-send-error]` in the form ·
 *            once sent the form leaves the page and `[data-sent]` appears
 * CRM list   `[data-records]` the table · `[data-record="<id>"]` a row, with `data-object="lead"` ·
 *            `[data-name]` the name cell, whose end takes the chip · `a[href^="mailto:"]` if it shows one
 * CRM record `main[data-record]` with `data-object` · `h1[data-name]` · `[data-primary]` the mailto link
 */
import type { RecordSource, Site } from './site.ts';

const RECORD: RecordSource = {
  system: 'sample',
  objects: { lead: 'lead' },
  row: { id: 'data-record', object: 'data-object' },
};

export const sample: Site = {
  id: 'sample',
  name: 'Sample inbox and CRM',
  why: 'sample',
  matches: ['http://127.0.0.1/sample/*', 'http://localhost/sample/*'],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['[data-mail]'],
      people: ['[data-email]'],
      key: [{ email: { how: ['@data-email'] } }],
      stand: { within: ['[data-subject]'], place: 'afterbegin' },
      once: false,
    },
    {
      view: 'list',
      rows: ['[data-records] [data-record]'],
      people: ['[data-name]'],
      key: [{ email: { at: ['a[href^="mailto:"]'], how: ['mailto'] } }],
      record: RECORD,
      stand: { self: 'beforeend' },
      once: false,
    },
    {
      view: 'record',
      rows: ['main[data-record]'],
      people: ['h1[data-name]'],
      key: [{ email: { at: ['[data-primary]'], how: ['mailto'] } }],
      record: RECORD,
      stand: { self: 'beforeend' },
      once: true,
    },
    {
      view: 'message',
      rows: ['[data-message]'],
      people: ['[data-email]'],
      key: [{ email: { how: ['@data-email'] } }],
      never: '[data-body]',
      stand: { self: 'afterend' },
      once: true,
    },
  ],
  compose: {
    roots: ['form[data-compose]'],
    recipients: { to: ['input[name="to"]'], cc: ['input[name="cc"]'], bcc: ['input[name="bcc"]'] },
    how: ['list'],
    answering: {
      around: ':has(> [data-answering])',
      at: [':scope > [data-answering]'],
      how: ['@data-answering'],
    },
    strip: { within: ['[data-write]'], place: 'beforebegin' },
    send: ['[data-send]'],
    keys: true,
    proof: ['[data-sent]'],
    failure: ['[data-send-error]'],
    discard: ['[data-discard], [data-draft]'],
    leaves: 'root',
  },
};
