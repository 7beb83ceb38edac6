/**
 * Who the lead is, as its facts say up to an instant: addresses, fields with the time they got
 * their value, first source, account counts.
 */
import type { Span } from '../sla/clockInput.ts';
import { namesOfDomain } from '../predicate/text.ts';
import { hasValue } from '../predicate/valueTest.ts';
import type { SeenSignal } from '../predicate/context.ts';
import type { BodyOf, ExternalId, Fact, FactKind, Scalar } from './facts.ts';
import { domainOf, externalKey, isCompanyRecord, normalizeEmail, normalizePhone } from './identity.ts';
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
  readonly domainNames: readonly string[];
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

/** Whether facts of this kind say who a lead is. */
function isTelling(kind: FactKind): boolean {
  return (
    kind === 'signal.seen' ||
    kind === 'lead.captured' ||
    kind === 'lead.changed' ||
    kind === 'account.counted'
  );
}

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
  for (const { kind } of facts) if (isTelling(kind)) told += 1;
  return told;
}

/** A field while its facts are read; undefined = it has no value any more. */
interface FieldDraft {
  value: Scalar | undefined;
  since: number;
  known: readonly Span[];
}

const NO_PROPERTIES: SeenSignal['properties'] = {};

class Draft {
  told = 0;
  capturedAt: number | null = null;
  importedAt: number | null = null;
  domainsSince: number | null = null;
  source: string | null = null;
  campaign: string | null = null;
  account: Profile['account'] = null;
  emails: readonly string[] = [];
  phones: readonly string[] = [];
  externalIds: readonly ExternalId[] = [];
  readonly fields = new Map<string, FieldDraft>();
  readonly signals: SourcedSignal[] = [];

  take(fact: Fact): void {
    if (!isTelling(fact.kind)) return;
    const { at } = fact;
    this.told += 1;
    if (fact.kind === 'signal.seen') {
      const { signal, properties = NO_PROPERTIES, source = null, campaign = null } = fact.body;
      this.signals.push({ id: fact.id, signal, at, properties, source, campaign });
    }
    if (fact.kind === 'lead.captured') this.capture(fact.body, at, fact.recordedAt);
    if (fact.kind === 'lead.changed') this.change(fact.body, at);
    if (fact.kind === 'account.counted') this.account = { at, ...fact.body };
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
    this.setOpen(body.fields, at);
  }

  private change(body: BodyOf<'lead.changed'>, at: number): void {
    const {
      addEmails = [],
      addPhones = [],
      addExternalIds = [],
      removeEmails = [],
      removePhones = [],
    } = body;
    this.address(addEmails, addPhones, addExternalIds, at);
    for (const email of removeEmails) this.emails = without(this.emails, normalizeEmail(email) ?? email);
    for (const phone of removePhones) this.phones = without(this.phones, normalizePhone(phone) ?? phone);
    if (body.fields !== undefined) this.setOpen(body.fields, at);
  }

  private address(
    emails: readonly string[],
    phones: readonly string[],
    ids: readonly ExternalId[],
    at: number,
  ): void {
    for (const text of emails) {
      const email = normalizeEmail(text);
      if (email === null || this.emails.includes(email)) continue;
      this.emails = [...this.emails, email];
      this.domainsSince = at;
    }
    for (const text of phones) {
      const phone = normalizePhone(text);
      if (phone !== null && !this.phones.includes(phone)) this.phones = [...this.phones, phone];
    }
    for (const id of ids) this.externalIds = withId(this.externalIds, id);
  }

  /** Source and campaign never change after the first capture. */
  private setOpen(fields: Readonly<Record<string, Scalar | null>>, at: number): void {
    for (const field of Object.keys(fields)) {
      const value = fields[field];
      if (value !== undefined && field !== 'source' && field !== 'campaign') this.set(field, value, at);
    }
  }

  private set(field: string, value: Scalar | null, at: number): void {
    const has = value !== null && hasValue(value);
    const draft = this.fields.get(field);
    if (draft === undefined) {
      const known = turned([], at, has);
      this.fields.set(field, { value: has ? value : undefined, since: at, known });
      return;
    }
    draft.known = turned(draft.known, at, has);
    // Saying again what is known is no new evidence (STG4).
    if (has && draft.value !== value) draft.since = at;
    draft.value = has ? value : undefined;
  }

  done(): Profile {
    const { emails } = this;
    const domains = domainsOf(emails);
    const fields: Record<string, Scalar> = {};
    const fieldSince: Record<string, number> = {};
    const known: Record<string, readonly Span[]> = {};
    // By code units, so that equal states are equal bytes (FCT6).
    for (const field of [...this.fields.keys()].toSorted()) {
      const draft = this.fields.get(field);
      if (draft === undefined) continue;
      put(known, field, draft.known);
      if (draft.value === undefined) continue;
      put(fields, field, draft.value);
      put(fieldSince, field, draft.since);
    }
    return {
      told: this.told,
      capturedAt: this.capturedAt,
      importedAt: this.importedAt,
      emails,
      phones: this.phones,
      externalIds: this.externalIds,
      domains,
      domainNames: domains.flatMap(namesOfDomain),
      domainsSince: this.domainsSince,
      fields,
      fieldSince,
      known,
      source: this.source,
      campaign: this.campaign,
      signals: this.signals,
      account: this.account,
    };
  }
}

/** Each once, in the order of the addresses. */
function domainsOf(emails: readonly string[]): readonly string[] {
  const domains = emails.map(domainOf);
  return domains.length < 2 ? domains : [...new Set(domains)];
}

function without(texts: readonly string[], gone: string): readonly string[] {
  return texts.filter((text) => text !== gone);
}

/**
 * The newest way of writing an id that is known already takes its place; a company's record said again
 * goes to the end, for the one said last is where they work (IDN4).
 */
function withId(ids: readonly ExternalId[], id: ExternalId): readonly ExternalId[] {
  const key = externalKey(id);
  if (isCompanyRecord(id)) return [...ids.filter((one) => externalKey(one) !== key), id];
  const place = ids.findIndex((one) => externalKey(one) === key);
  return place === -1 ? [...ids, id] : ids.with(place, id);
}

function textOf(value: Scalar | undefined): string | null {
  return typeof value === 'string' && hasValue(value) ? value : null;
}

/** A field may be named anything: only this name means something else when it is assigned. */
function put<T>(record: Record<string, T>, field: string, value: T): void {
  if (field !== '__proto__') record[field] = value;
  else Object.defineProperty(record, field, { value, enumerable: true, configurable: true, writable: true });
}
