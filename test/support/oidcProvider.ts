/** A real OpenID provider on this machine, and a person who signs in with it by its own forms. */
import type { Server } from 'node:http';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'combinado', secret: 'only-in-tests' } as const;

export interface Account {
  readonly email: string;
  readonly email_verified: boolean;
}

export interface RunningProvider {
  readonly issuer: string;
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
  const provider = new Provider(issuer, {
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
  const server: Server = provider.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
