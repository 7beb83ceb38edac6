/** Sites as an agreement would have them read (OVR5): said first, shipped behind, never a fault. */
import { describe, expect, test } from 'vitest';
import type { SiteRule } from '../../../shared/definitions/site.ts';
import { KNOWN_SITES } from '../../../shared/definitions/site.ts';
import { generic } from '../../../extension/sites/generic.ts';
import { SITES, sitesAt } from '../../../extension/sites/index.ts';
import { readCompose, readPeople } from '../../../extension/sites/read.ts';
import { ruledSites } from '../../../extension/sites/ruled.ts';
import { siteOn } from '../../../extension/sites/siteOn.ts';
import { parse, readingOf, SAVED_PAGES } from './savedPages.ts';

const at = (url: string, ...rules: SiteRule[]) =>
  ruledSites(sitesAt(url), [...SITES, generic], rules, new URL(url).hostname);
const GMAIL = 'https://mail.google.com/mail/u/0/#inbox';
const CRM = 'https://crm.ours.example/people';
const pageOf = (html: string, url = CRM) => parse({ html, expected: { url, site: '', reading: {} } });
const emails = (html: string, ...rules: SiteRule[]) => {
  const page = pageOf(html);
  const site = siteOn(page.document, at(CRM, ...rules));
  return site ? readingOf(site, page) : undefined;
};
const own = (more: Partial<NonNullable<SiteRule['views']>[number]> = {}): SiteRule => ({
  id: 'ours',
  hosts: ['crm.ours.example'],
  views: [
    { view: 'list', rows: ['.line'], people: ['[data-mail]'], address: { attribute: 'data-mail' }, ...more },
  ],
});

test('[OVR5] every site that ships has a name an agreement may use', () => {
  expect([...SITES, generic].map(({ id }) => id).filter((id) => !(id in KNOWN_SITES))).toEqual([]);
});

test('[OVR5] a site switched off is nothing, and nothing else is read there instead', () => {
  expect(at(GMAIL, { id: 'gmail', off: true })).toEqual([]);
  const roundcube = SAVED_PAGES.find(({ name }) => name === 'roundcube/2026-11-21-list');
  const page = parse(roundcube ?? { html: '', expected: { url: CRM, site: '', reading: {} } });
  const off = siteOn(page.document, at(page.url.href, { id: 'roundcube', off: true }));
  expect(off?.id).toBe('roundcube');
  expect(off && readingOf(off, page)).toEqual({});
  expect(at(CRM, { id: 'ours', hosts: ['*.ours.example'], off: true })).toEqual([]);
});

test('[OVR5] without a rule for it a site is as it ships', () => {
  expect(at(GMAIL, { id: 'outlook', off: true }, own())).toEqual(sitesAt(GMAIL));
});

test('[OVR5] selectors that are said come first, those that ship are still behind them', () => {
  const [site] = at(GMAIL, {
    id: 'gmail',
    views: [
      { view: 'list', rows: ['[data-row]'], people: ['[data-who]'], address: { attribute: 'data-who' } },
    ],
    compose: { send: ['[data-go]'], proof: ['[data-gone]'], to: ['[data-to]'] },
  });
  const [view] = site?.people ?? [];
  const read = (html: string) => view && readPeople(view, pageOf(html, GMAIL));
  const mended = '<div data-row><b data-who="ana@a.test"></b><i class="xT"></i></div>';
  expect(read(mended)).toMatchObject({ people: [{ key: { email: 'ana@a.test' } }], fallback: false });
  const shipped =
    '<table><tr class="zA" role="row"><td class="yW"><span class="zF" email="ana@a.test"></span></td><td class="xT"></td></tr></table>';
  expect(read(shipped)).toMatchObject({ people: [{ key: { email: 'ana@a.test' } }] });
  expect(site?.compose?.send[0]).toBe('[data-go]');
  expect(site?.compose?.proof).toEqual(['[data-gone]', '#link_vsm']);
});

test('[OVR5] only the last of what ships worked: counted as before', () => {
  const [site] = at(GMAIL, { id: 'gmail', compose: { roots: ['[data-mail]'] } });
  const last = '<div role="dialog"><input name="subjectbox"><div class="aoD az6"></div></div>';
  const compose = site?.compose && readCompose(site.compose, pageOf(last, GMAIL));
  expect(compose?.map(({ fallback }) => fallback)).toEqual([true]);
});

describe('a site of one’s own', () => {
  const PAGE = `<p class="line"><b data-mail="Ana@a.test">Ana</b></p><p class="line"><a href="mailto:bo@b.test">x</a></p>
    <p class="line"><input value="cy@c.test"><i>dee@d.test</i></p><blockquote class="line"><b data-mail="q@q.test"></b></blockquote>`;

  test.each<[string, Partial<NonNullable<SiteRule['views']>[number]>, string[]]>([
    ['an attribute', {}, ['email:ana@a.test']],
    ['a link', { people: ['a'], address: 'mailto' }, ['email:bo@b.test']],
    ['a field', { people: ['input'], address: 'value' }, ['email:cy@c.test']],
    ['text that is one address', { people: ['i'], address: 'text' }, ['email:dee@d.test']],
    ['text that is none', { people: ['b'], address: 'text' }, []],
  ])('[OVR5][OVR6] states people by %s', (_what, view, expected) => {
    expect(emails(PAGE, own(view))?.list ?? []).toEqual(expected);
  });

  test('[OVR5] is read by its own words alone, on its own host alone', () => {
    const mailto = '<table><tbody><tr><td><a href="mailto:x@y.test">x</a></td></tr></tbody></table>';
    expect(emails(mailto, own())).toEqual({});
    expect(emails(mailto, { ...own(), hosts: ['other.example'] })).toEqual({ list: ['email:x@y.test'] });
  });

  test('[OVR5] a selector this browser does not know finds nothing and breaks nothing', () => {
    expect(emails(PAGE, own({ rows: [':of-no-browser(x)', '.line'] }))).toEqual({
      list: ['email:ana@a.test'],
    });
  });

  test('[OVR5] hosts of a known software make it that software, signs or none', () => {
    const site = at(CRM, { id: 'roundcube', hosts: ['crm.ours.example'] });
    expect(site.map(({ id, signs }) => [id, signs])).toEqual([['roundcube', undefined]]);
  });

  test('[OVR5] what a person taught comes before what was agreed', () => {
    const taught = own({ people: ['a'], address: 'mailto' });
    expect(emails(PAGE, taught, own())).toEqual({ list: ['email:bo@b.test'] });
  });
});
