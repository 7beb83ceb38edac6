/** The OAuth side of a faked Salesforce org: codes with PKCE, refreshing, sessions that run out, revoking. */
import { Grants } from '../grants.ts';

/** A session idle or old for longer is over; the org's own setting. */
const SESSION_MS = 2 * 60 * 60 * 1_000;

export class SalesforceAccess extends Grants {
  private readonly site: string;
  private readonly userUrl: string;
  private readonly time: () => number;

  constructor(now: () => number, site: string, organizationId: string, userId: string) {
    super(now, { clientId: 'sf-client', clientSecret: 'sf-secret' }, SESSION_MS, '00D!');
    this.time = now;
    this.site = site;
    this.userUrl = `https://login.salesforce.com/id/${organizationId}/${userId}`;
  }

  async answer(request: Request, { pathname }: URL): Promise<Response> {
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    if (pathname === '/services/oauth2/revoke') {
      this.end(form.get('token'));
      return new Response(null, { status: 200 });
    }
    if (pathname !== '/services/oauth2/token' || request.method !== 'POST')
      return new Response('not found', { status: 404 });
    if (!this.isApp(form.get('client_id'), form.get('client_secret')))
      return refused('invalid_client', 'invalid client credentials');
    if (form.get('grant_type') === 'authorization_code') {
      const given = await this.byCode(form.get('code'), {
        redirectUri: form.get('redirect_uri'),
        verifier: form.get('code_verifier'),
      });
      if (given === undefined) return refused('invalid_grant', 'invalid authorization code');
      return Response.json({ ...this.answered(given.access), refresh_token: given.refresh });
    }
    if (form.get('grant_type') !== 'refresh_token')
      return refused('unsupported_grant_type', 'grant type not supported');
    const given = this.byRefresh(form.get('refresh_token'));
    if (given === undefined) return refused('invalid_grant', 'expired access/refresh token');
    return Response.json(this.answered(given.access));
  }

  private answered(access_token: string) {
    return {
      access_token,
      instance_url: this.site,
      id: this.userUrl,
      token_type: 'Bearer',
      issued_at: String(this.time()),
      signature: 'c2lnbmF0dXJl',
      scope: 'refresh_token api',
    };
  }
}

function refused(error: string, error_description: string): Response {
  return Response.json({ error, error_description }, { status: 400 });
}
