/**
 * The sixty invented people of the sample, as static data: the pages show them, and the first run
 * captures the same ones in a workspace through the public API.
 */
import type { Language } from '../../shared/lead/vocabulary.ts';
import { STARS, type SampleWords, type Seniority, type Star } from './words.ts';
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { PT_BR } from './words/ptBR.ts';

export const SAMPLE_WORDS: Readonly<Record<Language, SampleWords>> = { en: EN, 'pt-BR': PT_BR, es: ES };

export interface SamplePerson {
  /** Record id in the sample CRM: system `sample`, object `lead`. */
  readonly id: string;
  readonly star: Star | undefined;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly role: string;
  readonly seniority: Seniority;
  readonly industry: string;
  readonly employees: number;
  readonly city: string;
  readonly source: string;
}

const HOW_MANY = 60;
const SOURCES = ['google', 'linkedin', 'site', 'event', 'referral'] as const;
const SENIORITIES = ['manager', 'director', 'analyst', 'manager', 'chief'] as const;

/** The twelve with a part first, then the drawn ones; the same list at every call. */
export function samplePeople(language: Language): readonly SamplePerson[] {
  const words = SAMPLE_WORDS[language];
  return Array.from({ length: HOW_MANY }, (_, index) => {
    const star = STARS[index];
    return star ? starring(words, star, index) : drawn(words, index);
  });
}

function starring(words: SampleWords, star: Star, index: number): SamplePerson {
  const { domain, ...person } = words.stars[star];
  return {
    ...person,
    id: idOf(index),
    star,
    email: addressOf(person.name, domain),
    city: at(words.cities, index),
    source: at(SOURCES, index),
  };
}

function drawn(words: SampleWords, index: number): SamplePerson {
  const [first, gender] = at(words.firstNames, index);
  const name = `${first} ${at(words.lastNames, index * 3)}`;
  const [company, domain, industry, employees] = at(words.companies, index);
  const seniority = at(SENIORITIES, index);
  return {
    id: idOf(index),
    star: undefined,
    name,
    email: addressOf(name, `${domain}.example`),
    phone: phoneOf(words.phone, index),
    company,
    role: words.roles[seniority][gender],
    seniority,
    industry,
    employees,
    city: at(words.cities, index),
    source: at(SOURCES, index),
  };
}

const idOf = (index: number) => String(1_001 + index);

/** A different number for everybody: the factor shares no divisor with a power of ten. */
function phoneOf(pattern: string, index: number): string {
  const [digits = ''] = /#+/.exec(pattern) ?? [];
  const number = (index * 7_368_787) % 10 ** digits.length;
  return pattern.replace(digits, String(number).padStart(digits.length, '0'));
}

function addressOf(name: string, domain: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `${plain.replaceAll(/[^a-z]+/g, '.')}@${domain}`;
}

/** The list goes round; a list of the sample is never empty. */
function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list in the sample');
  return item;
}
