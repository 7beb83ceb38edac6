/** The frame of the worker's few pages: plain HTML that loads nothing and may do only what it says here. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { AppContext } from '../ask.ts';
import { languageOf } from '../../shared/messages/language.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly main: Html;
  /** Run once, with nothing of the request in it. */
  readonly script?: string;
  /** Where its form may lead besides this origin. */
  readonly formTo?: string;
  readonly status?: 200 | 401;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText }
main { box-sizing: border-box; width: min(30rem, 100%); padding: 2rem }
h1 { font-size: 1.4rem; margin: 0 0 .75rem }
button, a.button { display: inline-block; font: inherit; text-decoration: none; padding: .6rem 1.2rem; border-radius: .5rem; border: 1px solid transparent; background: #0f5bd7; color: #fff; cursor: pointer }
button:focus-visible, a:focus-visible { outline: 3px solid #0f5bd7; outline-offset: 2px }
[role=status]:focus { outline: 0 }
.code { font: 600 1.6rem/1.4 ui-monospace, monospace; letter-spacing: .05em; user-select: all; overflow-wrap: anywhere }
.row { display: flex; gap: 1rem; align-items: center; flex-wrap: wrap; margin-top: 1.25rem }
@media (forced-colors: active) { button, a.button { border-color: ButtonText } }
`;

export function page(c: AppContext, { language, title, main, script, formTo, status = 200 }: Page) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      `form-action 'self'${formTo === undefined ? '' : ` ${formTo}`}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  );
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <style nonce="${nonce}">
            ${raw(STYLE)}
          </style>
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${main}
          </main>
          ${
            script === undefined
              ? ''
              : html`<script nonce="${nonce}">
                  ${raw(script)};
                </script>`
          }
        </body>
      </html>`,
    status,
  );
}

/** The first language the browser asks for; nobody is known yet. */
export function languageFor(c: AppContext): Language {
  return languageOf(c.req.header('Accept-Language')?.split(/[,;]/)[0] ?? 'en');
}
