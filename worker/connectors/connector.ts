/**
 * The contract between the workspace and another system: each vendor is one file that exports a
 * `Connector`. It knows that vendor's addresses, shapes and limits and nothing of ours: it stores
 * nothing, decides nothing, and reaches the network by the `Line` it is given and by nothing else.
 */
import type { ZodType } from 'zod';
import type { ConnectionMapping, Vendor } from '../../shared/protocol/connections.ts';
import type { TROUBLES } from '../../shared/protocol/trouble.ts';
import type { PlainReason } from '../../shared/protocol/reason.ts';
import type { Change, Gone, Page, Ref, Stream } from './change.ts';
import type { Json } from './json.ts';
import type { Limit } from './pace.ts';
import type { Write } from './write.ts';

export type { Activity, Change, Deal, Gone, Page, Person, Ref, Stream, Told } from './change.ts';
export type { Json } from './json.ts';
export type { Write } from './write.ts';

// ── What can go wrong: a value, never a throw ────────────────────────────────────────────────────

export interface Trouble {
  readonly ok: false;
  readonly trouble: (typeof TROUBLES)[number];
  /** Null when nothing was answered. */
  readonly status: number | null;
  /** In our own words, shown to an admin: never theirs, which may quote a person's data. */
  readonly detail: string;
  readonly retryAfterMs?: number;
  /** It was not sent at all, to stay within the vendor's limits: no failure of anybody's. */
  readonly paced?: true;
  /** More exactly than `trouble`, for whoever says it in another language. */
  readonly why?: PlainReason;
  /** A limit of the one record that was asked for: nothing else has to wait. */
  readonly ofOne?: true;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | Trouble;

// ── The line to the vendor ───────────────────────────────────────────────────────────────────────

/** What this deployment is registered as with the vendor (`<VENDOR>_CLIENT_ID`, `<VENDOR>_CLIENT_SECRET`). */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Kept sealed (`sealTokens.ts`); in the clear only while a line is open. */
export interface Tokens {
  readonly access: string;
  /** Null with client credentials, where access is simply asked for again. */
  readonly refresh: string | null;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Whose records these are, as the vendor told when access was given; shown, so no secret belongs here. */
export interface Account {
  /** Portal, organisation or company id. */
  readonly id: string;
  readonly name: string;
  /** Origin of this customer's own API (`https://acme.my.salesforce.com`), where it is not the same for all. */
  readonly site?: string;
}

/** What an admin has to say before access can be asked for: an organisation's address, a tenant. */
export type Settings = Readonly<Record<string, string>>;

export interface VendorRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Whole, https, of one of the connector's `hosts`: anything else is refused before it leaves. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** At most one of them. */
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** As it is: what is neither. `reads` is then given the answer as it is, too. */
  readonly text?: { readonly type: string; readonly body: string };
  /** What a good answer looks like; anything else is `unavailable` (half a page). */
  readonly reads: ZodType<T>;
  /** Without the access token: for the token endpoint itself. */
  readonly bare?: true;
  /** What a 429 says whose limit is that of this one record, which others do not share. */
  readonly ofOne?: RegExp;
}

/**
 * Given per piece of work. Adds the access token, refreshes it once on 401, follows no redirect, waits
 * 10 s and reads 4 MB at most, and turns every status into a value.
 */
export interface Line {
  /** Epoch ms. */
  readonly now: number;
  readonly app: App;
  /** Null until access has been given. */
  readonly account: Account | null;
  readonly settings: Settings;
  send<T>(request: VendorRequest<T>): Promise<Answer<T>>;
}

// ── Giving access ────────────────────────────────────────────────────────────────────────────────

export interface Granted {
  readonly tokens: Tokens;
  readonly account: Account;
}

export interface Asking {
  readonly app: App;
  /** Ours; the same in `authorizeUrl` and `exchange`. */
  readonly redirectUri: string;
  /** One-use, bound to the admin's session. */
  readonly state: string;
  /** PKCE, S256; for vendors that take it. */
  readonly challenge: string;
  readonly settings: Settings;
}

// ── Webhooks: hints only. Whatever they say is read again from the vendor ────────────────────────

export interface Delivery {
  readonly method: string;
  /** As the vendor called it, whole. */
  readonly url: string;
  readonly header: (name: string) => string | null;
  /** As it came, byte for byte. */
  readonly body: string;
}

export interface HookSecrets {
  /** The app's client secret. */
  readonly app: string;
  /** Of this connection alone, ours: for vendors that let us choose one (basic auth, a part of the path). */
  readonly own: string;
}

export interface Hint {
  /** Tells a repeat: the same key is looked at once. */
  readonly key: string;
  readonly stream: string;
  readonly id: string;
  /** Account it speaks of, where it says so; another's is dropped. */
  readonly account?: string;
  /** What cannot be read again because it is gone. */
  readonly gone?: Gone;
}

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** `ref`: of the record it became, kept for when it is taken back. */
export type Written = { readonly ok: true; readonly ref?: Ref } | Trouble;

// ── What the mapping screen shows ────────────────────────────────────────────────────────────────

export interface TheirField {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly writable: boolean;
}

export interface Described {
  readonly fields: readonly TheirField[];
  readonly people: readonly {
    readonly ref: string;
    readonly name: string;
    readonly email: string | null;
    readonly active: boolean;
  }[];
}

// ── The connector ────────────────────────────────────────────────────────────────────────────────

export interface Connector {
  readonly vendor: Vendor;
  /** As people know it; a name, so not translated. */
  readonly label: string;
  /** Host names it may be spoken to at: exact, or with all that ends in it where it begins with a dot. */
  readonly hosts: readonly string[];
  /** `code`: the admin is sent there and comes back. `client`: the app's own credentials and the settings do. */
  readonly access: 'code' | 'client';
  /** What an admin has to say first, by id; each value is checked by its pattern. */
  readonly settings: readonly { readonly id: string; readonly pattern: RegExp }[];
  readonly streams: readonly Stream[];
  /** How often changes are asked for when no webhook hints at one, ms. */
  readonly everyMs: number;
  /** As documented, for one account; nothing is sent faster (`pace.ts`). */
  readonly limits: readonly Limit[];
  /** As documented, of changes to the record of one person: what comes above waits, and is one write by then. */
  readonly perPerson?: Limit;
  /** Ids that may go into one call of `readThese`; 100 where left out. */
  readonly mostRead?: number;
  /** Writes that may go into one call of `write`. */
  readonly mostWrites: number;
  /** Fields of a person's record there that our stage and score are written into; `prepare` sees that they exist. */
  readonly writesTo: { readonly stage: string; readonly score: string };
  /** It has no place for what was done about somebody: no attempt is ever written. */
  readonly noAttempts?: true;
  /** Kinds of event it tells of, which may be signals here; labels as its own pages name them. */
  readonly events?: readonly { readonly id: string; readonly label: string }[];
  /** Their field ids that usually mean ours, best first: the proposed default. */
  readonly usual: Readonly<Record<string, readonly string[]>>;

  /** Where their people open a record, where such addresses are known; null for a kind without a page. */
  pageOf?(account: Account, ref: Ref): string | null;

  /** Where the admin is sent; null with `client`. */
  authorizeUrl(asking: Asking): string | null;
  /** @param verifier of the challenge */
  exchange(
    line: Line,
    given: { code: string; redirectUri: string; verifier: string },
  ): Promise<Answer<Granted>>;
  /** `unauthorised` when access was taken back: the connection then says so and asks to be given it again. */
  refresh(line: Line, tokens: Tokens): Promise<Answer<Tokens>>;

  /** Fields and users there. */
  describe(line: Line): Promise<Answer<Described>>;
  /** Makes there what we write into, and asks for webhooks where that can be asked. Safe to repeat. */
  prepare(line: Line, mapping: ConnectionMapping, hook: { url: string; own: string }): Promise<Answer<null>>;
  /**
   * Undoes `prepare` as far as it goes and gives access back. What was written stays theirs.
   * @param own as `prepare` was told it
   */
  remove(line: Line, tokens: Tokens, own: string): Promise<Answer<null>>;

  /** Constant time; ± 5 min where the vendor signs a time. Nothing of the body is believed before. */
  verify(delivery: Delivery, secrets: HookSecrets, now: number): Promise<boolean>;
  /** Of a verified delivery; [] for what is of no interest. Undefined: it is not in their format. */
  hints(delivery: Delivery): readonly Hint[] | undefined;
  /** Their admin enters our hook's address by hand: it is shown with this connection's own secret as `?code=…`. */
  readonly codeInAddress?: true;
  /** What a verified delivery is answered with, where the vendor wants more than 202. */
  readonly received?: { readonly type: string; readonly body: string };

  /** @param cursor null the first time: then all there is, oldest change first */
  read(line: Line, stream: string, cursor: Json, mapping: ConnectionMapping): Promise<Answer<Page>>;
  /** Single records as they stand now; one that is not there any more comes as `gone`. */
  readThese(
    line: Line,
    stream: string,
    ids: readonly string[],
    mapping: ConnectionMapping,
  ): Promise<Answer<readonly Change[]>>;
  /** In the order of `writes`, one answer each. A trouble of the whole call is everybody's. */
  write(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>>;
}
