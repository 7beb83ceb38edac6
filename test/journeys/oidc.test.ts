/** Signing in with the company's own account: a real provider, the real worker, a browser's steps. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import getPort from 'get-port';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { request, setUp, type Api } from '../support/api.ts';
import { CookieJar } from '../support/cookieJar.ts';
import {
  macedWith,
  newSigningKey,
  type Parts,
  partsOf,
  publicJwk,
  publicPem,
  signedBy,
  tokenOf,
} from '../support/idTokens.ts';
import { CLIENT, startProvider, type RunningProvider } from '../support/oidcProvider.ts';
import { startWorker, type RunningWorker } from '../support/worker.ts';

const SETUP_TOKEN = 'the-setup-token-of-this-test';
const ACCOUNTS = {
  sam: { email: 'Sam@Company.example', email_verified: true },
  eve: { email: 'eve@company.example', email_verified: true },
  mallory: { email: 'sam@company.example', email_verified: false },
} as const;

const dir = mkdtempSync(join(tmpdir(), 'combinado-oidc-'));
let worker: RunningWorker;
let provider: RunningProvider;
let admin: Api;
let sam: string;

async function open(emailInToken: boolean): Promise<void> {
  const [port, issuerPort] = [await getPort(), await getPort()];
  const origin = `http://127.0.0.1:${port}`;
  const redirectUri = `${origin}/v1/oidc/callback`;
  provider = await startProvider(issuerPort, { redirectUri, accounts: ACCOUNTS, emailInToken });
  worker = await startWorker({
    dir: mkdtempSync(join(dir, 'worker-')),
    port,
    reachesPrivate: true,
    vars: {
      SETUP_TOKEN,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      COMBINADO_RATE: '40',
    },
    log: () => undefined,
  });
  const body = { workspace: 'Company', language: 'en', admin: { name: 'Ada' } } as const;
  admin = { origin, token: (await setUp(origin, SETUP_TOKEN, body)).token };
  const member = { name: 'Sam', side: 'sales', role: 'sdr', email: 'sam@company.EXAMPLE' };
  ({ id: sam } = (await request(admin, 'POST /v1/members', { body: member })) as { id: string });
}

async function close(): Promise<void> {
  await worker.stop();
  await provider.stop();
}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const isCallback = (url: string) => url.startsWith(`${worker.origin}/v1/oidc/callback`);
const session = (jar: CookieJar) => jar.cookiesOf(worker.origin).get('__Host-combinado');

/** Up to the redirect that would bring the person back. */
async function atProvider(jar: CookieJar, name: string, query = ''): Promise<string> {
  let page = await jar.follow(`${worker.origin}/v1/oidc/start${query}`, isCallback);
  const forms: Record<string, string>[] = [
    { prompt: 'login', login: name, password: 'any' },
    { prompt: 'consent' },
  ];
  for (const form of forms) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const posted = await jar.visit(new URL(action, page.url).href, form);
    page = await jar.follow(posted.location ?? '', isCallback);
    if (page.location !== null) return page.location;
  }
  throw new Error(`never came back: ${page.text.slice(0, 500)}`);
}

describe.each([
  ['which tells the address when asked', false],
  ['which puts the address in its token', true],
] as const)('[ACC4] a provider %s', (_, emailInToken) => {
  beforeAll(() => open(emailInToken));
  afterAll(close);

  test('signs in the member an admin gave that address, in a cookie of this origin', async () => {
    const jar = new CookieJar();
    const page = await jar.visit(await atProvider(jar, 'sam'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('You are signed in as Sam.');
    const me = await fetch(`${worker.origin}/v1/me`, {
      headers: { Cookie: `__Host-combinado=${session(jar)}` },
    });
    expect(await me.json()).toMatchObject({ memberId: sam, role: 'sdr' });
    expect(jar.cookiesOf(worker.origin).has('__Host-combinado-oidc')).toBe(false);
  });

  test('signs in nobody by an address nobody has, or nobody verified', async () => {
    for (const name of ['eve', 'mallory']) {
      const jar = new CookieJar();
      const page = await jar.visit(await atProvider(jar, name));
      expect(page.status).toBe(401);
      expect(session(jar)).toBeUndefined();
    }
  });
});

describe('[ACC4] signing in with the company’s account', () => {
  beforeAll(() => open(false));
  afterAll(close);

  test('goes on to where the person was', async () => {
    const jar = new CookieJar();
    const asked = new URLSearchParams({
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:1/',
      code_challenge: 'c'.repeat(43),
      code_challenge_method: 'S256',
    });
    const first = await jar.visit(`${worker.origin}/v1/authorize?${asked}`);
    expect(first.status).toBe(401);
    const link = /href="(\/v1\/oidc\/start[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const back = await jar.visit(await atProvider(jar, 'sam', new URL(link, worker.origin).search));
    expect(back.location).toBe(`${worker.origin}/v1/authorize?${asked}`);
    const consent = await jar.visit(back.location ?? '');
    expect(consent.text).toContain('Connect the extension?');
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/sample', '/v1/pair/new/../x'])(
    'and never to %s',
    async (to) => {
      const answer = await fetch(`${worker.origin}/v1/oidc/start?${new URLSearchParams({ to })}`, {
        redirect: 'manual',
      });
      expect(answer.status).toBe(422);
    },
  );

  test('is not finished in another browser, with another state, or twice', async () => {
    const jar = new CookieJar();
    const callback = await atProvider(jar, 'sam');
    const victim = new CookieJar();
    expect((await victim.visit(callback)).status).toBe(401);
    expect(session(victim)).toBeUndefined();
    const other = new URL(callback);
    other.searchParams.set('state', 'x'.repeat(43));
    expect((await jar.visit(other.href)).status).toBe(401);
    expect(session(jar)).toBeUndefined();

    const good = new CookieJar();
    const own = await atProvider(good, 'sam');
    expect((await good.visit(own)).status).toBe(200);
    expect((await good.visit(own)).status).toBe(401);
  });

  test('of another workspace leads nowhere, as of one that does not exist', async () => {
    const jar = new CookieJar();
    const page = await jar.visit(await atProvider(jar, 'sam', '?workspace=222222222222'));
    expect(page.status).toBe(401);
    expect(session(jar)).toBeUndefined();
  });

  test('says so when the provider does not answer', async () => {
    await provider.stop();
    const page = await fetch(`${worker.origin}/v1/oidc/start`, { redirect: 'manual' });
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('does not answer');
    provider = { ...provider, stop: async () => undefined };
  });
});

describe('[ACC4] an ID token', () => {
  beforeAll(() => open(true));
  afterAll(close);
  afterEach(() => provider.forge(null));

  /** Eve, whom nobody here knows, comes back with what says that she is Sam. */
  async function comeBackWith(forge: (token: Parts) => string) {
    let forged = 0;
    provider.forge((token) => {
      forged += 1;
      const { claims, ...rest } = partsOf(token);
      const asSam = { ...claims, email: 'sam@company.example', email_verified: true };
      return forge({ ...rest, claims: asSam });
    });
    const jar = new CookieJar();
    const { status } = await jar.visit(await atProvider(jar, 'eve'));
    expect(forged).toBe(1);
    return { status, session: session(jar) };
  }
  const stranger = newSigningKey('of-the-provider');
  const seconds = () => Math.floor(Date.now() / 1_000);

  test('that the provider itself signed is believed: what follows is refused for what is wrong with it', async () => {
    const back = await comeBackWith((token) => signedBy(provider.key, token));
    expect(back.status).toBe(200);
    expect(back.session).toBeDefined();
  });

  test.each<[string, (token: Parts) => string]>([
    ['whose claims were changed under its signature', tokenOf],
    ['signed with another key under the name of the provider’s', (token) => signedBy(stranger, token)],
    [
      'signed with a key it brings itself',
      ({ header, claims }) =>
        signedBy(stranger, { header: { ...header, kid: 'mine', jwk: publicJwk(stranger) }, claims }),
    ],
    [
      'signed with a key nobody published',
      ({ header, claims }) => signedBy(stranger, { header: { ...header, kid: 'mine' }, claims }),
    ],
    [
      'that says it needs no signature',
      (token) => tokenOf({ ...token, header: { alg: 'none' }, signature: '' }),
    ],
    [
      'that says it needs none, in other letters, and has one',
      (token) => tokenOf({ ...token, header: { ...token.header, alg: 'nOnE' } }),
    ],
    [
      'whose secret is the public key, as a file',
      ({ header, claims }) =>
        macedWith(publicPem(provider.key), { header: { ...header, alg: 'HS256' }, claims }),
    ],
    [
      'whose secret is the public key, as it is published',
      ({ header, claims }) =>
        macedWith(JSON.stringify(publicJwk(provider.key)), { header: { ...header, alg: 'HS256' }, claims }),
    ],
    [
      'whose secret is the client’s own',
      ({ header, claims }) => macedWith(CLIENT.secret, { header: { ...header, alg: 'HS256' }, claims }),
    ],
    ['without a signature', (token) => tokenOf({ ...token, signature: '' })],
    ['of two parts', (token) => tokenOf(token).split('.').slice(0, 2).join('.')],
  ])('%s signs nobody in', async (_, forge) => {
    expect(await comeBackWith(forge)).toEqual({ status: 401, session: undefined });
  });

  test.each<[string, () => Readonly<Record<string, unknown>>]>([
    ['for another client', () => ({ aud: 'somebody-else' })],
    ['for several clients, asked for by another', () => ({ aud: [CLIENT.id, 'other'], azp: 'other' })],
    ['of another issuer', () => ({ iss: 'https://other.example' })],
    ['for another sign-in', () => ({ nonce: 'n'.repeat(43) })],
    ['for no sign-in in particular', () => ({ nonce: undefined })],
    ['that has run out', () => ({ iat: seconds() - 7_200, exp: seconds() - 3_600 })],
    ['that never runs out', () => ({ exp: undefined })],
    ['that holds from tomorrow', () => ({ nbf: seconds() + 86_400 })],
    ['about nobody', () => ({ sub: undefined })],
  ])('%s signs nobody in, though the provider signed it', async (_, wrong) => {
    const back = await comeBackWith(({ header, claims }) =>
      signedBy(provider.key, { header, claims: { ...claims, ...wrong() } }),
    );
    expect(back).toEqual({ status: 401, session: undefined });
  });
});

describe('a worker on real time', () => {
  beforeAll(() => open(false));
  afterAll(close);

  test('[ACC4] `npm run recover` makes a link for a locked-out admin', async () => {
    await request(admin, 'DELETE /v1/devices');
    const script = resolve(import.meta.dirname, '../start/recover.ts');
    const run = (token: string) =>
      spawnSync(process.execPath, [script, '--url', worker.origin], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'en_US.UTF-8', RECOVERY_TOKEN: token },
      });
    expect(run('wrong')).toMatchObject({ status: 1, stdout: '' });
    const { status, stdout } = run(SETUP_TOKEN);
    expect(status).toBe(0);
    const link = /http\S+\/join#\S+/.exec(stdout)?.[0] ?? '';
    const accepted = await fetch(`${worker.origin}/v1/invites/accept`, {
      method: 'POST',
      headers: { Origin: worker.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
    });
    expect(await accepted.json()).toMatchObject({ name: 'Ada' });
    admin = { ...admin, token: '' };
    const cookie = accepted.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => fetch(`${worker.origin}/v1/me`, { headers: { Cookie: cookie } })),
    );
    const busy = answers.filter(({ status: said }) => said === 429);
    expect(busy.length).toBe(20);
    expect(Number(busy[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});
