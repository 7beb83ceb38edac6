/** Where companies that speak our languages mostly are: the zone and the money a proposal begins with. */
import type { Language } from '../../lead/vocabulary.ts';

const PLACES = {
  AR: ['America/Argentina/Buenos_Aires', 'ARS'],
  AU: ['Australia/Sydney', 'AUD'],
  BO: ['America/La_Paz', 'BOB'],
  BR: ['America/Sao_Paulo', 'BRL'],
  CA: ['America/Toronto', 'CAD'],
  CL: ['America/Santiago', 'CLP'],
  CO: ['America/Bogota', 'COP'],
  CR: ['America/Costa_Rica', 'CRC'],
  DO: ['America/Santo_Domingo', 'DOP'],
  EC: ['America/Guayaquil', 'USD'],
  ES: ['Europe/Madrid', 'EUR'],
  GB: ['Europe/London', 'GBP'],
  GT: ['America/Guatemala', 'GTQ'],
  HN: ['America/Tegucigalpa', 'HNL'],
  IE: ['Europe/Dublin', 'EUR'],
  MX: ['America/Mexico_City', 'MXN'],
  NI: ['America/Managua', 'NIO'],
  NZ: ['Pacific/Auckland', 'NZD'],
  PA: ['America/Panama', 'USD'],
  PE: ['America/Lima', 'PEN'],
  PT: ['Europe/Lisbon', 'EUR'],
  PY: ['America/Asuncion', 'PYG'],
  SV: ['America/El_Salvador', 'USD'],
  US: ['America/New_York', 'USD'],
  UY: ['America/Montevideo', 'UYU'],
  VE: ['America/Caracas', 'VES'],
  ZA: ['Africa/Johannesburg', 'ZAR'],
} as const;
/** ISO 3166-1. */
export type Country = keyof typeof PLACES;

export function isCountry(text: string): text is Country {
  return Object.hasOwn(PLACES, text);
}

export const COUNTRIES: readonly Country[] = Object.keys(PLACES).filter(isCountry);

/** Of its capital of business; others of it can be chosen. */
export const zoneOf = (country: Country): string => PLACES[country][0];
/** ISO 4217. */
export const currencyOf = (country: Country): string => PLACES[country][1];

/** Whose holidays the starters of a language bring. */
export const HOME: Readonly<Record<Language, Country>> = { en: 'US', 'pt-BR': 'BR', es: 'MX' };

/** The country a zone lies in, where it is one of ours; else the language's own. */
export function countryOf(zone: string, language: Language): Country {
  return COUNTRIES.find((country) => zoneOf(country) === zone) ?? HOME[language];
}
