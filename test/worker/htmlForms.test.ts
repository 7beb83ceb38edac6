/** Plain HTML forms as browsers send them: both encodings, files, traps for robots, and where people go next. */
import { describe, expect, test } from 'vitest';
import { json, MONDAY, openWorkspace, ORIGIN, send, type Opened } from './api.ts';

const SITE = 'https://www.acme.example';
const BROWSER = { Accept: 'text/html,application/xhtml+xml', Origin: SITE };

async function open() {
  const workspace = await openWorkspace();
  const mapping = { emails: ['/email'], fields: { name: { from: '/name' } } };
  const body = { kind: 'form', label: 'Site', mapping };
  const { url } = await json('POST', '/v1/hooks', { token: workspace.admin, body });
  const post = (raw: string, type: string, headers: Record<string, string> = BROWSER) =>
    send('POST', String(url).slice(ORIGIN.length), {
      raw,
      now: MONDAY,
      headers: { 'Content-Type': type, ...headers },
    });
  return { workspace, post };
}
const leadsOf = async ({ admin }: Opened) =>
  (await json('GET', '/v1/leads', { token: admin, now: MONDAY })).leads as { name: string | null }[];

const URLENCODED = 'application/x-www-form-urlencoded';
const multipart = (parts: readonly string[]) =>
  `${parts.map((part) => `--cut\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--cut--\r\n`;

describe('[ACC5] a plain form', () => {
  test.each([
    ['URL-encoded', 'email=ana%40acme.example&name=Ana+Sim%C3%B5es', URLENCODED],
    [
      'multipart, with a file nobody asked for',
      multipart([
        'name="email"\r\n\r\nana@acme.example',
        'name="name"\r\n\r\nAna Simões',
        'name="cv"; filename="cv.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7',
      ]),
      'multipart/form-data; boundary=cut',
    ],
  ])('comes in as browsers send it: %s', async (_, raw, type) => {
    const { workspace, post } = await open();
    const answer = await post(raw, type);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(await answer.text()).toContain('Thank you');
    expect(await leadsOf(workspace)).toMatchObject([{ name: 'Ana Simões' }]);
  });

  test('whoever sent it reads their own language; a program gets an answer', async () => {
    const { post } = await open();
    const portuguese = await post('email=a%40acme.example', URLENCODED, {
      ...BROWSER,
      'Accept-Language': 'pt-BR,pt;q=0.9',
    });
    expect(await portuguese.text()).toContain('Obrigado');
    const program = await post('email=b%40acme.example', URLENCODED, {});
    expect([program.status, await program.json()]).toEqual([202, { accepted: true }]);
  });

  test.each([
    [`${SITE}/thanks?from=form`, 303],
    ['https://evil.example/', 200],
    ['//evil.example/', 200],
    ['javascript:alert(1)', 200],
    ['https://www.acme.example@evil.example/', 200],
  ])('goes on at %s only where that is a page of the same site', async (next, status) => {
    const { post } = await open();
    const answer = await post(
      String(new URLSearchParams({ email: 'a@acme.example', _next: next })),
      URLENCODED,
    );
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Location')).toBe(status === 303 ? next : null);
    expect(await answer.text()).not.toContain('evil');
  });

  test('without a site that is known nobody is led anywhere', async () => {
    const { post } = await open();
    const raw = String(new URLSearchParams({ email: 'a@acme.example', _next: `${SITE}/thanks` }));
    expect((await post(raw, URLENCODED, { Accept: 'text/html' })).status).toBe(200);
    const opaque = await post(raw, URLENCODED, { Accept: 'text/html', Origin: 'null' });
    expect(opaque.status).toBe(200);
    expect(await opaque.text()).not.toContain('acme');
  });

  test('a robot that fills in the trap is thanked, and nothing is taken', async () => {
    const { workspace, post } = await open();
    const answer = await post('email=bot%40acme.example&_gotcha=x', URLENCODED);
    expect([answer.status, await leadsOf(workspace)]).toEqual([200, []]);
    await post('email=ana%40acme.example&_gotcha=', URLENCODED);
    expect(await leadsOf(workspace)).toHaveLength(1);
  });

  test('what breaks off, or is no form, is refused and takes nothing', async () => {
    const { workspace, post } = await open();
    for (const [raw, type] of [
      [
        '--cut\r\nContent-Disposition: form-data; name="email"\r\n\r\nana@acme.exam',
        'multipart/form-data; boundary=cut',
      ],
      ['x', 'multipart/form-data'],
      ['<x/>', 'text/xml'],
    ] as const)
      expect((await post(raw, type)).status).toBe(415);
    expect(await leadsOf(workspace)).toEqual([]);
  });
});
