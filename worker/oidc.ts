/**
 * The company's own sign-in (OpenID Connect, authorization code with PKCE): where to send a person,
 * and which verified address they came back with (ACC4). Knows no workspace and no HTTP of ours.
 */
import * as oauth from 'oauth4webapi';
import * as z from 'zod';
import { SECOND_MS } from '../shared/time.ts';
import type { Env } from './env.ts';

export interface Provider {
  readonly issuer: URL;
  readonly client: oauth.Client;
  readonly auth: oauth.ClientAuth;
}

/** What has to be the same when the person comes back; kept in their browser meanwhile. */
export const Pending = z.strictObject({
  state: z.string().min(20).max(100),
  nonce: z.string().min(20).max(100),
  verifier: z.string().min(43).max(128),
});
export type Pending = z.infer<typeof Pending>;

/** Undefined where the deployment has none. */
export function providerOf(env: Env): Provider | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !URL.canParse(OIDC_ISSUER)) return undefined;
  return {
    issuer: new URL(OIDC_ISSUER),
    client: { client_id: OIDC_CLIENT_ID },
    auth: OIDC_CLIENT_SECRET ? oauth.ClientSecretPost(OIDC_CLIENT_SECRET) : oauth.None(),
  };
}

/** @throws when the provider cannot be reached or is none. */
export async function beginSignIn(
  provider: Provider,
  redirectUri: string,
): Promise<{ readonly url: string; readonly pending: Pending }> {
  const server = await discover(provider);
  if (server.authorization_endpoint === undefined) throw new Error('no authorization endpoint');
  const pending: Pending = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  const url = new URL(server.authorization_endpoint);
  const query = {
    response_type: 'code',
    client_id: provider.client.client_id,
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, pending };
}

const Claims = z.object({ email: z.string().max(320), email_verified: z.literal(true) });

/**
 * The address the provider vouches for.
 * @throws on another state or nonce, a code that is spent, a signature that is not the provider's, an
 *   address nobody verified.
 */
export async function finishSignIn(
  provider: Provider,
  redirectUri: string,
  came: URLSearchParams,
  { state, nonce, verifier }: Pending,
): Promise<string> {
  const server = await discover(provider);
  const { client, auth } = provider;
  const params = oauth.validateAuthResponse(server, client, came, state);
  const options = optionsOf(provider);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    auth,
    params,
    redirectUri,
    verifier,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, options);
  const identity = oauth.getValidatedIdTokenClaims(tokens);
  const claims = Claims.safeParse(identity).data ?? (await userInfo(provider, server, tokens, identity?.sub));
  return claims.email;
}

/** Some providers keep the address out of the signed identity and tell it when asked. */
async function userInfo(
  provider: Provider,
  server: oauth.AuthorizationServer,
  tokens: oauth.TokenEndpointResponse,
  subject: string | undefined,
) {
  if (server.userinfo_endpoint === undefined || subject === undefined) throw new Error('no verified address');
  const { client } = provider;
  const response = await oauth.userInfoRequest(server, client, tokens.access_token, optionsOf(provider));
  return Claims.parse(await oauth.processUserInfoResponse(server, client, subject, response));
}

const TIMEOUT_MS = 10 * SECOND_MS;

async function discover(provider: Provider): Promise<oauth.AuthorizationServer> {
  const { issuer } = provider;
  const response = await oauth.discoveryRequest(issuer, optionsOf(provider));
  return oauth.processDiscoveryResponse(issuer, response);
}

/** Without TLS only to this very machine, to try it out. */
function optionsOf({ issuer }: Provider) {
  return {
    [oauth.allowInsecureRequests]: ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname),
    signal: () => AbortSignal.timeout(TIMEOUT_MS),
  };
}
