/** The console's page: for whoever is signed in, under a policy without inline script or style. */
import { describe, expect, test } from 'vitest';
import { openSession, openWorkspace, send } from './api.ts';

async function pageOf(path: string) {
  const workspace = await openWorkspace();
  const cookie = await openSession(workspace.admin, workspace.adminId);
  return send('GET', path, { headers: { Cookie: cookie } });
}

describe('the console', () => {
  test.each(['/console', '/console/today', '/console/leads/some-lead', '/console/a/b/c'])(
    'is one page at %s',
    async (path) => {
      const response = await pageOf(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toContain('text/html');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|nonce|\*|https?:/);
      const text = await response.text();
      expect(text).not.toMatch(/<style|style="|\son\w+=|<script(?![^>]* src=)/);
    },
  );

  test('[ACC4] says how to sign in to whoever is not, in their language', async () => {
    const response = await send('GET', '/console/today', { headers: { 'Accept-Language': 'pt-BR' } });
    expect(response.status).toBe(401);
    const text = await response.text();
    expect(text).toContain('link de convite');
    expect(text).not.toContain('/console/assets/');
  });

  test('is made of files of this worker, kept for good by their names', async () => {
    const text = await (await pageOf('/console')).text();
    const files = [...text.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      const response = await send('GET', path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('Content-Type')).toMatch(/^text\/(?:javascript|css)/);
      expect(response.headers.get('Cache-Control')).toContain('immutable');
    }
    const page = await send('GET', '/console/assets/..%2Findex.html');
    expect(page.status).toBe(404);
    expect((await send('GET', '/console/assets/sources.json')).status).toBe(404);
  });

  test('is where the address alone leads', async () => {
    const response = await send('GET', '/');
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/console']);
  });
});
