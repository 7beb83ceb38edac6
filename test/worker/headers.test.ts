import { describe, expect, test } from 'vitest';
import { openSession, openWorkspace, send, type Sent } from './api.ts';

function policyOf(response: Response): Map<string, string> {
  const text = response.headers.get('Content-Security-Policy') ?? '';
  return new Map(
    text.split(';').flatMap((part) => {
      const [name = '', ...rest] = part.trim().split(' ');
      return name === '' ? [] : [[name, rest.join(' ')] as const];
    }),
  );
}

const ANSWERS: readonly (readonly [string, string, Sent])[] = [
  ['GET', '/healthz', {}],
  ['GET', '/v1/openapi.json', {}],
  ['GET', '/v1/members', {}],
  ['GET', '/v1/nothing', {}],
  ['PUT', '/healthz', { body: {} }],
  ['POST', '/v1/setup', { body: {} }],
  ['GET', '/join', {}],
  ['GET', '/v1/pair/new', {}],
  ['GET', '/v1/oidc/start', {}],
  ['GET', '/v1/oidc/callback', {}],
];

describe('[ACC4] every page and answer says what it may do: nothing it does not need', () => {
  test.each(ANSWERS)('%s %s', async (method, path, sent) => {
    const response = await send(method, path, sent);
    const policy = policyOf(response);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    for (const value of policy.values()) expect(value).not.toMatch(/unsafe|https?:(?!\/\/)|\*/);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('X-Frame-Options')).toBe('DENY');
    expect(response.headers.get('Strict-Transport-Security')).toContain('max-age=');
    expect(response.headers.get('Referrer-Policy')).toBe('same-origin');
  });

  test('a page’s scripts and styles carry a nonce of that answer alone', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const nonces = await Promise.all(
      ['/join', '/join', '/v1/pair/new'].map(async (path) => {
        const response = await send('GET', path, { headers: { Cookie: cookie } });
        const nonce = /'nonce-([^']+)'/.exec(policyOf(response).get('script-src') ?? '')?.[1];
        const page = await response.text();
        for (const [tag] of page.matchAll(/<(?:script|style)\b[^>]*>/g))
          expect(tag).toContain(`nonce="${nonce}"`);
        expect(page).not.toMatch(/\son\w+=|style="/);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
  });
});
