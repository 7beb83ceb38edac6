/** Everything on the sample pages that a language decides: invented people, their mail, and labels. */
import type { Language } from '../../shared/lead/vocabulary.ts';

export type Seniority = 'analyst' | 'manager' | 'director' | 'chief';
export type Gender = 'f' | 'm';

/** Twelve people with a part in the tour; the rest of the sixty are drawn from the lists. */
export const STARS = [
  'demo',
  'late',
  'accepted',
  'qualified',
  'snoozed',
  'fresh',
  'metLate',
  'nurtured',
  'colleague',
  'strategic',
  'returned',
  'optedOut',
] as const;
export type Star = (typeof STARS)[number];

export interface StarWords {
  readonly name: string;
  readonly role: string;
  readonly seniority: Seniority;
  readonly company: string;
  readonly domain: string;
  readonly industry: string;
  readonly employees: number;
  readonly phone: string;
}

export interface MailWords {
  readonly subject: string;
  /** First line shown in the list, and the first paragraph. */
  readonly opening: string;
  readonly rest: readonly string[];
  /** What it answers; quoted under it, with our address in it. */
  readonly quoted?: string;
}

export interface OtherSender extends MailWords {
  readonly name: string;
  readonly address: string;
}

export interface SampleWords {
  readonly language: Language;
  readonly zone: string;
  readonly country: string;
  /** The rep whose inbox it is, and the quoted line's form: `{name} {date}`. */
  readonly rep: { readonly name: string; readonly address: string };
  readonly wrote: string;
  readonly stars: Readonly<Record<Star, StarWords>>;
  readonly mails: Readonly<Partial<Record<Star, MailWords>>>;
  readonly newsletter: OtherSender;
  readonly stranger: OtherSender;
  readonly firstNames: readonly (readonly [name: string, gender: Gender])[];
  readonly lastNames: readonly string[];
  /** Name, domain without ending, industry id, employees. */
  readonly companies: readonly (readonly [name: string, domain: string, industry: string, size: number])[];
  readonly roles: Readonly<Record<Seniority, Readonly<Record<Gender, string>>>>;
  readonly cities: readonly string[];
  /** Digits with `#` for one that varies. */
  readonly phone: string;
  readonly ui: {
    readonly mail: string;
    readonly crm: string;
    readonly inbox: string;
    readonly drafts: string;
    readonly sent: string;
    readonly compose: string;
    readonly search: string;
    readonly yesterday: string;
    readonly newMessage: string;
    readonly to: string;
    readonly cc: string;
    readonly bcc: string;
    readonly subject: string;
    readonly write: string;
    readonly send: string;
    readonly saveDraft: string;
    readonly discard: string;
    readonly reply: string;
    readonly back: string;
    readonly toMe: string;
    readonly sentNotice: string;
    readonly draftNotice: string;
    readonly noRecipient: string;
    readonly notSent: string;
    readonly empty: string;
    readonly leads: string;
    readonly name: string;
    readonly company: string;
    readonly role: string;
    readonly city: string;
    readonly source: string;
    readonly email: string;
    readonly phone: string;
    readonly employees: string;
    readonly select: string;
  };
}
