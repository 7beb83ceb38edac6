/** Access to a connected system: given once, to an admin, taken back and ended; the vendor is its fake. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { APP } from '../vendors/hubspot/world.ts';
import { addPerson, json, MONDAY, openSession, openTeam, send } from './api.ts';
import { answeringVendors, begin, connect, follow, leadsOf, person } from './connected.ts';

answeringVendors();

describe('access', () => {
  test('is given once, by the session that asked for it, within ten minutes', async () => {
    const connected = await connect();
    const { team, hubspot } = connected;
    const cookie = await openSession(team.admin, team.adminId);
    const { authorizeUrl } = await begin(cookie);
    hubspot.access.portalId = 70_001;
    const agree = () => hubspot.access.agree(new URL(authorizeUrl));
    const other = await openSession(team.admin, team.adminId);
    expect((await follow(agree(), other)).status).toBe(410);
    expect((await follow(agree(), cookie, MONDAY + 10 * MINUTE_MS)).status).toBe(410);
    expect((await follow(agree(), '')).status).toBe(401);
    const first = await follow(agree(), cookie);
    expect(first.status).toBe(303);
    expect(first.headers.get('Location')).toMatch(/^\/console\/connections\/systems\/connected$/);
    expect((await follow(agree(), cookie)).status).toBe(410);
  });

  test('a manager’s session connects nothing', async () => {
    const { team, hubspot } = await connect();
    const cookie = await openSession(team.admin, team.adminId);
    const { authorizeUrl } = await begin(cookie);
    const managers = await openSession(team.admin, team.manager.id);
    expect((await follow(hubspot.access.agree(new URL(authorizeUrl)), managers)).status).toBe(403);
  });

  test('whoever thinks better of it over there comes back to say so', async () => {
    const { team } = await connect();
    const cookie = await openSession(team.admin, team.adminId);
    const { authorizeUrl } = await begin(cookie);
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    const back = await follow(
      `https://x.test/v1/connections/callback?error=access_denied&state=${state}`,
      cookie,
    );
    expect(back.headers.get('Location')).toMatch(/^\/console\/connections\/systems\/refused$/);
  });

  test('tokens are in no answer and no backup, and sealed where they are kept', async () => {
    const connected = await connect();
    const { team, clock } = connected;
    for (const path of ['/v1/connections', `/v1/connections/${connected.id}`, '/v1/export']) {
      const text = await (await send('GET', path, { token: team.admin, now: clock.now })).text();
      expect(text).not.toContain('only-in-tests');
      expect(text).not.toContain(APP.clientSecret);
    }
  });

  test('a vendor this deployment is not registered with cannot be connected', async () => {
    const { admin } = await openTeam();
    const refused = await json('POST', '/v1/connections', {
      token: admin,
      body: { vendor: 'rdstation', label: 'RD' },
      without: ['RDSTATION_CLIENT_SECRET'],
    });
    expect(refused).toMatchObject({ status: 409 });
  });

  test('runs out and is asked for again; taken back, the connection says so and goes on once given again', async () => {
    const connected = await connect();
    const { hubspot, team, clock, live, id } = connected;
    await live();
    hubspot.access.expire();
    hubspot.addContact(person('Early'));
    expect(await live()).toMatchObject({ state: 'running', problem: null });
    expect((await leadsOf(connected)).map(({ name }) => name)).toEqual(['Early Lee']);
    hubspot.access.revoke();
    hubspot.addContact(person('Late'));
    const revoked = await live();
    expect(revoked).toMatchObject({ state: 'revoked', nextAt: null, problem: { kind: 'unauthorised' } });
    const cookie = await openSession(team.admin, team.adminId, clock.now);
    const again = await json('POST', `/v1/connections/${id}/authorize`, {
      now: clock.now,
      headers: { Cookie: cookie, Origin: 'https://combinado.test' },
    });
    expect((await follow(hubspot.access.agree(new URL(again.authorizeUrl)), cookie, clock.now)).status).toBe(
      303,
    );
    expect(await live()).toMatchObject({ state: 'running', problem: null });
    expect((await leadsOf(connected)).map(({ name }) => name).toSorted()).toEqual(['Early Lee', 'Late Lee']);
  });
});

test('paused it does nothing; ended, its leads stay and its access is given back', async () => {
  const connected = await connect();
  const { hubspot, live, team, clock, id } = connected;
  hubspot.addContact(person('Pia'));
  await live();
  await json('POST', `/v1/connections/${id}/pause`, { token: team.admin, now: clock.now });
  hubspot.requests.length = 0;
  hubspot.addContact(person('Quin'));
  expect(await live(HOUR_MS, 4)).toMatchObject({ state: 'paused' });
  expect(hubspot.requests).toEqual([]);
  await json('POST', `/v1/connections/${id}/resume`, { token: team.admin, now: clock.now });
  await live();
  expect(await leadsOf(connected)).toHaveLength(2);
  expect((await send('DELETE', `/v1/connections/${id}`, { token: team.admin, now: clock.now })).status).toBe(
    204,
  );
  expect(hubspot.access.installed).toBe(false);
  expect(await leadsOf(connected)).toHaveLength(2);
  expect((await send('GET', `/v1/connections/${id}`, { token: team.admin, now: clock.now })).status).toBe(
    404,
  );
});

test('[ACC2] nobody but an admin', async () => {
  const { team, id } = await connect();
  const manager = await addPerson(team, { role: 'manager' });
  expect((await send('GET', `/v1/connections/${id}`, { token: manager.token })).status).toBe(403);
});
