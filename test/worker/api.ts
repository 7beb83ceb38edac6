/** Speaks to the worker as any program would, inside workerd, at an instant of its own choosing. */
import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import worker from '../../worker/index.ts';
import type { Env } from '../../worker/env.ts';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { Role, Side } from '../../shared/lead/vocabulary.ts';

export const ORIGIN = 'https://combinado.test';
/** Monday 2 March 2026, 10:00 in New York, where the English starter keeps its hours. */
export const MONDAY = Date.parse('2026-03-02T15:00:00Z');

export interface Sent {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly now?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of `body`. */
  readonly raw?: BodyInit;
  readonly setupToken?: string;
  /** Bindings this deployment lacks. */
  readonly without?: readonly string[];
}

export async function send(method: string, path: string, sent: Sent = {}): Promise<Response> {
  const { token, body, now = MONDAY, headers, raw, setupToken, without = [] } = sent;
  const request = new Request(`${ORIGIN}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'Combinado-Now': String(now),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(raw === undefined ? {} : { body: raw }),
  });
  const context = createExecutionContext();
  const bindings = { ...(env as unknown as Env), ...(setupToken ? { SETUP_TOKEN: setupToken } : {}) };
  for (const name of without) Reflect.deleteProperty(bindings, name);
  const response = await worker.fetch(request, bindings, context);
  await waitOnExecutionContext(context);
  return response;
}

/** The answer as JSON, whatever its status. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
export async function json(method: string, path: string, sent: Sent = {}): Promise<any> {
  const response = await send(method, path, sent);
  return response.status === 204 ? null : response.json();
}

export interface Opened {
  readonly workspaceId: string;
  readonly adminId: string;
  /** Token of the admin. */
  readonly admin: string;
}

let opened = 0;

/** A workspace nobody else has, in trial, with the English starter. */
export async function openWorkspace(now = MONDAY, definitions?: Definitions): Promise<Opened> {
  opened += 1;
  const setupToken = `setup-${opened}-${crypto.randomUUID()}`;
  const body = { workspace: `Acme ${opened}`, language: 'en', admin: { name: 'Ada' }, definitions };
  const made = await json('POST', '/v1/setup', { token: setupToken, setupToken, body, now });
  return { workspaceId: made.workspaceId, adminId: made.memberId, admin: made.token };
}

export interface Person {
  readonly id: string;
  readonly token: string;
}

/** A new member, signed in through invite, session and pairing code, as a person would. */
export async function addPerson(
  { admin }: Opened,
  {
    name = 'Sam',
    role = 'sdr',
    side = 'sales',
    team,
    now = MONDAY,
  }: {
    name?: string;
    role?: Role;
    side?: Side;
    team?: string;
    now?: number;
  } = {},
): Promise<Person> {
  const body = { name, role, side, team };
  const { id } = await json('POST', '/v1/members', { token: admin, body, now });
  return { id, token: await signIn(admin, id, now) };
}

export async function signIn(admin: string, memberId: string, now = MONDAY): Promise<string> {
  const cookie = await openSession(admin, memberId, now);
  const page = await send('POST', '/v1/pair/new', { now, headers: { Cookie: cookie, Origin: ORIGIN } });
  const code = /class="code">([^<]+)</.exec(await page.text())?.[1];
  const { token } = await json('POST', '/v1/pair', { now, body: { code, device: 'Test' } });
  return token;
}

/** @returns the `Cookie` header of a browser that accepted its invite. */
export async function openSession(admin: string, memberId: string, now = MONDAY): Promise<string> {
  const { link } = await json('POST', '/v1/invites', { token: admin, body: { memberId }, now });
  const accepted = await send('POST', '/v1/invites/accept', {
    now,
    body: { token: new URL(link).hash.slice(1) },
    headers: { Origin: ORIGIN },
  });
  return accepted.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

export interface Team extends Opened {
  readonly marketer: Person;
  readonly sdr: Person;
  readonly colleague: Person;
  readonly manager: Person;
}

/** A workspace whose first signed version is in force since an hour, with a person of each role and two sdrs. */
export async function openTeam(
  asked = MONDAY,
  change: (body: Definitions) => Definitions = (body) => body,
): Promise<Team> {
  const workspace = await openWorkspace(asked - HOUR_MS);
  const now = asked - HOUR_MS;
  const sdr = await addPerson(workspace, { name: 'Sam Sales', now });
  const colleague = await addPerson(workspace, { name: 'Bruno Sales', now });
  const marketer = await addPerson(workspace, {
    name: 'Mia Marketing',
    role: 'marketer',
    side: 'marketing',
    now,
  });
  const manager = await addPerson(workspace, { name: 'Max Manager', role: 'manager', now });
  const signers: Definitions['signers'] = [
    { side: 'marketing', member: marketer.id },
    { side: 'sales', member: manager.id },
  ];
  const definitions = change({ ...STARTERS.en, signers });
  await publishSigned(workspace.admin, [marketer.token, manager.token], definitions, now);
  return { ...workspace, sdr, colleague, marketer, manager };
}

export async function publishSigned(
  admin: string,
  signers: readonly string[],
  definitions: Definitions,
  now = MONDAY,
) {
  const known = await send('GET', '/v1/definitions/draft', { token: admin, now });
  const headers: Record<string, string> = known.ok ? { 'If-Match': '*' } : {};
  const asked = { token: admin, body: { definitions }, headers, now };
  const draft = await json('PUT', '/v1/definitions/draft', asked);
  for (const token of signers) {
    await json('POST', '/v1/definitions/draft/sign', { token, body: { hash: draft.hash }, now });
  }
  return json('POST', '/v1/definitions/draft/publish', { token: admin, body: { note: 'agreed' }, now });
}

let leads = 0;

/** @returns its id. */
export async function addLead(
  token: string,
  { owner, now = MONDAY, ...more }: { owner?: string; now?: number; [field: string]: unknown } = {},
): Promise<string> {
  leads += 1;
  const lead = { emails: [`lead${leads}@example.org`], fields: { name: `Lead ${leads}` }, owner, ...more };
  const { results } = await json('POST', '/v1/leads', { token, body: { leads: [lead] }, now });
  return results[0].id;
}

/** A demo request: hands the lead off by fast track. */
export async function askForDemo(token: string, leadId: string, now = MONDAY) {
  return json('POST', '/v1/signals', {
    token,
    body: { signals: [{ leadId, signal: 'demo_requested' }] },
    now,
  });
}
