/** The agreement a new workspace begins with, per language (DEF6). */
import type { Language } from '../lead/vocabulary.ts';
import type { Definitions } from './definitions.ts';
import { EN } from './starter/en.ts';
import { ES } from './starter/es.ts';
import { PT_BR } from './starter/pt-BR.ts';
import { saasStarter } from './starter/saas.ts';

export const STARTERS: Readonly<Record<Language, Definitions>> = {
  en: saasStarter(EN),
  'pt-BR': saasStarter(PT_BR),
  es: saasStarter(ES),
};
