/** The sample inbox: what the rep received, with ages instead of dates, so that it is always recent. */
import type { Language } from '../../shared/lead/vocabulary.ts';
import { SAMPLE_WORDS, samplePeople } from './people.ts';
import type { MailWords, SampleWords, Star } from './words.ts';

export interface SampleMail {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly opening: string;
  readonly paragraphs: readonly string[];
  /** The mail it answers, and who wrote that. */
  readonly quoted: { readonly by: string; readonly text: string } | null;
  /** Minutes since it came. */
  readonly age: number;
  readonly unread: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** Order of the inbox; `newsletter` and `stranger` are nobody's lead. */
const ORDER: readonly (readonly [who: Star | 'newsletter' | 'stranger', age: number])[] = [
  ['demo', 35],
  ['late', 3 * HOUR],
  ['accepted', 4 * HOUR],
  ['newsletter', 5 * HOUR],
  ['fresh', 6 * HOUR],
  ['qualified', DAY],
  ['snoozed', DAY + 2 * HOUR],
  ['strategic', DAY + 3 * HOUR],
  ['stranger', DAY + 5 * HOUR],
  ['metLate', 2 * DAY],
  ['colleague', 3 * DAY],
  ['nurtured', 5 * DAY],
];

export function sampleMails(language: Language): readonly SampleMail[] {
  const words = SAMPLE_WORDS[language];
  return ORDER.flatMap(([who, age], index) => {
    const mail = written(words, who);
    return mail ? [shown(mail, words, { id: String(index + 1), age })] : [];
  });
}

type Written = MailWords & { readonly name: string; readonly address: string };

function written(words: SampleWords, who: Star | 'newsletter' | 'stranger'): Written | undefined {
  if (who === 'newsletter' || who === 'stranger') return words[who];
  const mail = words.mails[who];
  const person = samplePeople(words.language).find(({ star }) => star === who);
  return mail && person ? { ...mail, name: person.name, address: person.email } : undefined;
}

function shown(
  mail: Written,
  { rep, wrote }: SampleWords,
  place: { readonly id: string; readonly age: number },
): SampleMail {
  return {
    ...place,
    name: mail.name,
    address: mail.address,
    subject: mail.subject,
    opening: mail.opening,
    paragraphs: [mail.opening, ...mail.rest],
    quoted: mail.quoted ? { by: `${rep.name} <${rep.address}> ${wrote}`, text: mail.quoted } : null,
    unread: place.age < DAY,
  };
}
