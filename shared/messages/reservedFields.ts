/** What the fields are called that every workspace has, whatever its agreement adds (FCT3). */
import { RESERVED_FIELDS, type Language } from '../lead/vocabulary.ts';

type Reserved = (typeof RESERVED_FIELDS)[number];

const LABELS: Readonly<Record<Language, Readonly<Record<Reserved, string>>>> = {
  en: {
    name: 'Name',
    company: 'Company',
    country: 'Country',
    state: 'State',
    city: 'City',
    persona: 'Persona',
    product: 'Product',
    source: 'Source',
    campaign: 'Campaign',
  },
  'pt-BR': {
    name: 'Nome',
    company: 'Empresa',
    country: 'País',
    state: 'Estado',
    city: 'Cidade',
    persona: 'Persona',
    product: 'Produto',
    source: 'Origem',
    campaign: 'Campanha',
  },
  es: {
    name: 'Nombre',
    company: 'Empresa',
    country: 'País',
    state: 'Provincia o estado',
    city: 'Ciudad',
    persona: 'Persona',
    product: 'Producto',
    source: 'Origen',
    campaign: 'Campaña',
  },
};

/** Undefined for a field of the agreement's own. */
export function reservedLabel(field: string, language: Language): string | undefined {
  const known = RESERVED_FIELDS.find((name) => name === field);
  return known && LABELS[language][known];
}
