/** A workspace whose outside is one Dynamics organisation, and the admin who may connect it. */
import { onTestFinished, type TestContext } from 'vitest';
import * as z from 'zod';
import type { Dynamics } from '../vendors/dynamics/fake.ts';
import { request } from './api.ts';
import { openWorkspace } from './journey.ts';
import { serveVendor } from './vendorServer.ts';

const Added = z.object({ id: z.string() });

/** @returns `member`: the id of an admin of neither side; what is served goes with the test */
export async function openWithDynamics(context: TestContext, org: Dynamics) {
  const vendor = await serveVendor({ fetch: (asked) => org.fetch(asked), agree: () => '' }, '/none');
  onTestFinished(() => vendor.stop());
  const { admin } = await openWorkspace(context, {
    DYNAMICS_CLIENT_ID: org.access.app.clientId,
    DYNAMICS_CLIENT_SECRET: org.access.app.clientSecret,
    COMBINADO_OUTBOUND: 'loopback',
    COMBINADO_VENDORS: vendor.base,
  });
  const person = { name: 'Dana', side: 'neutral', role: 'admin' };
  const { id: member } = Added.parse(await request(admin, 'POST /v1/members', { body: person }));
  return { admin, member };
}
