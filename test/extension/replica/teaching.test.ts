// @vitest-environment node
/** Lessons about sites: begun in a panel, for one page; kept here, offered to everybody when asked (OVR5). */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { taughtSites } from '../../../extension/replica/siteRules.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { MAIL_SITE, NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const HOST = new URL(MAIL_SITE).hostname;
const VIEW = { view: 'list', rows: ['tr'], people: ['a'], address: 'mailto' } as const;
const RULE = { id: HOST, hosts: [HOST], views: [VIEW] };
let setting: Setting;
let open: { id: number; url?: string; lastAccessed?: number }[];
let injected: { target: { tabId: number }; files: string[] }[];
let requests: { method: string; path: string; ifMatch: string | null; body: Record<string, unknown> }[];
let answers: (Response | Error)[];

beforeEach(async () => {
  setting = await setUp();
  open = [{ id: 1, url: `${MAIL_SITE}/people` }];
  injected = [];
  requests = [];
  answers = [];
  fakeBrowser.tabs.query = (async () => open) as never;
  fakeBrowser.tabs.update = (async () => undefined) as never;
  fakeBrowser.scripting = {
    executeScript: async (one: (typeof injected)[number]) => void injected.push(one),
  } as never;
  const worker = fetch;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const { pathname } = new URL(input);
    if (!/definitions|proposals/.test(pathname)) return worker(input, init);
    requests.push({
      method: init.method ?? 'GET',
      path: pathname,
      ifMatch: new Headers(init.headers).get('If-Match'),
      body: init.body ? JSON.parse(String(init.body)) : {},
    });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw new TypeError('Failed to fetch');
    return answer;
  });
});
afterEach(() => setting.close());

const begin = (origin?: string) => setting.panel('panel.teach', origin === undefined ? {} : { origin });
const teach = (share = false, tab = 1) => setting.page('page.taught', { view: VIEW as never, share }, tab);
const problem = (status: number) =>
  Response.json({ type: 'urn:combinado:problem:x', title: 'No', status }, { status });
const as = async (role: string) => {
  const copy = await setting.replica.database.get('copy', 'copy');
  if (copy)
    await setting.replica.database.put('copy', { ...copy, me: { ...copy.me, role } } as never, 'copy');
  setting.replica.states.forgetAll();
};

describe('a lesson', () => {
  test('[OVR5] begins in a panel, on the page in front, and what was learnt is kept for its host', async () => {
    expect(await begin()).toMatchObject({ started: true });
    expect(injected).toEqual([{ target: { tabId: 1 }, files: ['/teach.js'] }]);
    expect(await setting.page('page.lesson', {})).toMatchObject({ words: { keep: 'Keep for me' } });
    expect(await teach()).toEqual({ text: expect.stringContaining('Kept') });
    expect(await taughtSites()).toEqual([RULE]);
    expect((await setting.page('page.site', {}))?.sites.map(({ id }) => id)).toEqual([HOST]);
  });

  test('[OVR5] a second about the same view replaces the first, another view stands beside it', async () => {
    for (const rows of [['li'], ['tr']]) {
      await begin();
      await setting.page('page.taught', { view: { ...VIEW, rows, people: ['a'] }, share: false });
    }
    await begin();
    await setting.page('page.taught', {
      view: { view: 'record', rows: ['h1'], address: 'text' },
      share: false,
    });
    expect((await taughtSites())[0]?.views?.map(({ view, rows }) => [view, rows])).toEqual([
      ['record', ['h1']],
      ['list', ['tr']],
    ]);
  });

  test('[OVR2] nobody teaches a page the person did not begin on, nor twice, nor an hour later', async () => {
    expect(await teach()).toBeUndefined();
    expect(await setting.page('page.lesson', {})).toBeNull();
    await begin();
    expect(await teach(false, 2)).toBeUndefined();
    expect(
      await setting.send(
        { type: 'panel.teach', ask: {} },
        { url: `${MAIL_SITE}/x`, tab: { id: 1 } as never },
      ),
    ).toBeUndefined();
    vi.setSystemTime(NOW + 20 * MINUTE_MS);
    expect(await teach()).toBeUndefined();
    vi.setSystemTime(NOW);
    await begin();
    await teach();
    expect(await teach()).toBeUndefined();
  });

  test('[PRI2] only where the person let us in, and told what to do otherwise', async () => {
    open = [{ id: 1, url: 'https://elsewhere.example/' }];
    expect(await begin()).toMatchObject({ started: false, text: expect.stringContaining('Let it in') });
    open = [];
    expect(await begin('https://crm.example/*')).toMatchObject({
      started: false,
      text: expect.stringContaining('Open a page'),
    });
    expect(injected).toEqual([]);
  });

  test('[OVR5] what was taught can be forgotten', async () => {
    await begin();
    await teach();
    expect(await setting.panel('panel.taught', {})).toEqual({ sites: [{ id: HOST, name: HOST }] });
    expect(await setting.panel('panel.taught', { forget: HOST })).toEqual({ sites: [] });
  });
});

describe('offered to everybody', () => {
  test('[OVR5][TGT7] by somebody of sales: as a proposal that holds what was learnt', async () => {
    await begin();
    expect(await setting.page('page.lesson', {})).toMatchObject({
      share: expect.stringContaining('propose'),
    });
    answers = [new Response(null, { status: 503 })];
    await teach(true);
    const [asked] = requests;
    expect(asked).toMatchObject({
      method: 'POST',
      path: '/v1/proposals',
      body: { about: { kind: 'other' } },
    });
    expect(JSON.parse(String(asked?.body['text']))).toEqual(RULE);
  });

  test('[OVR5][DEF1] by an admin: into the draft, on top of what it says, whatever that is', async () => {
    await as('admin');
    const definitions = {
      title: 'Draft',
      later: { than: 'us' },
      sites: [
        { id: 'gmail', off: true },
        { ...RULE, label: 'Old' },
      ],
    };
    answers = [Response.json({ hash: 'h1', definitions }), Response.json({ hash: 'h2', definitions })];
    await begin();
    expect(await teach(true)).toEqual({ text: expect.stringContaining('draft') });
    expect(requests[1]).toMatchObject({ method: 'PUT', path: '/v1/definitions/draft', ifMatch: '"h1"' });
    expect(requests[1]?.body).toEqual({
      definitions: { ...definitions, sites: [{ id: 'gmail', off: true }, RULE] },
    });
  });

  test('[DEF1] without a draft it begins one from what is in force', async () => {
    await as('admin');
    answers = [problem(404), Response.json({ hash: 'h2', definitions: {} })];
    await begin();
    expect(await teach(true)).toEqual({ text: expect.stringContaining('draft') });
    expect(requests[1]).toMatchObject({
      method: 'PUT',
      ifMatch: null,
      body: { definitions: { sites: [RULE] } },
    });
    expect(Object.keys((requests[1]?.body['definitions'] ?? {}) as object)).toContain('policies');
  });

  test('[DEF1] somebody saved it meanwhile: read again, saved on top of theirs', async () => {
    await as('manager');
    const draft = (hash: string) => Response.json({ hash, definitions: { title: hash } });
    answers = [draft('h1'), problem(412), draft('h2'), draft('h3')];
    await begin();
    expect(await teach(true)).toEqual({ text: expect.stringContaining('draft') });
    expect(requests.at(-1)).toMatchObject({ ifMatch: '"h2"', body: { definitions: { title: 'h2' } } });
  });

  test('[OVR5] a workspace that does not answer loses nothing of the person’s own', async () => {
    await as('admin');
    await begin();
    expect(await teach(true)).toEqual({ text: expect.stringContaining('Kept for you') });
    expect(await taughtSites()).toEqual([RULE]);
  });
});
