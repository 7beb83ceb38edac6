/** A route that names one person: it is theirs, and devices that know no such route still read the agreement. */
import { expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, publishSigned } from './api.ts';
import { rows } from './database.ts';
import { Device } from './outbox.ts';

test('[HOF2] [SYN8] a lead goes to the person its route names; a device is told the route without them', async () => {
  const { admin, marketer, manager, sdr, workspaceId } = await openTeam();
  await json('POST', '/v1/teams', { token: admin, body: { id: 'sales', label: 'Sales', side: 'sales' } });
  const { definitions }: { definitions: Definitions } = await json('GET', '/v1/definitions/current', {
    token: admin,
  });
  const route = { id: 'health', order: 0, when: { field: 'industry', is: 'health' }, team: 'sales' } as const;
  const routes = [{ ...route, member: sdr.id }, ...definitions.routes];
  await publishSigned(admin, [marketer.token, manager.token], { ...definitions, routes });

  const id = await addLead(admin, { fields: { industry: 'health' } });
  await askForDemo(admin, id, MONDAY + 1);
  const { state } = await json('GET', `/v1/leads/${id}`, { token: admin, now: MONDAY + HOUR_MS });
  expect(state.owner.id).toBe(sdr.id);
  const [routed] = await rows<{ body: string }>(
    workspaceId,
    "select body from facts where kind = 'owner.routed' and lead_id = ?",
    id,
  );
  expect(JSON.parse(routed?.body ?? '')).toMatchObject({ owner: sdr.id, route: 'health', team: null });

  const pages = await new Device(sdr.token).pullAll(MONDAY + HOUR_MS);
  const told = pages.flatMap(({ versions }) => versions).at(-1)?.definitions.routes;
  expect(told).toEqual([route, ...definitions.routes]);
  expect((await json('GET', '/v1/definitions/current', { token: sdr.token })).definitions.routes).toEqual(
    routes,
  );
});
