/** A real OpenID provider on this machine, and a person who signs in with it by its own forms. */
import type { Server } from 'node:http';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';
import { newSigningKey, privateJwk, type SigningKey } from './idTokens.ts';

export const CLIENT = { id: 'combinado', secret: 'only-in-tests' } as const;

export interface Account {
  readonly email: string;
  readonly email_verified: boolean;
}

export interface RunningProvider {
  readonly issuer: string;
  /** What its tokens are signed with. */
  readonly key: SigningKey;
  /** Whoever sits between the two hands out this token instead; null: nobody does. */
  readonly forge: (how: ((idToken: string) => string) | null) => void;
  readonly stop: () => Promise<void>;
}

/** @param accounts by what is typed as the name at sign-in */
export async function startProvider(
  port: number,
  {
    redirectUri,
    accounts,
    emailInToken,
  }: {
    readonly redirectUri: string;
    readonly accounts: Readonly<Record<string, Account>>;
    readonly emailInToken: boolean;
  },
): Promise<RunningProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const key = newSigningKey('of-the-provider');
  let forged: ((idToken: string) => string) | null = null;
  const provider = new Provider(issuer, {
    jwks: { keys: [privateJwk(key)] },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // True is the standard's own way: the address is told when asked, not put in the token.
    conformIdTokenClaims: !emailInToken,
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...accounts[sub] }),
    }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['only-in-tests'] },
  });
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    if (forged === null || typeof body !== 'object' || body === null || !('id_token' in body)) return;
    context.body = { ...body, id_token: forged(String(body.id_token)) };
  });
  const server: Server = provider.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    key,
    forge: (how) => {
      forged = how;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
