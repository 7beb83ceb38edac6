// @vitest-environment node
/** Signing in without a password: the window with PKCE, the code, the address as people type it. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { originOf, patternOf } from '../../../extension/replica/origin.ts';
import { readSession } from '../../../extension/replica/session.ts';
import { rowsOf } from '../../../extension/replica/outbox.ts';
import { MEMBER, ORIGIN, TOKEN } from './fakeWorker.ts';
import { NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/signed-in';
let setting: Setting;
/** What the sign-in page was opened with, and what it sends back. */
let opened: URL;
let comesBack: (asked: URL) => Promise<string>;
/** Bodies posted to the two open endpoints. */
let posted: { readonly path: string; readonly body: Record<string, string> }[];

beforeEach(async () => {
  setting = await setUp();
  await setting.panel('panel.disconnect', {});
  posted = [];
  comesBack = async (asked) => `${REDIRECT}?code=c1&state=${asked.searchParams.get('state')}`;
  fakeBrowser.identity.getRedirectURL = () => REDIRECT;
  fakeBrowser.identity.launchWebAuthFlow = (async ({ url }: { url: string }) => {
    opened = new URL(url);
    return comesBack(opened);
  }) as typeof fakeBrowser.identity.launchWebAuthFlow;
  const worker = fetch;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const { pathname } = new URL(input);
    if (pathname !== '/v1/token' && pathname !== '/v1/pair') return worker(input, init);
    const body = JSON.parse(String(init.body)) as Record<string, string>;
    posted.push({ path: pathname, body });
    if (body['code'] === 'wrong')
      return Response.json(
        { type: 'urn:combinado:problem:gone', title: 'Gone', status: 410 },
        { status: 410 },
      );
    return Response.json({ token: TOKEN, workspaceId: 'w1', memberId: 'bruno' });
  });
});
afterEach(() => setting.close());

const connect = (origin = ORIGIN) => setting.panel('panel.connect', { origin });

describe('the window', () => {
  test('[ACC4] a code bound to this device’s challenge becomes the session, and the copy follows', async () => {
    expect(await connect('combinado.test')).toMatchObject({
      state: 'signed_in',
      name: 'Bruno',
      workspace: 'Clinic Co',
    });
    expect(opened.href.startsWith(`${ORIGIN}/v1/authorize?`)).toBe(true);
    expect(opened.searchParams.get('code_challenge_method')).toBe('S256');
    const [exchange] = posted;
    expect(exchange?.path).toBe('/v1/token');
    expect(exchange?.body['redirect_uri']).toBe(REDIRECT);
    const hashed = createHash('sha256')
      .update(exchange?.body['code_verifier'] ?? '')
      .digest('base64url');
    expect(hashed).toBe(opened.searchParams.get('code_challenge'));
    expect(await readSession()).toEqual({
      origin: ORIGIN,
      token: TOKEN,
      workspaceId: 'w1',
      memberId: 'bruno',
      tokenAt: NOW,
    });
    expect(await setting.replica.database.count('leads')).toBe(1);
  });

  test('[ACC4] an answer with another state signs nobody in', async () => {
    comesBack = async () => `${REDIRECT}?code=c1&state=theirs`;
    expect(await connect()).toMatchObject({ state: 'signed_out' });
    expect(posted).toEqual([]);
  });

  test.each([
    ['closed by the person', 'The user did not approve access.', 'closed'],
    ['that this browser cannot open', 'Not supported here', 'pairing code'],
    ['whose page cannot be loaded', 'Authorization page could not be loaded.', 'No answer'],
  ])('[ACC4] a window %s is said with a next step', async (_, error, says) => {
    comesBack = async () => {
      throw new Error(error);
    };
    expect(await connect()).toMatchObject({ state: 'signed_out', message: expect.stringContaining(says) });
  });

  test('[ATT2] what a member left behind goes out when the same member comes back', async () => {
    await connect();
    setting.worker.offline = true;
    await setting.panel('panel.log', { leadId: 'lead-1', channel: 'call', outcome: 'no_answer' });
    await setting.panel('panel.disconnect', {});
    expect(await rowsOf(setting.replica.database, MEMBER)).toEqual([]);
    setting.worker.offline = false;
    await connect();
    expect(setting.worker.attemptsOf('lead-1')).toHaveLength(1);
  });
});

describe('the pairing code', () => {
  test('[ACC4] signs in where no window opens, spaces or not', async () => {
    const connection = await setting.panel('panel.pair', { origin: ORIGIN, code: 'w1-ABCD 2345' });
    expect(connection).toMatchObject({ state: 'signed_in' });
    expect(posted).toMatchObject([{ path: '/v1/pair', body: { code: 'w1-ABCD2345' } }]);
  });

  test('[ACC4] a wrong one is said so', async () => {
    const connection = await setting.panel('panel.pair', { origin: ORIGIN, code: 'wrong' });
    expect(connection).toMatchObject({
      state: 'signed_out',
      message: expect.stringContaining('code is wrong'),
    });
  });
});

describe('the address', () => {
  test.each([
    ['combinado.example.com', { origin: 'https://combinado.example.com' }],
    ['  https://Combinado.example.com/some/page ', { origin: 'https://combinado.example.com' }],
    ['127.0.0.1:8787', { origin: 'http://127.0.0.1:8787' }],
    ['http://localhost:8787', { origin: 'http://localhost:8787' }],
    ['http://combinado.example.com', { problem: 'insecure' }],
    ['http://192.168.1.5:8787', { problem: 'insecure' }],
    ['', { problem: 'not_an_address' }],
    ['not an address', { problem: 'not_an_address' }],
    ['javascript:alert(1)', { problem: 'not_an_address' }],
    ['https://me:secret@combinado.example.com', { problem: 'not_an_address' }],
  ])('[ACC4] %j', (typed, expected) => {
    expect(originOf(typed)).toEqual(expected);
  });

  test('[PRI2] a site typed by its address becomes a whole host and nothing wider', () => {
    expect(patternOf('mail.example.com')).toBe('https://mail.example.com/*');
    expect(patternOf('http://10.0.0.3:8081/roundcube/')).toBe('http://10.0.0.3/*');
    expect(patternOf('ftp://example.com')).toBeUndefined();
    expect(patternOf(' ')).toBeUndefined();
  });
});
