/**
 * `/v1/oidc`: signing in with the company's own account (ACC4). What has to match on the way back
 * waits in a cookie of this origin; the workspace in the address authorises nothing (ACC1).
 */
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { askOpenly, setSession, type AppContext } from '../ask.ts';
import { emailHash } from '../emailHash.ts';
import type { Env } from '../env.ts';
import { beginSignIn, finishSignIn, Pending, providerOf } from '../oidc.ts';
import { companyPage } from '../pages/company.ts';
import { registryOf } from '../registry.ts';
import { isWorkspaceId, newSecret } from '../secrets.ts';
import { query } from './validate.ts';
import { logError } from '../log.ts';

export const oidc = new Hono<{ Bindings: Env }>();

const COOKIE = '__Host-combinado-oidc';
const COOKIE_S = 600;
/** Only to pages of ours that need somebody signed in. */
const To = z
  .string()
  .max(2_000)
  .regex(/^\/(?:v1\/authorize\?|v1\/pair\/new$|console(?:\/|$))/);

const Kept = Pending.extend({ workspaceId: z.string(), to: To.optional() });

const StartQuery = z.strictObject({ workspace: z.string().max(50).optional(), to: To.optional() });

oidc.get('/v1/oidc/start', query(StartQuery), async (c) => {
  const { workspace, to } = c.req.valid('query');
  const provider = providerOf(c.env);
  const workspaceId = workspace ?? (await onlyWorkspace(c.env));
  if (!provider || workspaceId === undefined || !isWorkspaceId(workspaceId)) return companyPage(c, 'none');
  try {
    const { url, pending } = await beginSignIn(provider, callbackOf(c));
    const kept = { ...pending, workspaceId, ...(to === undefined ? {} : { to }) };
    setCookie(c, COOKIE, String(new URLSearchParams(kept)), {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: COOKIE_S,
    });
    return c.redirect(url, 303);
  } catch (error) {
    note('start', error);
    return companyPage(c, 'unreachable');
  }
});

oidc.get('/v1/oidc/callback', async (c) => {
  const provider = providerOf(c.env);
  const kept = Kept.safeParse(Object.fromEntries(new URLSearchParams(getCookie(c, COOKIE)))).data;
  deleteCookie(c, COOKIE, { path: '/', secure: true });
  if (!provider || !kept) return companyPage(c, 'failed');
  const { workspaceId, to, ...pending } = kept;
  const email = await finishSignIn(provider, callbackOf(c), new URL(c.req.url).searchParams, pending).catch(
    (error: unknown) => note('callback', error),
  );
  const hash = email === undefined ? undefined : await emailHash(workspaceId, email);
  if (hash === undefined) return companyPage(c, 'failed');
  const session = await newSecret('token', workspaceId);
  const device = { id: uuidv7(), hash: session.hash, label: 'Browser session' };
  const outcome = await askOpenly(c, 'GET /v1/oidc/callback', { workspaceId }, { emailHash: hash, device });
  if (!outcome.ok) return companyPage(c, 'stranger');
  setSession(c, session.text, outcome.value.expiresAt);
  return to === undefined ? companyPage(c, 'done', outcome.value) : c.redirect(to, 303);
});

/** Where a deployment has but one, nobody has to say which. */
async function onlyWorkspace(env: Env): Promise<string | undefined> {
  const known = await registryOf(env).workspaces(2);
  return known.length === 1 ? known[0] : undefined;
}

function callbackOf(c: AppContext): string {
  return `${new URL(c.req.url).origin}/v1/oidc/callback`;
}

/** The kind of what went wrong; its message may quote the person's address. */
function note(where: string, error: unknown): undefined {
  const { name, code } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { name: '', code: '' };
  logError('company sign-in failed', { where, name, code: typeof code === 'string' ? code : '' });
  return undefined;
}
