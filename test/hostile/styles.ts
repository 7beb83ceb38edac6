/** Pages whose styles and policies hit everything on them, ours too. */
import { LEAD, LIST, row, type HostilePage } from './page.ts';

const style = (css: string) => `<style nonce="page">${css}</style>`;

export const styles: readonly HostilePage[] = [
  { name: 'a plain page', chip: 'shown', honest: true },
  {
    name: 'everything display: none',
    head: style('body *{display:none !important} table,tbody,tr,td,a{display:revert !important}'),
    chip: 'shown',
    honest: true,
  },
  { name: 'everything all: unset', head: style('*{all:unset !important}'), chip: 'shown' },
  {
    name: 'our tag hidden by name',
    head: style(
      'combinado-ui{display:none !important;opacity:0 !important;position:fixed !important;left:-9999px !important}',
    ),
    chip: 'either',
  },
  {
    name: 'unknown tags grown over the page',
    head: style(
      ':not(:defined){position:fixed !important;inset:0 !important;font-size:90px !important;color:red !important}',
    ),
    chip: 'shown',
    honest: true,
  },
  { name: 'zoomed', head: style('html{zoom:1.7}'), chip: 'shown' },
  { name: 'an inert body', script: 'document.body.inert = true', chip: 'either' },
  {
    name: 'forced to black on black',
    head: style('*{color:#000 !important;background:#000 !important}'),
    chip: 'shown',
    honest: true,
  },
  {
    name: 'right to left with overrides',
    head: '<base dir="rtl">',
    body: `<div dir="rtl" style="unicode-bidi:bidi-override">${LIST}</div>`,
    chip: 'shown',
    honest: true,
  },
  {
    name: 'a strict policy',
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'nonce-page'; style-src 'nonce-page' 'unsafe-inline'",
    },
    chip: 'shown',
    honest: true,
  },
  {
    name: 'trusted types demanded',
    headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    chip: 'shown',
    honest: true,
  },
  {
    name: 'cross-origin isolation',
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    chip: 'shown',
    honest: true,
  },
  {
    name: 'everything denied by permissions policy',
    headers: { 'Permissions-Policy': 'clipboard-read=(), clipboard-write=(), fullscreen=(), geolocation=()' },
    chip: 'shown',
    honest: true,
  },
  {
    name: 'a sandboxed page',
    headers: { 'Content-Security-Policy': 'sandbox allow-scripts' },
    chip: 'absent',
  },
  { name: 'a site nobody gave', elsewhere: true, chip: 'absent' },
  {
    name: 'a list in a sandboxed frame',
    body: `<iframe sandbox="allow-scripts" srcdoc='${LIST}' width="600"></iframe>`,
    chip: 'absent',
  },
  {
    name: 'names that are scripts and reversed',
    body: LIST.replace('somebody', '&lt;img src=x onerror=alert(1)&gt; \u202Eevil\u202C').replace(
      'text',
      '<b>\u202E',
    ),
    chip: 'shown',
    honest: true,
  },
  {
    name: 'huge attribute values',
    body: `${LIST}<table><tbody>${row(`${'a'.repeat(500_000)}@x.test`)}${row(LEAD.email)}<tr><td><a href="mailto:%zz%${'%41'.repeat(90_000)}">x</a></td></tr></tbody></table>`,
    chip: 'shown',
    honest: true,
  },
];
