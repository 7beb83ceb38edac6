/**
 * The line to a vendor: adds the access token, refreshes it when it has run out, keeps to the vendor's
 * hosts, waits and reads only so much, and turns whatever comes back into a value.
 */
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import type {
  Account,
  Answer,
  App,
  Connector,
  Line,
  Settings,
  Tokens,
  Trouble,
  VendorRequest,
} from './connector.ts';
import type { Pace } from './pace.ts';
import { vendorAddress, type VendorRule } from './vendorAddress.ts';

const ANSWER_WITHIN_MS = 10 * SECOND_MS;
const MOST_BYTES = 4 * 1024 * 1024;
/** A token this close to its end is not begun with. */
const EARLY_MS = MINUTE_MS;
const LONGEST_RETRY_AFTER_MS = 24 * HOUR_MS;
/** Asking again is counted, too, so that a day's limit of one record is not kept used up by asking. */
const OF_ONE_AGAIN_MS = 4 * HOUR_MS;

export interface Opening {
  readonly connector: Connector;
  readonly rule: VendorRule;
  readonly now: number;
  readonly app: App;
  readonly account: Account | null;
  readonly settings: Settings;
  readonly tokens: Tokens | null;
  readonly pace: Pace;
}

export class VendorLine implements Line {
  readonly now: number;
  readonly app: App;
  readonly account: Account | null;
  readonly settings: Settings;
  /** As they are now: others than it was opened with once they were refreshed, which has to be kept. */
  tokens: Tokens | null;
  /** Requests sent, for the vendor's daily limits. */
  requests = 0;
  private readonly connector: Connector;
  private readonly rule: VendorRule;
  private readonly pace: Pace;

  constructor({ connector, rule, now, app, account, settings, tokens, pace }: Opening) {
    this.connector = connector;
    this.rule = rule;
    this.now = now;
    this.app = app;
    this.account = account;
    this.settings = settings;
    this.tokens = tokens;
    this.pace = pace;
  }

  async send<T>(request: VendorRequest<T>): Promise<Answer<T>> {
    if (request.bare) return this.once(request, null);
    if (this.tokens === null) return NO_ACCESS;
    const isOver = this.tokens.expiresAt - EARLY_MS <= this.now;
    const renewed = isOver ? await this.renew(this.tokens) : undefined;
    if (renewed?.ok === false) return renewed;
    const first = await this.once(request, this.tokens.access);
    if (first.ok || first.trouble !== 'unauthorised' || renewed !== undefined) return first;
    // Taken back early, or used up by another clock than ours.
    const again = await this.renew(this.tokens);
    return again.ok ? this.once(request, again.value.access) : again;
  }

  private async renew(tokens: Tokens): Promise<Answer<Tokens>> {
    const renewed = await this.connector.refresh(this, tokens);
    if (renewed.ok) this.tokens = renewed.value;
    // A refresh that is refused for whatever reason of ours means signing in again.
    else if (renewed.trouble === 'invalid' || renewed.trouble === 'forbidden')
      return { ...renewed, trouble: 'unauthorised' };
    return renewed;
  }

  private async once<T>(request: VendorRequest<T>, access: string | null): Promise<Answer<T>> {
    const { method, url: text, query = {}, headers = {}, json, form, text: plain, reads, ofOne } = request;
    const url = vendorAddress(text, this.connector.hosts, this.rule);
    if (url === undefined) return trouble('forbidden', null, 'this address is none of the vendor’s');
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const wait = await this.pace.turn(url.pathname);
    if (wait > 0) return { ...WAITING, retryAfterMs: wait };
    this.requests += 1;
    // Ended with its answer: one left to run out by itself counts among the few thousand there may be.
    const patience = new AbortController();
    const timer = setTimeout(() => {
      patience.abort(new DOMException('late', 'TimeoutError'));
    }, ANSWER_WITHIN_MS);
    try {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        signal: patience.signal,
        headers: {
          Accept: 'application/json',
          'User-Agent': 'Combinado',
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(plain === undefined ? {} : { 'Content-Type': plain.type }),
          ...headers,
          ...(access === null ? {} : { Authorization: `Bearer ${access}` }),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
        ...(plain === undefined ? {} : { body: plain.body }),
      });
      const body = await textOf(response);
      if (!response.ok) {
        const said = refused(response, body);
        if (said.trouble !== 'limited') return said;
        if (ofOne?.test(body))
          return { ...said, retryAfterMs: Math.max(said.retryAfterMs ?? 0, OF_ONE_AGAIN_MS), ofOne: true };
        this.pace.hold(said.retryAfterMs ?? 0);
        return said;
      }
      const value = reads.safeParse(body === '' ? null : plain === undefined ? parsed(body) : body);
      return value.success
        ? { ok: true, value: value.data }
        : trouble('unavailable', response.status, 'it answered something that cannot be read');
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      const detail = late ? `no answer within ${ANSWER_WITHIN_MS / SECOND_MS} s` : 'it could not be reached';
      return trouble('unavailable', null, detail);
    } finally {
      clearTimeout(timer);
    }
  }
}

const WAITING = {
  ...trouble('limited', null, 'as many requests as it takes have been sent'),
  paced: true,
} as const;
const NO_ACCESS = trouble('unauthorised', null, 'nobody has given access yet', 'no_access_yet');

export function trouble(
  kind: Trouble['trouble'],
  status: number | null,
  detail: string,
  why?: Trouble['why'],
): Trouble {
  return { ok: false, trouble: kind, status, detail, ...(why === undefined ? {} : { why }) };
}

/** @throws when it is longer than anybody sends, or breaks off */
async function textOf(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new Error('too long');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Of a daily limit nobody says when it ends: an hour is short enough to lose little and long enough to matter. */
const DAILY = /"(?:policyName|errorCode|code)"\s*:\s*"(?:DAILY|REQUEST_LIMIT_EXCEEDED)/;

/** Took too long, locked while much is written, too early, moved just now (HubSpot's 477): all of them pass. */
const PASSING = new Set([408, 423, 425, 477]);

/** What an answer that is none means; also of one that came inside another. */
export function refused(response: Response, body: string): Trouble {
  const { status } = response;
  const said = `it answered ${status}`;
  if (status === 429 || (status === 403 && DAILY.test(body))) {
    const daily = DAILY.test(body);
    const retryAfterMs =
      retryAfter(response.headers.get('Retry-After')) ?? (daily ? HOUR_MS : 10 * SECOND_MS);
    const detail = daily ? 'its limit for today is used up' : 'it has had too many requests';
    return { ...trouble('limited', status, detail), retryAfterMs };
  }
  if (status === 401) return trouble('unauthorised', status, 'access was taken back or has run out');
  if (status === 403) return trouble('forbidden', status, 'the access given does not reach so far');
  if (status === 404 || status === 410) return trouble('missing', status, 'it is not there any more');
  if (status === 409 || status === 412) return trouble('conflict', status, 'it has changed meanwhile');
  if (status >= 400 && status < 500 && !PASSING.has(status))
    return trouble('invalid', status, `${said}: it does not take this as it is`);
  if (status >= 300 && status < 400)
    return trouble('unavailable', status, 'it redirects, which is not followed');
  const retryAfterMs = retryAfter(response.headers.get('Retry-After'));
  return { ...trouble('unavailable', status, said), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** Seconds, or a date; undefined when it says nothing we can use. */
export function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * SECOND_MS : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : undefined;
}
