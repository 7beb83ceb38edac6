/** The businesses a starter agreement is there for (DEF6). */
import type { Language } from '../lead/vocabulary.ts';

export const BUSINESSES = ['saas', 'clinic', 'realEstate'] as const;
export type Business = (typeof BUSINESSES)[number];

/** How a list to choose from calls each business. */
export const BUSINESS_LABELS: Readonly<Record<Language, Readonly<Record<Business, string>>>> = {
  en: { saas: 'Software for companies', clinic: 'Clinic and health services', realEstate: 'Real estate' },
  'pt-BR': {
    saas: 'Software para empresas',
    clinic: 'Clínica e serviços de saúde',
    realEstate: 'Imobiliária',
  },
  es: { saas: 'Software para empresas', clinic: 'Clínica y servicios de salud', realEstate: 'Inmobiliaria' },
};
