/** OAuth as HubSpot has it: codes of one use, access of 30 minutes, uninstalling, and who the account is. */
import { failed, json } from './answers.ts';

const LIVES_MS = 30 * 60_000;

export class Access {
  readonly portalId: number;
  readonly clientId: string;
  readonly clientSecret: string;
  installed = false;
  private readonly codes = new Map<
    string,
    { readonly redirectUri: string; readonly challenge: string | null }
  >();
  private readonly refreshTokens = new Set<string>();
  private readonly accessTokens = new Map<string, number>();
  private readonly mine = new Set<string>();
  private made = 0;
  private readonly now: () => number;

  constructor(
    now: () => number,
    { clientId, clientSecret }: { clientId: string; clientSecret: string },
    portalId: number,
  ) {
    this.now = now;
    this.portalId = portalId;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** The page an admin of the account sees; here they always agree. @returns where they are sent */
  agree(url: URL): string {
    const query = url.searchParams;
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== this.clientId) throw new Error('no such app');
    const code = this.name('code');
    this.codes.set(code, { redirectUri, challenge: query.get('code_challenge') });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back.href;
  }

  /** Whether a request with this header or form is about this account. */
  knows(authorization: string | null, form: string): boolean {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    const named = new URLSearchParams(form);
    return this.mine.has(token) || this.mine.has(named.get('code') ?? named.get('refresh_token') ?? '');
  }

  holds(authorization: string | null): boolean {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    return (this.accessTokens.get(token) ?? 0) > this.now();
  }

  expire(): void {
    this.accessTokens.clear();
  }

  revoke(): void {
    this.expire();
    this.refreshTokens.clear();
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
    const isApp = form.get('client_id') === this.clientId && form.get('client_secret') === this.clientSecret;
    if (!isApp) return failed(400, 'BAD_CLIENT_ID', 'missing or unknown client id');
    if (form.get('grant_type') === 'authorization_code') {
      const code = form.get('code') ?? '';
      const known = this.codes.get(code);
      this.codes.delete(code);
      const isGood =
        known?.redirectUri === form.get('redirect_uri') &&
        (known?.challenge === null || known?.challenge === (await s256(form.get('code_verifier') ?? '')));
      if (!isGood) return failed(400, 'BAD_AUTH_CODE', 'missing or unknown auth code');
      this.installed = true;
      const refresh = this.name('refresh');
      this.refreshTokens.add(refresh);
      return this.granted(refresh);
    }
    const refresh = form.get('refresh_token') ?? '';
    return this.refreshTokens.has(refresh)
      ? this.granted(refresh)
      : failed(400, 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token');
  }

  private granted(refresh: string): Response {
    const access = this.name('access');
    this.accessTokens.set(access, this.now() + LIVES_MS);
    const expires = LIVES_MS / 1_000;
    return json({
      token_type: 'bearer',
      access_token: access,
      refresh_token: refresh,
      expires_in: expires,
      hub_id: this.portalId,
    });
  }

  private name(what: string): string {
    this.made += 1;
    const name = `${what}-${this.portalId}-${this.made}-only-in-tests`;
    this.mine.add(name);
    return name;
  }
}

export function expired(): Response {
  return failed(
    401,
    'EXPIRED_AUTHENTICATION',
    'The OAuth token used to make this call expired or was revoked.',
  );
}

async function s256(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
