/** The OAuth side of a faked Pipedrive company: the app proves itself by basic authentication. */
import { Grants, type Tokens } from '../grants.ts';

const LIVES_MS = 3_599_000;

export class PipedriveAccess extends Grants {
  private readonly site: string;

  constructor(now: () => number, site: string) {
    super(now, { clientId: 'pd-client', clientSecret: 'pd-secret' }, LIVES_MS, '7812001:1:');
    this.site = site;
  }

  async answer(request: Request, { pathname }: URL): Promise<Response> {
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    const basic = /^Basic (\S+)$/.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
    const [id = null, secret = null] = atob(basic).split(':');
    if (!this.isApp(id, secret))
      return Response.json(
        { success: false, message: 'Client authentication failed', error: 'invalid_client' },
        { status: 401 },
      );
    if (pathname === '/oauth/revoke') {
      this.end(form.get('token'));
      return new Response(null, { status: 200 });
    }
    if (form.get('grant_type') === 'refresh_token') {
      const given = this.byRefresh(form.get('refresh_token'));
      return given ? this.answered(given) : invalid('Invalid grant: refresh token is invalid');
    }
    const given = await this.byCode(form.get('code'), { redirectUri: form.get('redirect_uri') });
    return given ? this.answered(given) : invalid('Invalid grant: authorization code is invalid');
  }

  private answered({ access, refresh }: Tokens): Response {
    return Response.json({
      access_token: access,
      token_type: 'Bearer',
      refresh_token: refresh,
      scope: 'base,deals:full,contacts:full,activities:full,webhooks:full,users:read',
      expires_in: LIVES_MS / 1_000,
      api_domain: this.site,
    });
  }
}

function invalid(message: string): Response {
  return Response.json({ success: false, message, error: 'invalid_grant' }, { status: 400 });
}
