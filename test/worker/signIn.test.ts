import { expect, test, describe } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { challengeOf } from '../support/challenge.ts';
import { addPerson, json, MONDAY, openSession, openWorkspace, ORIGIN, send, signIn } from './api.ts';

const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/combinado';
const VERIFIER = 'v'.repeat(64);

async function request(change: Record<string, string> = {}): Promise<URLSearchParams> {
  return new URLSearchParams({
    response_type: 'code',
    redirect_uri: REDIRECT,
    code_challenge: await challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    state: 'abc',
    ...change,
  });
}

/** Says yes on the consent page; answers where the browser is sent. */
async function consent(cookie: string, now = MONDAY, change: Record<string, string> = {}): Promise<Response> {
  return send('POST', '/v1/authorize', {
    now,
    raw: String(await request(change)),
    headers: { Cookie: cookie, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
}

async function codeFor(cookie: string, now = MONDAY): Promise<string> {
  const back = new URL((await consent(cookie, now)).headers.get('Location') ?? '');
  return back.searchParams.get('code') ?? '';
}

function exchange(code: string, change: object = {}, now = MONDAY): Promise<Response> {
  const body = {
    grant_type: 'authorization_code',
    code,
    code_verifier: VERIFIER,
    redirect_uri: REDIRECT,
    device: 'Chromium on a laptop',
    ...change,
  };
  return send('POST', '/v1/token', { body, now });
}

describe('[ACC4] an invite', () => {
  test('opens one session, in a cookie no script and no other host can read', async () => {
    const { admin, adminId } = await openWorkspace();
    const { link } = await json('POST', '/v1/invites', { token: admin, body: { memberId: adminId } });
    const url = new URL(link);
    expect([url.pathname, url.search]).toEqual(['/join', '']);
    const accept = () =>
      send('POST', '/v1/invites/accept', { body: { token: url.hash.slice(1) }, headers: { Origin: ORIGIN } });
    const accepted = await accept();
    expect(accepted.status).toBe(200);
    const cookie = accepted.headers.get('Set-Cookie') ?? '';
    for (const word of ['__Host-combinado=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(word);
    expect(cookie).not.toContain('Domain');
    expect((await accept()).status).toBe(410);
  });

  test('is good for 72 hours', async () => {
    const { admin, adminId } = await openWorkspace();
    const body = { memberId: adminId };
    for (const [wait, status] of [
      [72 * HOUR_MS - 1, 200],
      [72 * HOUR_MS, 410],
    ] as const) {
      const { link, expiresAt } = await json('POST', '/v1/invites', { token: admin, body });
      expect(expiresAt).toBe(MONDAY + 72 * HOUR_MS);
      const accepted = await send('POST', '/v1/invites/accept', {
        body: { token: new URL(link).hash.slice(1) },
        headers: { Origin: ORIGIN },
        now: MONDAY + wait,
      });
      expect(accepted.status).toBe(status);
    }
  });

  test('is posted by a page that says it may load nothing', async () => {
    const page = await send('GET', '/join', { headers: { 'Accept-Language': 'pt-BR,pt;q=0.9' } });
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('lang="pt-BR"');
  });
});

describe('[ACC4] the web-auth flow with PKCE', () => {
  test('gives a device token of the person who said yes', async () => {
    const workspace = await openWorkspace();
    const person = await addPerson(workspace, { name: 'Sam <b>' });
    const cookie = await openSession(workspace.admin, person.id);
    const page = await send('GET', `/v1/authorize?${await request()}`, { headers: { Cookie: cookie } });
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('Sam &lt;b&gt;');
    const csp = page.headers.get('Content-Security-Policy');
    expect(csp).toContain("form-action 'self' https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org");

    const redirected = await consent(cookie);
    expect(redirected.status).toBe(303);
    const back = new URL(redirected.headers.get('Location') ?? '');
    expect(back.searchParams.get('state')).toBe('abc');
    const given = await exchange(back.searchParams.get('code') ?? '');
    const { token, memberId } = await given.json<{ token: string; memberId: string }>();
    expect(memberId).toBe(person.id);
    expect(await json('GET', '/v1/me', { token })).toMatchObject({ name: 'Sam <b>', role: 'sdr' });
  });

  test('without a session shows a page, and no code', async () => {
    const page = await send('GET', `/v1/authorize?${await request()}`);
    expect(page.status).toBe(401);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect((await consent('')).headers.get('Location')).toBeNull();
  });

  test.each([
    ['another verifier', { code_verifier: 'w'.repeat(64) }],
    ['another address', { redirect_uri: 'http://127.0.0.1:9/' }],
  ])('refuses the code with %s', async (_, change) => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    expect((await exchange(await codeFor(cookie), change)).status).toBe(410);
  });

  test('refuses a code after a minute', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const code = await codeFor(cookie);
    expect((await exchange(code, {}, MONDAY + MINUTE_MS)).status).toBe(410);
  });

  test('takes back what a code gave when it is shown twice', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const code = await codeFor(cookie);
    const { token } = await (await exchange(code)).json<{ token: string }>();
    expect((await send('GET', '/v1/me', { token })).status).toBe(200);
    expect((await exchange(code)).status).toBe(410);
    expect((await send('GET', '/v1/me', { token })).status).toBe(401);
  });

  test.each([
    'https://evil.example/',
    'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org.evil.example/',
    'https://abcdefghijklmnopabcdefghijklmnop.evil.org/?chromiumapp.org/',
    'https://short.chromiumapp.org/',
    'http://192.168.1.7:8787/',
    'javascript:alert(1)//127.0.0.1/',
    'http://127.0.0.1@evil.example/',
  ])('sends no code to %s', async (redirect) => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const response = await consent(cookie, MONDAY, { redirect_uri: redirect });
    expect(response.status).toBe(422);
    expect(response.headers.get('Location')).toBeNull();
  });

  test.each(['http://127.0.0.1:8123/back', `https://${'0a'.repeat(20)}.extensions.allizom.org/`])(
    'may send one to %s',
    async (redirect) => {
      const workspace = await openWorkspace();
      const cookie = await openSession(workspace.admin, workspace.adminId);
      const response = await consent(cookie, MONDAY, { redirect_uri: redirect });
      expect(response.headers.get('Location')).toMatch(/[?&]code=cmbc_/);
    },
  );

  test.each([['another origin', 'https://evil.example'] as const, ['none', undefined] as const])(
    'is not agreed to by a page of %s',
    async (_, origin) => {
      const workspace = await openWorkspace();
      const cookie = await openSession(workspace.admin, workspace.adminId);
      const response = await send('POST', '/v1/authorize', {
        raw: String(await request()),
        headers: {
          Cookie: cookie,
          'Content-Type': 'application/x-www-form-urlencoded',
          ...(origin ? { Origin: origin } : {}),
        },
      });
      expect(response.status).toBe(403);
    },
  );
});

describe('[ACC4] a pairing code', () => {
  async function pairing() {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const page = await send('POST', '/v1/pair/new', { headers: { Cookie: cookie, Origin: ORIGIN } });
    const code = /class="code">([^<]+)</.exec(await page.text())?.[1] ?? '';
    return { ...workspace, code };
  }
  const pair = (code: string, now = MONDAY) => send('POST', '/v1/pair', { body: { code }, now });
  const wrong = (code: string) => `${code.slice(0, -8)}22222222`;

  test('has eight characters, works in either case, once', async () => {
    const { code } = await pairing();
    expect(code).toMatch(/^[2-9a-z]{12}-[2-9A-Z]{8}$/);
    expect((await pair(` ${code.toLowerCase()} `)).status).toBe(200);
    expect((await pair(code)).status).toBe(410);
  });

  test('lasts five minutes', async () => {
    const { code } = await pairing();
    expect((await pair(code, MONDAY + 5 * MINUTE_MS)).status).toBe(410);
    expect((await pair(code, MONDAY + 5 * MINUTE_MS - 1)).status).toBe(200);
  });

  test('is void after five wrong tries', async () => {
    const { code } = await pairing();
    for (let tries = 0; tries < 4; tries += 1) expect((await pair(wrong(code))).status).toBe(410);
    const other = await pairing();
    expect((await pair(other.code)).status).toBe(200);
    expect((await pair(wrong(code))).status).toBe(410);
    expect((await pair(code)).status).toBe(410);
  });
});

describe('[ACC4] devices', () => {
  test('are listed to their owner and to the admin, never with a secret', async () => {
    const workspace = await openWorkspace();
    const person = await addPerson(workspace);
    const mine = await json('GET', '/v1/devices', { token: person.token });
    expect(new Set(mine.devices.map(({ memberId }: { memberId: string }) => memberId))).toEqual(
      new Set([person.id]),
    );
    expect(JSON.stringify(mine)).not.toContain('hash');
    const all = await json('GET', '/v1/devices', { token: workspace.admin });
    expect(all.devices.length).toBeGreaterThan(mine.devices.length);
  });

  test('signing out makes the token worthless', async () => {
    const workspace = await openWorkspace();
    const { token } = await addPerson(workspace);
    expect((await send('DELETE', '/v1/session', { token })).status).toBe(204);
    expect((await send('GET', '/v1/me', { token })).status).toBe(401);
  });

  test("one may not revoke a colleague's; an admin may", async () => {
    const workspace = await openWorkspace();
    const sam = await addPerson(workspace, { name: 'Sam' });
    const eve = await addPerson(workspace, { name: 'Eve' });
    const { devices } = await json('GET', '/v1/devices', { token: sam.token });
    const id = devices.find(({ current }: { current: boolean }) => current).id;
    expect((await send('DELETE', `/v1/devices/${id}`, { token: eve.token })).status).toBe(404);
    expect((await send('DELETE', `/v1/devices/${id}`, { token: workspace.admin })).status).toBe(204);
    expect((await send('GET', '/v1/me', { token: sam.token })).status).toBe(401);
  });

  test('a page session in use ends after 30 days and is no bearer token', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const token = cookie.split('=')[1];
    expect((await send('GET', '/v1/me', { token })).status).toBe(401);
    const later = (now: number) => send('GET', '/v1/pair/new', { headers: { Cookie: cookie }, now });
    for (const day of [6, 12, 18, 24]) expect((await later(MONDAY + day * DAY_MS)).status).toBe(200);
    expect((await later(MONDAY + 30 * DAY_MS - 1)).status).toBe(200);
    expect((await later(MONDAY + 30 * DAY_MS)).status).toBe(401);
  });

  test('a page session nobody uses for a week ends, to the hour', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const later = (now: number) => send('GET', '/v1/pair/new', { headers: { Cookie: cookie }, now });
    expect((await later(MONDAY + HOUR_MS)).status).toBe(200);
    expect((await later(MONDAY + HOUR_MS + 7 * DAY_MS - 1)).status).toBe(200);
    expect((await later(MONDAY + HOUR_MS + 14 * DAY_MS)).status).toBe(401);
  });
});

test('[ACC1] the secret of a token is stored nowhere', async () => {
  const workspace = await openWorkspace();
  const token = await signIn(workspace.admin, workspace.adminId);
  expect(token).toMatch(/^cmb_[2-9a-z]{12}_[\w-]{43}$/);
  const { dump } = await import('./database.ts');
  const everything = await dump(workspace.workspaceId);
  expect(everything).toContain('devices');
  expect(everything).not.toContain(token.split('_').slice(2).join('_'));
});
