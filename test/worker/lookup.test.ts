import { describe, expect, test } from 'vitest';
import { hashedText, hashOf, passes } from '../../shared/protocol/addressFilter.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openTeam, send } from './api.ts';
import { rows } from './database.ts';

/** As a device does it, with what its browser has. */
async function hashWith(key: string, email: string): Promise<number> {
  const bytes = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes.encode(key), hmac, false, ['sign']);
  return hashOf(new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes.encode(hashedText(email)))));
}

async function filterOf(token: string) {
  const { key, filter, addresses } = await json('GET', '/v1/lookup/filter', { token });
  const bits = Uint8Array.from(atob(filter), (letter) => letter.charCodeAt(0));
  const hash = (email: string) => hashWith(key, email);
  return { key, addresses, hash, passes: async (email: string) => passes(bits, await hash(email)) };
}

describe('[PRI1] strange addresses', () => {
  test('those of leads pass the filter, hardly any stranger does, and it names nobody', async () => {
    const { admin, sdr } = await openTeam();
    const leads = Array.from({ length: 300 }, (_, index) => ({ emails: [`lead${index}@filter.example`] }));
    await json('POST', '/v1/leads', { token: admin, body: { leads } });
    const filter = await filterOf(sdr.token);
    expect(filter.addresses).toBe(300);
    for (const { emails } of leads) expect(await filter.passes(emails[0] ?? '')).toBe(true);
    let passed = 0;
    for (let index = 0; index < 2_560; index += 1)
      if (await filter.passes(`stranger${index}@elsewhere.example`)) passed += 1;
    // One in 318 is expected: eight; twenty-two and more come once in twenty thousand keys.
    expect(passed).toBeLessThan(22);
  });

  test('unchanged it is not sent again', async () => {
    const { admin, sdr, colleague } = await openTeam();
    await addLead(admin);
    const get = (etag = '', token = sdr.token) =>
      send('GET', '/v1/lookup/filter', { token, headers: { 'If-None-Match': etag } });
    const first = await get();
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^".+"$/);
    const second = await get(tag);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    // One for everybody: whose leads they are is for the lookup to say.
    expect((await get(tag, colleague.token)).status).toBe(304);
    await addLead(admin);
    expect((await get(tag)).status).toBe(200);
  });

  test('each workspace has a key of its own, and another’s hashes mean nothing in it', async () => {
    const [one, two] = [await openTeam(), await openTeam()];
    for (const { admin } of [one, two]) await addLead(admin, { emails: ['same@filter.example'] });
    const [mine, theirs] = [await filterOf(one.admin), await filterOf(two.admin)];
    expect(mine.key).not.toBe(theirs.key);
    const hashes = [await theirs.hash('same@filter.example')];
    expect(await json('POST', '/v1/lookup', { token: one.admin, body: { hashes } })).toEqual({ chips: [] });
  });

  test('an address that a lead no longer has is out of it', async () => {
    const { admin, workspaceId } = await openTeam();
    const leadId = await addLead(admin, { emails: ['gone@filter.example'] });
    await addLead(admin, { emails: ['stays@filter.example'] });
    await send('DELETE', `/v1/leads/${leadId}`, { token: admin });
    const left = await rows(workspaceId, 'select key from lead_keys where hash is not null');
    expect(left).toEqual([{ key: 'email:stays@filter.example' }]);
  });
});

describe('[ACC3] the chip of a colleague’s lead', () => {
  test('stage, owner’s name and last touch, and nothing else', async () => {
    const { admin, sdr, colleague } = await openTeam();
    const emails = ['ana@chip.example'];
    const leadId = await addLead(admin, { emails, owner: colleague.id, fields: { name: 'Ana Secret' } });
    const attempts = [{ leadId, channel: 'call', outcome: 'connected', by: colleague.id, at: MONDAY }];
    await json('POST', '/v1/attempts', { token: admin, body: { attempts } });
    const { hash } = await filterOf(sdr.token);
    const known = await hash('ana@chip.example');
    const unknown = await hash('nobody@chip.example');
    const answer = await json('POST', '/v1/lookup', { token: sdr.token, body: { hashes: [unknown, known] } });
    const bruno = { id: colleague.id, name: 'Bruno Sales' };
    expect(answer).toEqual({
      chips: [{ hash: known, leadId, stage: 'lead', owner: bruno, touched: { at: MONDAY, by: bruno } }],
    });
    expect(JSON.stringify(answer)).not.toContain('Secret');
  });

  test('asked too often, it answers later', async () => {
    const { sdr, colleague } = await openTeam();
    const ask = (token: string, now = MONDAY) =>
      send('POST', '/v1/lookup', { token, body: { hashes: [1] }, now });
    let status = 200;
    for (let count = 0; count < 121; count += 1) ({ status } = await ask(sdr.token));
    expect(status).toBe(429);
    expect((await ask(colleague.token)).status).toBe(200);
    expect((await ask(sdr.token, MONDAY + MINUTE_MS)).status).toBe(200);
    expect((await ask(sdr.token, MONDAY + DAY_MS)).status).toBe(200);
  });

  test.each([[[]], [[-1]], [[2 ** 52]], [[1.5]], [['a']], [Array.from({ length: 51 }, () => 1)]])(
    '[ACC6] %j are no hashes',
    async (hashes) => {
      const { sdr } = await openTeam();
      const { status } = await send('POST', '/v1/lookup', { token: sdr.token, body: { hashes } });
      expect(status).toBe(422);
    },
  );
});
