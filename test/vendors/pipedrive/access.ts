/** The OAuth side of a faked Pipedrive company: the app proves itself by basic authentication. */

export class PipedriveAccess {
  readonly clientId = 'pd-client';
  readonly clientSecret = 'pd-secret';
  private readonly now: () => number;
  private readonly site: string;
  private readonly codes = new Map<string, string>();
  private readonly refreshTokens = new Set<string>();
  private readonly sessions = new Map<string, number>();
  private counter = 0;

  constructor(now: () => number, site: string) {
    this.now = now;
    this.site = site;
  }

  allow(authorizeUrl: string): string {
    const asked = new URL(authorizeUrl).searchParams;
    if (asked.get('client_id') !== this.clientId) throw new Error('unknown client');
    this.counter += 1;
    const code = `code${this.counter}`;
    this.codes.set(code, asked.get('redirect_uri') ?? '');
    return code;
  }

  expire(): void {
    this.sessions.clear();
  }

  revoke(): void {
    this.sessions.clear();
    this.refreshTokens.clear();
  }

  holds(authorization: string | null): boolean {
    return (this.sessions.get(authorization?.replace(/^Bearer /, '') ?? '') ?? 0) > this.now();
  }

  async answer(request: Request, { pathname }: URL): Promise<Response> {
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    if (request.headers.get('Authorization') !== `Basic ${btoa(`${this.clientId}:${this.clientSecret}`)}`)
      return Response.json(
        { success: false, message: 'Client authentication failed', error: 'invalid_client' },
        { status: 401 },
      );
    if (pathname === '/oauth/revoke') {
      this.refreshTokens.delete(form.get('token') ?? '');
      return new Response(null, { status: 200 });
    }
    if (form.get('grant_type') === 'refresh_token') {
      const refresh = form.get('refresh_token') ?? '';
      return this.refreshTokens.has(refresh)
        ? this.session(refresh)
        : invalid('Invalid grant: refresh token is invalid');
    }
    const code = form.get('code') ?? '';
    if (this.codes.get(code) !== form.get('redirect_uri'))
      return invalid('Invalid grant: authorization code is invalid');
    this.codes.delete(code);
    this.counter += 1;
    const refresh = `${this.companyPart()}:refresh${this.counter}`;
    this.refreshTokens.add(refresh);
    return this.session(refresh);
  }

  private companyPart(): string {
    return '7812001:1';
  }

  private session(refresh_token: string): Response {
    this.counter += 1;
    const access_token = `${this.companyPart()}:access${this.counter}`;
    this.sessions.set(access_token, this.now() + 3_599_000);
    return Response.json({
      access_token,
      token_type: 'Bearer',
      refresh_token,
      scope: 'base,deals:full,contacts:full,activities:full,webhooks:full,users:read',
      expires_in: 3_599,
      api_domain: this.site,
    });
  }
}

function invalid(message: string): Response {
  return Response.json({ success: false, message, error: 'invalid_grant' }, { status: 400 });
}
