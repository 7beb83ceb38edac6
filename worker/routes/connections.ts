/**
 * `/v1/connections`: other systems, kept by an admin; `GET …/callback` is how a vendor sends one back, and
 * `POST /connections/:workspace/:connection` where its webhooks come in (ACC5).
 */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { v7 as uuidv7 } from 'uuid';
import {
  CallbackQuery,
  ConnectionRequest,
  LettersQuery,
  MappingRequest,
  type ConnectionView,
  type Vendor,
} from '../../shared/protocol/connections.ts';
import {
  answer,
  answerNothing,
  ask,
  askInSession,
  askOpenly,
  askStep,
  credentialOf,
  nowOf,
  type AppContext,
} from '../ask.ts';
import type { Person } from '../connectors/connector.ts';
import { NO_APP, openLine, troubled } from '../connectors/openLine.ts';
import { appOf, connectorOf, connectors } from '../connectors/registry.ts';
import { hookSecretOf, sealTokens } from '../connectors/sealTokens.ts';
import { vendorAddress } from '../connectors/vendorAddress.ts';
import { emailHash } from '../emailHash.ts';
import type { Env } from '../env.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { REFUSED } from '../posted.ts';
import { problemResponse } from '../problem.ts';
import { isWorkspaceId, newSecret, readSecret, sha256 } from '../secrets.ts';
import { body, query } from './validate.ts';

export const connections = new Hono<{ Bindings: Env }>();

const MOST_BYTES = 1024 * 1024;
const PREVIEWED = 20;

connections.get('/v1/connections', async (c) => {
  const listed = await ask(c, 'GET /v1/connections');
  if (!listed.ok) return problemResponse(listed);
  const vendors = connectors().map(({ vendor, label, access, settings }) => {
    const ready = appOf(c.env, vendor) !== undefined;
    return { vendor, label, access, ready, settings: settings.map(({ id }) => id) };
  });
  const shown = await Promise.all(listed.value.connections.map((view) => withCode(c, view)));
  return answer(c, done({ connections: shown, vendors }));
});

/** Where their admin enters the hook's address by hand, it carries what proves a delivery. */
async function withCode(c: AppContext, view: ConnectionView): Promise<ConnectionView> {
  const app = appOf(c.env, view.vendor);
  if (!app || connectorOf(view.vendor)?.codeInAddress !== true) return view;
  return { ...view, hookUrl: `${view.hookUrl}?code=${await hookSecretOf(app, view.id)}` };
}

connections.post('/v1/connections', body(ConnectionRequest), async (c) => {
  const request = c.req.valid('json');
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const fault = settingsFault(request);
  const begin = await newAsking(c, request.vendor, caller.workspaceId, request.settings ?? {});
  const id = `con_${uuidv7()}`;
  const { origin } = new URL(c.req.url);
  // Whoever may not is told that first.
  if (fault !== undefined || begin === undefined) {
    const allowed = await ask(c, 'GET /v1/connections');
    return problemResponse(allowed.ok ? (fault ?? NO_APP) : allowed);
  }
  const made = await ask(c, 'POST /v1/connections', { id, asked: begin.asked, origin, request });
  if (!made.ok) return problemResponse(made);
  // Asked again under the same key it is the first one, which then waits for this way back.
  if (made.value.id !== id) {
    const step = { id: made.value.id, step: 'ask', asked: begin.asked } as const;
    await askStep(c, 'POST /v1/connections/:id/authorize', step);
  }
  if (begin.url !== null || connectorOf(request.vendor)?.access === 'code')
    return answer(c, done({ connection: made.value, authorizeUrl: begin.url }), 201);
  const given = await giveAtOnce(c, made.value);
  return given.ok
    ? answer(c, done({ connection: given.value, authorizeUrl: null }), 201)
    : problemResponse(given);
});

/** Where the app's own credentials and the settings are enough. */
async function giveAtOnce(
  c: AppContext,
  { id, vendor, settings }: ConnectionView,
): Promise<Outcome<ConnectionView>> {
  const opened = await openLine(c.env, { id, vendor, settings, account: null, tokens: null }, nowOf(c));
  if ('ok' in opened) return opened;
  const { connector, line } = opened;
  const granted = await connector.exchange(line, { code: '', redirectUri: '', verifier: '' });
  if (!granted.ok) return troubled(connector.label, granted);
  const { account, tokens } = granted.value;
  const sealed = await sealTokens(line.app, id, tokens);
  return askStep(c, 'POST /v1/connections/:id/authorize', { id, step: 'keep', account, sealed });
}

function settingsFault({ vendor, settings = {} }: ConnectionRequest) {
  const wanted = connectorOf(vendor)?.settings ?? [];
  const errors = [
    ...wanted
      .filter(({ id, pattern }) => !pattern.test(settings[id] ?? ''))
      .map(({ id }) => ({ pointer: `/settings/${id}`, detail: 'this is not as expected' })),
    ...Object.keys(settings)
      .filter((id) => !wanted.some((one) => one.id === id))
      .map((id) => ({ pointer: `/settings/${id}`, detail: 'this is not asked for' })),
  ];
  return errors.length > 0
    ? failure('invalid-body', 'See `errors` for each setting that is not as expected.', errors)
    : undefined;
}

/** Undefined where this deployment is not registered with the vendor. */
async function newAsking(
  c: AppContext,
  vendor: Vendor,
  workspaceId: string,
  settings: Readonly<Record<string, string>>,
) {
  const [connector, app] = [connectorOf(vendor), appOf(c.env, vendor)];
  if (!connector || !app) return undefined;
  const state = await newSecret('code', workspaceId);
  const verifier = (await newSecret('code', workspaceId)).text.slice(-43);
  const challenge = await sha256(verifier);
  const url = connector.authorizeUrl({
    app,
    redirectUri: callbackOf(c),
    state: state.text,
    challenge,
    settings,
  });
  // In tests the vendor's own page is the fake's.
  const page = url === null ? null : (vendorAddress(url, connector.hosts, c.env)?.href ?? null);
  return { asked: { hash: state.hash, verifier }, url: page };
}

function callbackOf(c: AppContext): string {
  return `${new URL(c.req.url).origin}/v1/connections/callback`;
}

connections.get('/v1/connections/callback', query(CallbackQuery), async (c) => {
  const { state = '', code } = c.req.valid('query');
  const spent = await readSecret('code', state);
  if (!spent)
    return problemResponse(failure('gone', 'This way back is none of ours. Begin connecting again.'));
  const claimed = await askInSession(c, 'GET /v1/connections/callback', { step: 'claim', hash: spent.hash });
  if (!claimed.ok) return problemResponse(claimed);
  const { id, vendor, settings, verifier } = claimed.value;
  const back = (outcome: string) => c.redirect(`/console/connections/systems/${outcome}`, 303);
  // Somebody thought better of it over there.
  if (code === undefined) return back('refused');
  const opened = await openLine(c.env, { id, vendor, settings, account: null, tokens: null }, nowOf(c));
  if ('ok' in opened) return back('failed');
  const { connector, line } = opened;
  const granted = await connector.exchange(line, { code, redirectUri: callbackOf(c), verifier });
  if (!granted.ok) return back('failed');
  const { account, tokens } = granted.value;
  const sealed = await sealTokens(line.app, id, tokens);
  const kept = await askInSession(c, 'GET /v1/connections/callback', { step: 'keep', id, account, sealed });
  return back(kept.ok ? 'connected' : 'other');
});

connections.get('/v1/connections/:id', async (c) => {
  const found = await ask(c, 'GET /v1/connections/:id', { id: c.req.param('id') });
  return found.ok ? answer(c, done(await withCode(c, found.value))) : problemResponse(found);
});

/** Access is taken back over there as far as it goes; here it ends in any case. */
connections.delete('/v1/connections/:id', async (c) => {
  const id = c.req.param('id');
  const found = await askStep(c, 'DELETE /v1/connections/:id', { id, step: 'open' });
  if (!found.ok) return problemResponse(found);
  const kept = found.value;
  if (kept !== null) {
    const opened = await openLine(c.env, kept, nowOf(c));
    if (!('ok' in opened) && opened.line.tokens !== null)
      await opened.connector.remove(opened.line, opened.line.tokens);
  }
  const ended = await askStep(c, 'DELETE /v1/connections/:id', { id, step: 'end' });
  return ended.ok ? c.body(null, 204) : problemResponse(ended);
});

connections.post('/v1/connections/:id/authorize', async (c) => {
  const id = c.req.param('id');
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const found = await askStep(c, 'POST /v1/connections/:id/authorize', { id, step: 'look' });
  if (!found.ok) return problemResponse(found);
  const { vendor, settings } = found.value;
  const begin = await newAsking(c, vendor, caller.workspaceId, settings);
  if (!begin) return problemResponse(NO_APP);
  const kept =
    begin.url === null
      ? await giveAtOnce(c, found.value)
      : await askStep(c, 'POST /v1/connections/:id/authorize', { id, step: 'ask', asked: begin.asked });
  return kept.ok
    ? answer(c, done({ connection: kept.value, authorizeUrl: begin.url }))
    : problemResponse(kept);
});

connections.get('/v1/connections/:id/fields', async (c) => {
  const id = c.req.param('id');
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const found = await askStep(c, 'GET /v1/connections/:id/fields', { id, step: 'open' });
  if (!found.ok) return problemResponse(found);
  const kept = found.value.opened?.row;
  const opened = kept && (await openLine(c.env, kept, nowOf(c)));
  if (!opened) return problemResponse(NO_APP);
  if ('ok' in opened) return problemResponse(opened);
  const described = await opened.connector.describe(opened.line);
  if (!described.ok) return problemResponse(troubled(opened.connector.label, described));
  const { fields } = described.value;
  const people = await Promise.all(
    described.value.people.map(async ({ ref, name, active, email }) => ({
      ref,
      name,
      active,
      emailHash: email === null ? null : ((await emailHash(caller.workspaceId, email)) ?? null),
    })),
  );
  const proposed = await askStep(c, 'GET /v1/connections/:id/fields', {
    id,
    step: 'propose',
    fields,
    people,
  });
  if (!proposed.ok) return problemResponse(proposed);
  const shown = people.map(({ ref, name, active }) => ({ ref, name, active }));
  return answer(c, done({ fields, people: shown, mapping: proposed.value.mapping }));
});

connections.put('/v1/connections/:id/mapping', body(MappingRequest), async (c) => {
  const { mapping } = c.req.valid('json');
  return answer(c, await ask(c, 'PUT /v1/connections/:id/mapping', { id: c.req.param('id'), mapping }));
});

connections.post('/v1/connections/:id/preview', body(MappingRequest), async (c) => {
  const id = c.req.param('id');
  const { mapping } = c.req.valid('json');
  const found = await askStep(c, 'POST /v1/connections/:id/preview', { id, step: 'open', mapping });
  if (!found.ok) return problemResponse(found);
  const kept = found.value.opened?.row;
  const opened = kept && (await openLine(c.env, kept, nowOf(c)));
  if (!opened) return problemResponse(NO_APP);
  if ('ok' in opened) return problemResponse(opened);
  const { connector, line } = opened;
  const people: Person[] = [];
  for (const { id: stream, about } of connector.streams) {
    if (about !== 'people' || people.length >= PREVIEWED) continue;
    const page = await connector.read(line, stream, null, mapping);
    if (!page.ok) return problemResponse(troubled(connector.label, page));
    people.push(...page.value.changes.filter((change) => change.kind === 'person'));
  }
  const some = people.slice(0, PREVIEWED);
  const planned = await askStep(c, 'POST /v1/connections/:id/preview', {
    id,
    step: 'plan',
    mapping,
    people: some,
  });
  return planned.ok ? answer(c, done({ people: planned.value.people })) : problemResponse(planned);
});

connections.post('/v1/connections/:id/pause', async (c) =>
  answer(c, await ask(c, 'POST /v1/connections/:id/pause', { id: c.req.param('id') })),
);

connections.post('/v1/connections/:id/resume', async (c) =>
  answer(c, await ask(c, 'POST /v1/connections/:id/resume', { id: c.req.param('id') })),
);

connections.get('/v1/connections/:id/letters', query(LettersQuery), async (c) => {
  const asked = c.req.valid('query');
  return answer(c, await ask(c, 'GET /v1/connections/:id/letters', { id: c.req.param('id'), asked }));
});

connections.post('/v1/connections/:id/letters/:letter/retry', async (c) => {
  const { id, letter } = c.req.param();
  return answerNothing(c, await ask(c, 'POST /v1/connections/:id/letters/:letter/retry', { id, letter }));
});

const tooLarge = () => problemResponse(failure('too-large', `A message takes ${MOST_BYTES} bytes at most.`));

connections.post(
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
