/**
 * Who the lead is, as its facts say up to an instant: addresses, fields with the time they got
 * their value, first source, account counts.
 */
import type { Span } from '../sla/clockInput.ts';
import { hasValue } from '../predicate/valueTest.ts';
import type { SeenSignal } from '../predicate/context.ts';
import type { BodyOf, ExternalId, Fact, FactKind, Scalar } from './facts.ts';
import { compareText } from '../predicate/text.ts';
import { domainOf, externalKey, normalizeEmail, normalizePhone } from './identity.ts';
import { turned } from './spans.ts';

export interface SourcedSignal extends SeenSignal {
  readonly source: string | null;
  readonly campaign: string | null;
}

export interface Profile {
  /** How many facts it was read from. */
  readonly told: number;
  readonly capturedAt: number | null;
  /** When the newest import that holds this lead was recorded; evidence known by then is backlog (TRI2). */
  readonly importedAt: number | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly externalIds: readonly ExternalId[];
  readonly domains: readonly string[];
  readonly domainsSince: number | null;
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly fieldSince: Readonly<Record<string, number>>;
  /** Per field, when it had a value. */
  readonly known: Readonly<Record<string, readonly Span[]>>;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly signals: readonly SourcedSignal[];
  readonly account: {
    readonly at: number;
    readonly personas: Readonly<Record<string, number>>;
    readonly stages: Readonly<Record<string, number>>;
  } | null;
}

/** The kinds of fact that say who a lead is. */
const TELLING = new Set<FactKind>(['lead.captured', 'lead.changed', 'account.counted', 'signal.seen']);

/**
 * `facts` in order (FCT4) and none after the instant asked about. `later` is the profile of a reading
 * they are some of: where it was read from no more of them, it is theirs too.
 */
export function profileOf(facts: readonly Fact[], later?: Profile): Profile {
  if (later !== undefined && later.told === tellingOf(facts)) return later;
  const draft = new Draft();
  for (const fact of facts) draft.take(fact);
  return draft.done();
}

function tellingOf(facts: readonly Fact[]): number {
  let told = 0;
  for (const { kind } of facts) if (TELLING.has(kind)) told += 1;
  return told;
}

class Draft {
  told = 0;
  capturedAt: number | null = null;
  importedAt: number | null = null;
  domainsSince: number | null = null;
  source: string | null = null;
  campaign: string | null = null;
  account: Profile['account'] = null;
  readonly emails = new Set<string>();
  readonly phones = new Set<string>();
  readonly externalIds = new Map<string, ExternalId>();
  readonly fields = new Map<string, Scalar>();
  readonly fieldSince = new Map<string, number>();
  readonly known = new Map<string, readonly Span[]>();
  readonly signals: SourcedSignal[] = [];

  take(fact: Fact): void {
    if (!TELLING.has(fact.kind)) return;
    const { at } = fact;
    this.told += 1;
    if (fact.kind === 'lead.captured') this.capture(fact.body, at, fact.recordedAt);
    if (fact.kind === 'lead.changed') this.change(fact.body, at);
    if (fact.kind === 'account.counted') this.account = { at, ...fact.body };
    if (fact.kind === 'signal.seen') {
      const { signal, properties = {}, source = null, campaign = null } = fact.body;
      this.signals.push({ id: fact.id, signal, at, properties, source, campaign });
    }
  }

  private capture(body: BodyOf<'lead.captured'>, at: number, recordedAt: number): void {
    if (this.capturedAt === null) {
      this.capturedAt = at;
      // Those of the first capture, for good (FCT3); a plain field says them as well as the head.
      this.source = body.source ?? textOf(body.fields['source']);
      this.campaign = body.campaign ?? textOf(body.fields['campaign']);
      if (this.source !== null) this.set('source', this.source, at);
      if (this.campaign !== null) this.set('campaign', this.campaign, at);
    }
    if (body.cause === 'import') this.importedAt = Math.max(this.importedAt ?? recordedAt, recordedAt);
    this.address(body.emails, body.phones, body.externalIds, at);
    for (const [field, value] of Object.entries(body.fields)) this.setOpen(field, value, at);
  }

  private change(body: BodyOf<'lead.changed'>, at: number): void {
    this.address(body.addEmails ?? [], body.addPhones ?? [], body.addExternalIds ?? [], at);
    for (const email of body.removeEmails ?? []) this.emails.delete(normalizeEmail(email) ?? email);
    for (const phone of body.removePhones ?? []) this.phones.delete(normalizePhone(phone) ?? phone);
    for (const [field, value] of Object.entries(body.fields ?? {})) this.setOpen(field, value, at);
  }

  private address(
    emails: readonly string[],
    phones: readonly string[],
    ids: readonly ExternalId[],
    at: number,
  ): void {
    for (const email of emails.map(normalizeEmail)) {
      if (email === null || this.emails.has(email)) continue;
      this.emails.add(email);
      this.domainsSince = at;
    }
    for (const phone of phones.map(normalizePhone)) if (phone !== null) this.phones.add(phone);
    for (const id of ids) this.externalIds.set(externalKey(id), id);
  }

  /** Source and campaign never change after the first capture. */
  private setOpen(field: string, value: Scalar | null, at: number): void {
    if (field !== 'source' && field !== 'campaign') this.set(field, value, at);
  }

  private set(field: string, value: Scalar | null, at: number): void {
    const has = value !== null && hasValue(value);
    this.known.set(field, turned(this.known.get(field) ?? [], at, has));
    if (!has) {
      this.fields.delete(field);
      this.fieldSince.delete(field);
      return;
    }
    // Saying again what is known is no new evidence (STG4).
    if (this.fields.get(field) !== value) this.fieldSince.set(field, at);
    this.fields.set(field, value);
  }

  done(): Profile {
    const emails = [...this.emails];
    // Every field that ever had a value, by code units.
    const order = [...this.known.keys()].toSorted(compareText);
    return {
      told: this.told,
      capturedAt: this.capturedAt,
      importedAt: this.importedAt,
      emails,
      phones: [...this.phones],
      externalIds: [...this.externalIds.values()],
      domains: [...new Set(emails.map(domainOf))],
      domainsSince: this.domainsSince,
      fields: inOrder(this.fields, order),
      fieldSince: inOrder(this.fieldSince, order),
      known: inOrder(this.known, order),
      source: this.source,
      campaign: this.campaign,
      signals: this.signals,
      account: this.account,
    };
  }
}

function textOf(value: Scalar | undefined): string | null {
  return typeof value === 'string' && hasValue(value) ? value : null;
}

/** In an order that makes equal states equal bytes (FCT6); `fromEntries`, for a field may be named anything. */
function inOrder<T>(entries: ReadonlyMap<string, T>, order: readonly string[]): Record<string, T> {
  const pairs: [string, T][] = [];
  for (const key of order) {
    const value = entries.get(key);
    if (value !== undefined) pairs.push([key, value]);
  }
  return Object.fromEntries(pairs);
}
