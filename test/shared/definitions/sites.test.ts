/** What an agreement says of sites: judged, told, and bounded (OVR5). */
import { describe as group, expect, test } from 'vitest';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { describe } from '../../../shared/definitions/describe.ts';
import { diff } from '../../../shared/definitions/diff.ts';
import { coversHost, isHost, isSelector } from '../../../shared/definitions/site.ts';
import { validate } from '../../../shared/definitions/validate.ts';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { broken, draftOf, type Json } from './draft.ts';

const judged = (...sites: Json[]) => {
  const result = validate(broken({ '/sites': sites }));
  return (result.ok ? [] : result.problems).map(({ pointer, fault, suggestion }) =>
    [pointer, fault.code, ...(suggestion ? [suggestion] : [])].join(' '),
  );
};
const own = {
  id: 'ours',
  label: 'Our CRM',
  hosts: ['crm.ours.example'],
  views: [{ view: 'list', rows: ['table tr'], people: ['[data-mail]'], address: { attribute: 'data-mail' } }],
};

test('[OVR5] a site switched off, one mended, one wanted and one of our own are all well formed', () => {
  expect(
    judged(
      { id: 'gmail', off: true },
      { id: 'dynamics', views: [{ view: 'record', rows: ['h1[data-id="title"]'] }] },
      { id: 'outlook', compose: { send: ['button[aria-keyshortcuts]'], proof: ['[role="alert"] a'] } },
      { id: 'roundcube', hosts: ['mail.ours.example'] },
      own,
    ),
  ).toEqual([]);
});

test.each<[string, Json, string]>([
  ['a slip in the name', { id: 'gmial', off: true }, '/sites/0/id unknown_site gmail'],
  [
    'an address instead of a host',
    { ...own, hosts: ['https://crm.ours.example/x'] },
    '/sites/0/hosts/0 bad_host',
  ],
  [
    'a bracket too few',
    { ...own, views: [{ ...own.views[0], rows: ['tr[id'] }] },
    '/sites/0/views/0/rows/0 bad_selector',
  ],
  ['a rule of style', { id: 'gmail', compose: { send: ['a{}'] } }, '/sites/0/compose/send/0 bad_selector'],
  [
    'nothing to read by',
    { ...own, views: [{ view: 'list', rows: ['tr'] }] },
    '/sites/0/views/0/address missing',
  ],
  ['an unknown part', { id: 'gmail', script: 'x' }, '/sites/0/script unknown_key'],
  ['a view nobody has', { id: 'gmail', views: [{ view: 'lst' }] }, '/sites/0/views/0/view not_one_of list'],
])('[OVR5] %s is refused at its place', (_what, site, problem) => {
  expect(judged(site)).toContain(problem);
});

test('[OVR5] two rules for one site are one too many', () => {
  expect(judged({ id: 'gmail', off: true }, { id: 'gmail' })).toEqual(['/sites/1/id duplicate']);
});

test('[OVR5] an agreement without a word about sites stays valid', () => {
  expect(validate(draftOf()).ok).toBe(true);
  expect('sites' in Definitions.parse(draftOf())).toBe(false);
});

group('what changed is told', () => {
  const told = (before: Json, after: Json, language: Language) => {
    const a = Definitions.parse(broken({ '/sites': before }, language));
    const b = Definitions.parse(broken({ '/sites': after }, language));
    return diff(a, b).map((change) => {
      const { sentence, where } = describe(change, a, b, language);
      return `${sentence} · ${where}`;
    });
  };

  test.each<[Language, string]>([
    ['en', 'New rule for the site: “Gmail” (switched off) · Sites'],
    ['pt-BR', 'Regra nova para o site: “Gmail” (desligado) · Sites'],
    ['es', 'Regla nueva para el sitio: “Gmail” (apagado) · Sitios'],
  ])('[DEF2][OVR5] a site switched off, in %s', (language, sentence) => {
    expect(told([], [{ id: 'gmail', off: true }], language)).toEqual([sentence]);
  });

  test('[DEF2][OVR5] switched on again, and selectors of one of our own', () => {
    expect(told([{ id: 'gmail', off: true }], [{ id: 'gmail', off: false }], 'en')).toEqual([
      'Gmail: switched off: yes→no · Sites › Gmail › switched off',
    ]);
    expect(told([own], [{ ...own, hosts: ['crm.ours.example', '*.ours.example'] }], 'en')).toEqual([
      'Our CRM: addresses: adds *.ours.example · Sites › Our CRM › addresses',
    ]);
    expect(told([own], [], 'en')).toEqual(['Site “Our CRM” no longer exists · Sites']);
  });

  test.each(LANGUAGES)('[DEF2] a first word about sites, in %s', (language) => {
    const a = Definitions.parse(draftOf(language));
    const b = Definitions.parse(broken({ '/sites': [{ id: 'gmail', off: true }] }, language));
    const [said] = diff(a, b).map((change) => describe(change, a, b, language).sentence);
    expect(said).toMatch(/Gmail/);
  });
});

test('hosts and selectors', () => {
  expect(['crm.ours.example', '*.ours.example', 'localhost'].every(isHost)).toBe(true);
  expect(['https://a', 'a/b', 'a:80', '*', '*.', 'A.example', 'a..b', ''].some(isHost)).toBe(false);
  expect(
    ['tr.x > td', 'a[href^="mailto:" i]', ":is(a, b)[title='a]']", String.raw`#a\:b`].every(isSelector),
  ).toBe(true);
  expect(['a[', 'a)', '"', 'a{b}', ' ', 'a\\'].some(isSelector)).toBe(false);
  const rule = { id: 'ours', hosts: ['crm.ours.example', '*.shop.example'] };
  expect(['crm.ours.example', 'a.shop.example', 'shop.example'].every((host) => coversHost(rule, host))).toBe(
    true,
  );
  expect(
    ['ours.example', 'evilshop.example', 'x.crm.ours.example'].some((host) => coversHost(rule, host)),
  ).toBe(false);
});
