/** The keys under which pages find a lead, read straight from its facts: thousands of leads a page. */
import { accountOf } from '../../shared/lead/account.ts';
import { externalKey, identityKeys, normalizeEmail, phoneKeys } from '../../shared/lead/identity.ts';
import type { ExternalId, Fact } from '../../shared/lead/facts.ts';
import type { PersonKey } from '../messages.ts';

/** Every address, phone and id the facts name and no later fact took away, as sorted keys (IDN1). */
export function keysOf(facts: readonly Fact[]): readonly string[] {
  return identityKeys(identityIn(facts));
}

/** Which company they are of (IDN4), where nobody told. */
export function accountIn(facts: readonly Fact[], freeMail: readonly string[]): string | null {
  return accountOf(identityIn(facts), freeMail);
}

/** Under which the leads of an account are listed; none for no account. */
export function accountKey(account: string | null): readonly string[] {
  return account === null ? [] : [`${ACCOUNT}${account}`];
}

export function isAccountKey(key: string): boolean {
  return key.startsWith(ACCOUNT);
}

const ACCOUNT = 'account:';

function identityIn(facts: readonly Fact[]) {
  const emails = new Set<string>();
  const phones = new Set<string>();
  const externalIds: ExternalId[] = [];
  for (const { kind, body } of facts.toSorted((a, b) => a.at - b.at)) {
    if (kind === 'lead.captured') {
      body.emails.forEach((email) => emails.add(plain(email)));
      body.phones.forEach((phone) => phones.add(phone));
      externalIds.push(...body.externalIds);
    } else if (kind === 'lead.changed') {
      body.addEmails?.forEach((email) => emails.add(plain(email)));
      body.removeEmails?.forEach((email) => emails.delete(plain(email)));
      body.addPhones?.forEach((phone) => phones.add(phone));
      body.removePhones?.forEach((phone) => phones.delete(phone));
      externalIds.push(...(body.addExternalIds ?? []));
    }
  }
  return { emails: [...emails], phones: [...phones], externalIds };
}

function plain(email: string): string {
  return normalizeEmail(email) ?? email;
}

/** The same keys for what a page names; a phone may be written in several ways. */
export function keysFor(person: PersonKey): readonly string[] {
  if ('email' in person) {
    const email = normalizeEmail(person.email);
    return email === null ? [] : [`email:${email}`];
  }
  if ('phone' in person) return phoneKeys(person.phone).map((phone) => `phone:${phone}`);
  return [sameKey(externalKey(person.record))];
}

/**
 * Keys of records as they are looked up: pages, exports and connectors write one id in upper and lower
 * case, and Salesforce also as 15 characters where case counts, whose 18 say the same in any.
 */
export function sameKey(key: string): string {
  if (!key.startsWith('id:')) return key;
  const short = /^(id:salesforce\/.*\/)(\w{15})$/i.exec(key);
  return (short ? `${short[1]}${longId(short[2] ?? '')}` : key).toLowerCase();
}

/** Each of the three letters added says which five of the id are upper case. */
function longId(id: string): string {
  const letters = [0, 5, 10].map((from) => {
    const bits = Array.from(id.slice(from, from + 5), (letter, index) =>
      /[A-Z]/.test(letter) ? 1 << index : 0,
    );
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits.reduce((sum, bit) => sum + bit, 0)] ?? '';
  });
  return id + letters.join('');
}
