/** Giving access to another system: begun by an admin, `GET …/callback` is how a vendor sends one back. */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import {
  CallbackQuery,
  ConnectionRequest,
  type ConnectionView,
  type Vendor,
} from '../../shared/protocol/connections.ts';
import type { PlainReason } from '../../shared/protocol/reason.ts';
import { answer, ask, askInSession, askStep, credentialOf, nowOf, type AppContext } from '../ask.ts';
import { NO_APP, openLine, troubled } from '../connectors/openLine.ts';
import { appOf, connectorOf } from '../connectors/registry.ts';
import type { Trouble } from '../connectors/connector.ts';
import { sealTokens } from '../connectors/sealTokens.ts';
import { vendorAddress } from '../connectors/vendorAddress.ts';
import type { Env } from '../env.ts';
import { done, failure, type Failure, type Outcome } from '../outcome.ts';
import { faultAt } from '../reasons.ts';
import { problemResponse } from '../problem.ts';
import { newSecret, readSecret, sha256 } from '../secrets.ts';
import { body, query } from './validate.ts';

export const connectionAccess = new Hono<{ Bindings: Env }>();

connectionAccess.post('/v1/connections', body(ConnectionRequest), async (c) => {
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
  if (!granted.ok) return troubled(connector.label, { ...granted, why: whyNot(granted) });
  const { account, tokens } = granted.value;
  const sealed = await sealTokens(line.app, id, tokens);
  const kept = await askStep(c, 'POST /v1/connections/:id/authorize', { id, step: 'keep', account, sealed });
  if (!kept.ok && isTwice(kept)) await askStep(c, 'DELETE /v1/connections/:id', { id, step: 'end' });
  return kept;
}

function isTwice({ more }: Failure): boolean {
  return more?.reason?.code === 'connected_twice';
}

/** Where access is only being taken up, what is refused is the app itself or what an admin filled in. */
function whyNot({ trouble, status }: Trouble): PlainReason {
  if (trouble === 'unauthorised') return 'app_refused';
  if (trouble === 'invalid' || trouble === 'missing') return 'settings_refused';
  return trouble === 'unavailable' && status === null ? 'unreached' : trouble;
}

function settingsFault({ vendor, settings = {} }: ConnectionRequest) {
  const wanted = connectorOf(vendor)?.settings ?? [];
  const errors = [
    ...wanted
      .filter(({ id, pattern }) => !pattern.test(settings[id] ?? ''))
      .map(({ id }) => faultAt(`/settings/${id}`, 'not_as_expected')),
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

/** What the console says of it (`Systems.tsx`). */
type Back = 'connected' | 'refused' | 'failed' | 'other' | 'app' | 'scope' | 'away' | 'twice' | 'late';
const BACK_BY: Readonly<Partial<Record<Trouble['trouble'], Back>>> = {
  unauthorised: 'app',
  forbidden: 'scope',
  limited: 'away',
  unavailable: 'away',
};

function isBrowser(c: AppContext): boolean {
  return c.req.header('Accept')?.includes('text/html') === true;
}

connectionAccess.get('/v1/connections/callback', query(CallbackQuery), async (c) => {
  const { state = '', code, error } = c.req.valid('query');
  const spent = await readSecret('code', state);
  if (!spent)
    return problemResponse(failure('gone', 'This way back is none of ours. Begin connecting again.'));
  const claimed = await askInSession(c, 'GET /v1/connections/callback', { step: 'claim', hash: spent.hash });
  const back = (outcome: Back) => c.redirect(`/console/connections/systems/${outcome}`, 303);
  // A person in a browser is told in the console, whoever else as anywhere.
  if (!claimed.ok) return isBrowser(c) ? back('late') : problemResponse(claimed);
  const { id, vendor, settings, verifier } = claimed.value;
  // Somebody thought better of it over there; or their app was not allowed what it asks for.
  if (code === undefined) return back(error === 'invalid_scope' ? 'scope' : 'refused');
  const opened = await openLine(c.env, { id, vendor, settings, account: null, tokens: null }, nowOf(c));
  if ('ok' in opened) return back('failed');
  const { connector, line } = opened;
  const granted = await connector.exchange(line, { code, redirectUri: callbackOf(c), verifier });
  if (!granted.ok) return back(BACK_BY[granted.trouble] ?? 'failed');
  const { account, tokens } = granted.value;
  const sealed = await sealTokens(line.app, id, tokens);
  const kept = await askInSession(c, 'GET /v1/connections/callback', { step: 'keep', id, account, sealed });
  if (kept.ok) return back('connected');
  if (!isTwice(kept)) return back('other');
  // What was only begun goes: that account stands in the list already.
  await askInSession(c, 'DELETE /v1/connections/:id', { id, step: 'end' });
  return back('twice');
});

connectionAccess.post('/v1/connections/:id/authorize', async (c) => {
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
