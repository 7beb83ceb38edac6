/** `POST /connections/:workspace/:connection`: where a vendor's webhooks come in, signed its own way (ACC5). */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { askOpenly, nowOf, type AppContext } from '../ask.ts';
import { appOf, connectors } from '../connectors/registry.ts';
import { hookSecretOf } from '../connectors/sealTokens.ts';
import type { Env } from '../env.ts';
import { failure } from '../outcome.ts';
import { REFUSED } from '../posted.ts';
import { problemResponse } from '../problem.ts';
import { isWorkspaceId } from '../secrets.ts';

export const connectionHooks = new Hono<{ Bindings: Env }>();

const MOST_BYTES = 1024 * 1024;
const tooLarge = () => problemResponse(failure('too-large', `A message takes ${MOST_BYTES} bytes at most.`));

connectionHooks.post(
  '/connections/:workspace/:connection',
  bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }),
  async (c) => {
    const { workspace: workspaceId, connection: id } = c.req.param();
    const text = await textOf(c);
    if (!isWorkspaceId(workspaceId) || text === undefined) return problemResponse(REFUSED);
    const delivery = {
      method: c.req.method,
      url: c.req.url,
      header: (name: string) => c.req.header(name) ?? null,
      body: text,
    };
    // Held against every vendor's scheme, so that nobody learns by the answer which connection is whose.
    for (const connector of connectors()) {
      const app = appOf(c.env, connector.vendor);
      if (!app) continue;
      const secrets = { app: app.clientSecret, own: await hookSecretOf(app, id) };
      if (!(await connector.verify(delivery, secrets, nowOf(c)))) continue;
      const hints = connector.hints(delivery);
      if (hints === undefined)
        return problemResponse(failure('invalid-body', 'This is not in the vendor’s format.'));
      const given = { id, vendor: connector.vendor, hints };
      const kept = await askOpenly(c, 'POST /connections/:workspace/:connection', { workspaceId }, given);
      if (!kept.ok) return problemResponse(REFUSED);
      const { received } = connector;
      return received
        ? c.body(received.body, 200, { 'Content-Type': received.type })
        : c.json({ accepted: true }, 202);
    }
    return problemResponse(REFUSED);
  },
);

/** Every byte counts for the signature, so nothing is mended on the way. */
async function textOf(c: AppContext): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await c.req.arrayBuffer());
  } catch {
    return undefined;
  }
}
