/**
 * The sample inbox and CRM (`/sample/…`): pages to try the overlay on. They read nothing of any
 * workspace, and what is "sent" here goes nowhere.
 */
import { Hono } from 'hono';
import * as z from 'zod';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';
import crmPage from './crm.html';
import inboxPage from './inbox.html';
import { sampleMails } from './mails.ts';
import { SAMPLE_WORDS, samplePeople } from './people.ts';

const Lang = z.enum(LANGUAGES).catch('en');
const Recipients = z.string().includes('@').max(2_000);

export const sample = new Hono();

sample.get('/', (context) => context.redirect('/sample/inbox'));

sample.get('/inbox', (context) => {
  const language = Lang.parse(context.req.query('lang'));
  const { rep, zone, ui } = SAMPLE_WORDS[language];
  return page(inboxPage, language, { ui, rep, zone, language, mails: sampleMails(language) });
});

for (const path of ['/crm', '/crm/lead/:id'])
  sample.get(path, (context) => {
    const language = Lang.parse(context.req.query('lang'));
    return page(crmPage, language, {
      ui: SAMPLE_WORDS[language].ui,
      language,
      people: samplePeople(language),
    });
  });

sample.post('/send', async (context) => {
  const form = await context.req.parseBody();
  const recipients = [form.to, form.cc, form.bcc].filter(Boolean);
  const sendable = recipients.length > 0 && recipients.every((list) => Recipients.safeParse(list).success);
  return sendable ? context.body(null, 204) : context.body(null, 422);
});

/** A strict policy, as real webmail has: the overlay must live under it. */
function page(template: string, language: Language, data: unknown): Response {
  const { ui } = SAMPLE_WORDS[language];
  const nonce = crypto.randomUUID();
  const filled: Record<string, string> = {
    LANG: language,
    MAIL: ui.mail,
    CRM: ui.crm,
    LEADS: ui.leads,
    NONCE: nonce,
    DATA: JSON.stringify(data).replaceAll('<', String.raw`\u003c`),
  };
  const html = template.replaceAll(/%([A-Z]+)%/g, (whole, name: string) => filled[name] ?? whole);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
    },
  });
}
