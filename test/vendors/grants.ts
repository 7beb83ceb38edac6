/**
 * What a faked vendor has given: codes of one use, access that runs out, refresh tokens. How it is asked for them
 * and in which words it answers is each fake's own business.
 */
import { challengeOf } from '../support/challenge.ts';

export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}
export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

export class Grants {
  readonly app: App;
  /** An app that was taken away is given nothing. */
  allowed = true;
  private readonly now: () => number;
  private readonly livesMs: number;
  private readonly prefix: string;
  private readonly codes = new Map<string, { readonly redirectUri: string; readonly challenge: string }>();
  private readonly refreshTokens = new Set<string>();
  private readonly sessions = new Map<string, number>();
  private readonly given = new Set<string>();

  /** @param prefix of all it gives, where tokens tell whose they are */
  constructor(now: () => number, app: App, livesMs: number, prefix = '') {
    this.now = now;
    this.app = app;
    this.livesMs = livesMs;
    this.prefix = prefix;
  }

  /** The page an admin sees; here they always agree. @returns where they are sent */
  consent(authorizeUrl: string): URL {
    const asked = new URL(authorizeUrl).searchParams;
    if (asked.get('client_id') !== this.app.clientId) throw new Error('there is no such app');
    const back = new URL(asked.get('redirect_uri') ?? '');
    const code = this.name('code');
    this.codes.set(code, { redirectUri: back.href, challenge: asked.get('code_challenge') ?? '' });
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back;
  }

  /** The code alone, as whoever comes back brings it. */
  codeFor(authorizeUrl: string | null): string {
    return this.consent(authorizeUrl ?? '').searchParams.get('code') ?? '';
  }

  isApp(id: string | null, secret: string | null): boolean {
    return id === this.app.clientId && secret === this.app.clientSecret && this.allowed;
  }

  /** A code is good once, for where it was asked from, and for whoever has the verifier where one was asked for. */
  async byCode(
    code: string | null,
    { redirectUri, verifier }: { readonly redirectUri?: string | null; readonly verifier?: string | null },
  ): Promise<Tokens | undefined> {
    const known = this.codes.get(code ?? '');
    this.codes.delete(code ?? '');
    if (known === undefined) return undefined;
    if (redirectUri !== undefined && redirectUri !== known.redirectUri) return undefined;
    if (known.challenge !== '' && known.challenge !== (await challengeOf(verifier ?? ''))) return undefined;
    return this.granted();
  }

  /** @param once a refresh token is good for one new pair, as with some */
  byRefresh(refresh: string | null, once = false): Tokens | undefined {
    if (!this.refreshTokens.has(refresh ?? '')) return undefined;
    if (!once) return { access: this.session(), refresh: refresh ?? '' };
    this.refreshTokens.delete(refresh ?? '');
    return this.granted();
  }

  session(): string {
    const access = this.name('access');
    this.sessions.set(access, this.now() + this.livesMs);
    return access;
  }

  holds(authorization: string | null): boolean {
    return (this.sessions.get(tokenIn(authorization)) ?? 0) > this.now();
  }

  /** Whether a request with this header or form is about this account. */
  knows(authorization: string | null, form: string): boolean {
    const named = new URLSearchParams(form);
    const all = [tokenIn(authorization), named.get('code'), named.get('refresh_token')];
    return all.some((one) => this.given.has(one ?? ''));
  }

  end(token: string | null): void {
    this.refreshTokens.delete(token ?? '');
    this.sessions.delete(token ?? '');
  }

  /** As if it had run out: asking again helps. */
  expire(): void {
    this.sessions.clear();
  }

  /** As an admin there takes it back: nothing helps but asking the person again. */
  revoke(): void {
    this.sessions.clear();
    this.refreshTokens.clear();
  }

  private granted(): Tokens {
    const refresh = this.name('refresh');
    this.refreshTokens.add(refresh);
    return { access: this.session(), refresh };
  }

  private name(what: string): string {
    const name = `${this.prefix}${what}-${this.given.size + 1}-only-in-tests`;
    this.given.add(name);
    return name;
  }
}

function tokenIn(authorization: string | null): string {
  return authorization?.replace(/^Bearer /, '') ?? '';
}
