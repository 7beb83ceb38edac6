/** OAuth as HubSpot has it: PKCE, access of 30 minutes, uninstalling, and who the account is. */
import { type App, Grants, type Tokens } from '../grants.ts';
import { failed, json } from './answers.ts';

const LIVES_MS = 30 * 60_000;

export class Access extends Grants {
  /** Another account gives access from now on, where it is changed. */
  portalId: number;
  installed = false;

  constructor(now: () => number, app: App, portalId: number) {
    super(now, app, LIVES_MS, `${portalId}-`);
    this.portalId = portalId;
  }

  /** The page an admin of the account sees. @returns where they are sent */
  agree(url: URL): string {
    return this.consent(url.href).href;
  }

  override revoke(): void {
    super.revoke();
    this.installed = false;
  }

  async answer(request: Request, url: URL): Promise<Response | undefined> {
    if (url.pathname === '/oauth/v3/token' && request.method === 'POST')
      return this.token(new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer())));
    if (!url.pathname.startsWith('/account-info/') && !url.pathname.startsWith('/appinstalls/'))
      return undefined;
    if (!this.holds(request.headers.get('Authorization'))) return expired();
    if (url.pathname === '/account-info/v3/details')
      return json({ portalId: this.portalId, timeZone: 'US/Eastern', uiDomain: 'app.hubspot.com' });
    this.revoke();
    return new Response(null, { status: 204 });
  }

  private async token(form: URLSearchParams): Promise<Response> {
    if (!this.isApp(form.get('client_id'), form.get('client_secret')))
      return failed(400, 'BAD_CLIENT_ID', 'missing or unknown client id');
    const isCode = form.get('grant_type') === 'authorization_code';
    const given = isCode
      ? await this.byCode(form.get('code'), {
          redirectUri: form.get('redirect_uri'),
          verifier: form.get('code_verifier'),
        })
      : this.byRefresh(form.get('refresh_token'));
    if (given === undefined)
      return failed(
        400,
        isCode ? 'BAD_AUTH_CODE' : 'BAD_REFRESH_TOKEN',
        isCode ? 'missing or unknown auth code' : 'missing or invalid refresh token',
      );
    this.installed = true;
    return this.answered(given);
  }

  private answered({ access, refresh }: Tokens): Response {
    return json({
      token_type: 'bearer',
      access_token: access,
      refresh_token: refresh,
      expires_in: LIVES_MS / 1_000,
      hub_id: this.portalId,
    });
  }
}

export function expired(): Response {
  return failed(
    401,
    'EXPIRED_AUTHENTICATION',
    'The OAuth token used to make this call expired or was revoked.',
  );
}
