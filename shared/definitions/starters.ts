/** The agreements a new workspace may begin with, per business and language (DEF6). */
import type { Language } from '../lead/vocabulary.ts';
import type { Business } from './business.ts';
import type { Definitions } from './definitions.ts';
import { clinicStarter } from './starter/clinic.ts';
import { CLINIC } from './starter/clinicWords.ts';
import { EN } from './starter/en.ts';
import { ES } from './starter/es.ts';
import { PT_BR } from './starter/pt-BR.ts';
import { realEstateStarter } from './starter/realEstate.ts';
import { REAL_ESTATE } from './starter/realEstateWords.ts';
import { saasStarter } from './starter/saas.ts';
import type { StarterWords } from './starter/words.ts';

const SHARED: Readonly<Record<Language, StarterWords>> = { en: EN, 'pt-BR': PT_BR, es: ES };

/** To be read, not changed: starters share their lists and holidays. */
export function starterFor(business: Business, language: Language): Definitions {
  const shared = SHARED[language];
  switch (business) {
    case 'saas':
      return saasStarter(shared);
    case 'clinic':
      return clinicStarter(shared, CLINIC[language]);
    case 'realEstate':
      return realEstateStarter(shared, REAL_ESTATE[language]);
  }
}

/** The one a workspace gets when nobody chooses. */
export const STARTERS: Readonly<Record<Language, Definitions>> = {
  en: starterFor('saas', 'en'),
  'pt-BR': starterFor('saas', 'pt-BR'),
  es: starterFor('saas', 'es'),
};
