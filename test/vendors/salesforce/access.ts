/** The OAuth side of a faked Salesforce org: codes with PKCE, refreshing, sessions that run out, revoking. */

interface Code {
  readonly redirectUri: string;
  readonly challenge: string;
}

export class SalesforceAccess {
  readonly clientId = 'sf-client';
  readonly clientSecret = 'sf-secret';
  /** A session idle or old for longer is over; the org's own setting. */
  sessionMs = 2 * 60 * 60 * 1_000;
  private readonly now: () => number;
  private readonly site: string;
  private readonly organizationId: string;
  private readonly userId: string;
  private readonly codes = new Map<string, Code>();
  private readonly refreshTokens = new Set<string>();
  private readonly sessions = new Map<string, number>();
  private counter = 0;

  constructor(now: () => number, site: string, organizationId: string, userId: string) {
    this.now = now;
    this.site = site;
    this.organizationId = organizationId;
    this.userId = userId;
  }

  /** What the person at the browser does: allows it, and is sent back. */
  allow(authorizeUrl: string): URL {
    const asked = new URL(authorizeUrl).searchParams;
    if (asked.get('client_id') !== this.clientId || asked.get('response_type') !== 'code')
      throw new Error('error=invalid_client_id');
    const redirectUri = asked.get('redirect_uri') ?? '';
    const code = `aPrx-${this.next()}`;
    this.codes.set(code, { redirectUri, challenge: asked.get('code_challenge') ?? '' });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back;
  }

  /** As if the session had timed out: asking again by the refresh token helps. */
  expire(): void {
    this.sessions.clear();
  }

  /** As an admin there does under "Connected apps": nothing helps but asking the person again. */
  revoke(): void {
    this.sessions.clear();
    this.refreshTokens.clear();
  }

  holds(authorization: string | null): boolean {
    const until = this.sessions.get(authorization?.replace(/^Bearer /, '') ?? '');
    return until !== undefined && until > this.now();
  }

  async answer(request: Request, { pathname }: URL): Promise<Response> {
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    if (pathname === '/services/oauth2/revoke') {
      this.refreshTokens.delete(form.get('token') ?? '');
      this.sessions.delete(form.get('token') ?? '');
      return new Response(null, { status: 200 });
    }
    if (pathname !== '/services/oauth2/token' || request.method !== 'POST')
      return new Response('not found', { status: 404 });
    if (form.get('client_id') !== this.clientId)
      return refused('invalid_client_id', 'client identifier invalid');
    if (form.get('client_secret') !== this.clientSecret)
      return refused('invalid_client', 'invalid client credentials');
    if (form.get('grant_type') === 'authorization_code') return this.byCode(form);
    if (form.get('grant_type') !== 'refresh_token')
      return refused('unsupported_grant_type', 'grant type not supported');
    if (!this.refreshTokens.has(form.get('refresh_token') ?? ''))
      return refused('invalid_grant', 'expired access/refresh token');
    return Response.json(this.session());
  }

  private async byCode(form: URLSearchParams): Promise<Response> {
    const code = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    if (!code) return refused('invalid_grant', 'invalid authorization code');
    if (code.redirectUri !== form.get('redirect_uri'))
      return refused('redirect_uri_mismatch', 'redirect_uri must match configuration');
    if (code.challenge !== '' && code.challenge !== (await challengeOf(form.get('code_verifier') ?? '')))
      return refused('invalid_grant', 'invalid code verifier');
    const refresh = `5Aep-${this.next()}`;
    this.refreshTokens.add(refresh);
    return Response.json({ ...this.session(), refresh_token: refresh });
  }

  private session() {
    const token = `00D!${this.next()}`;
    this.sessions.set(token, this.now() + this.sessionMs);
    return {
      access_token: token,
      instance_url: this.site,
      id: `https://login.salesforce.com/id/${this.organizationId}/${this.userId}`,
      token_type: 'Bearer',
      issued_at: String(this.now()),
      signature: 'c2lnbmF0dXJl',
      scope: 'refresh_token api',
    };
  }

  private next(): string {
    this.counter += 1;
    return `${this.counter}.${this.now()}`;
  }
}

function refused(error: string, error_description: string): Response {
  return Response.json({ error, error_description }, { status: 400 });
}

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
