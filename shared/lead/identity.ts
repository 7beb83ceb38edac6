/**
 * Who a lead is (IDN1): addresses, phones and ids in the one form in which they are compared.
 * Plus-tags are kept: `ana+event@x.com` is the address she gave, and nothing guesses another.
 */
import type { ExternalId } from './facts.ts';

// Only the host parser is wanted; every runtime has it and no runtime's types are loaded here.
declare const URL: new (url: string) => { readonly hostname: string };

/** Trimmed, lower case, NFC, domain in ASCII; null when it is no address. */
export function normalizeEmail(text: string): string | null {
  if (NORMAL.test(text)) return text;
  const address = text.trim().normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  if (at < 1 || /[\s,;<>@]/.test(local)) return null;
  const domain = normalizeDomain(address.slice(at + 1));
  return domain === null ? null : `${local}@${domain}`;
}

/** Almost every address is written in the one form already. */
const NORMAL = /^[a-z0-9._+-]+@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}$/;

/** A host name in ASCII (`münchen.de` → `xn--mnchen-3ya.de`); null when it is none. */
export function normalizeDomain(text: string): string | null {
  const domain = text.trim().normalize('NFC').toLowerCase().replace(/\.$/, '');
  const ascii = /^[\u0021-\u007e]+$/.test(domain) ? domain : hostOf(domain);
  return ascii !== null && /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9-]{2,}$/.test(ascii)
    ? ascii
    : null;
}

function hostOf(domain: string): string | null {
  if (/[\s/?#@:\\%]/.test(domain)) return null;
  try {
    return new URL(`http://${domain}/`).hostname;
  } catch {
    return null;
  }
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** Digits with a leading `+`; null when it is not E.164. Parsing national forms is the border's work. */
export function normalizePhone(text: string): string | null {
  const digits = text.replace(/[\s().\u00a0-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** Area codes 11–99 without a zero; a mobile starts with 6–9 once its ninth digit is taken away. */
const BRAZILIAN_MOBILE = /^\+55([1-9][1-9])9?([6-9]\d{7})$/;

/**
 * Every form under which one phone may be written, sorted: a Brazilian mobile with and without its
 * ninth digit gives the same set. Empty when the text is no phone.
 */
export function phoneKeys(text: string): readonly string[] {
  const phone = normalizePhone(text);
  if (phone === null) return [];
  const mobile = BRAZILIAN_MOBILE.exec(phone);
  if (mobile === null) return [phone];
  const [, area = '', number = ''] = mobile;
  return [`+55${area}${number}`, `+55${area}9${number}`].toSorted();
}

/** What systems call the record of a company. */
const COMPANY_OBJECTS: ReadonlySet<string> = new Set(['company', 'account', 'organization', 'organisation']);

/** Whether a record says whom a lead works for, not who it is: many leads hold it (IDN4). */
export function isCompanyRecord({ object }: ExternalId): boolean {
  return COMPANY_OBJECTS.has(object.trim().toLowerCase());
}

/**
 * The keys under which a lead is found: `email:…`, `phone:…`, `id:system/object/id`; sorted, no
 * doubles. The record of a company is none of them.
 */
export function identityKeys(lead: {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly externalIds: readonly ExternalId[];
}): readonly string[] {
  const emails = lead.emails.flatMap((email) => normalizeEmail(email) ?? []);
  return [
    ...new Set([
      ...emails.map((email) => `email:${email}`),
      ...lead.phones.flatMap(phoneKeys).map((phone) => `phone:${phone}`),
      ...lead.externalIds.filter((record) => !isCompanyRecord(record)).map(externalKey),
    ]),
  ].toSorted();
}

/** Parts are escaped, so that no id can pose as another by holding a slash. */
export function externalKey({ system, object, id }: ExternalId): string {
  return `id:${[system, object, id].map(encodeURIComponent).join('/')}`;
}

/**
 * Whether an address belongs to a desk, not a person (IDN2): `contato@` in the list, or the whole
 * address. Such an address meets a clock only when the person picks the lead.
 */
export function isRoleAddress(email: string, roleAddresses: readonly string[]): boolean {
  const address = normalizeEmail(email);
  if (address === null) return false;
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '');
  return roleAddresses.some((entry) => {
    const wanted = entry.trim().normalize('NFC').toLowerCase().replace(/@$/, '');
    return wanted === local || wanted === address;
  });
}

/** Whether a domain is a free-mail provider's or a subdomain of one: such a domain makes no account (IDN4). */
export function isFreeMail(domain: string, freeMail: readonly string[]): boolean {
  const asked = domain.trim().toLowerCase();
  return freeMail.some((entry) => {
    const listed = entry.trim().toLowerCase().replace(/^@/, '');
    return asked === listed || asked.endsWith(`.${listed}`);
  });
}
