// @vitest-environment node
/** Hours of planned mails as webmails write them (ATT5): read exactly, or not at all. */
import { describe, expect, test } from 'vitest';
import { plannedAt } from '../../../extension/replica/plannedAt.ts';

/** A Sunday afternoon, local time. */
const NOW = new Date(2026, 10, 22, 15, 30);
const read = (text: string, language: string) => {
  const at = plannedAt(text, language, NOW);
  return at === undefined ? undefined : new Date(at);
};
const local = (month: number, day: number, hour: number, minute = 0, year = 2026) =>
  new Date(year, month - 1, day, hour, minute);

describe('[ATT5] read exactly', () => {
  test.each<[string, string, Date]>([
    ['en', 'Tomorrow morning Nov 23, 8:00 AM', local(11, 23, 8)],
    ['en-US', 'Monday, November 30 1:15 PM', local(11, 30, 13, 15)],
    ['en-GB', '23 Nov, 08:00', local(11, 23, 8)],
    ['en', 'Tomorrow, 12:05 am', local(11, 23, 0, 5)],
    ['en-US', '12/1/2026 9:00 AM', local(12, 1, 9)],
    ['en-GB', '01/12/2026 09:00', local(12, 1, 9)],
    ['en', 'Jan 5, 8:00 AM', local(1, 5, 8, 0, 2027)],
    ['en', 'Mon 8 am', local(11, 23, 8)],
    ['en', 'today at 17:45', local(11, 22, 17, 45)],
    ['pt-BR', 'Amanhã de manhã 23 de nov., 08:00', local(11, 23, 8)],
    ['pt-BR', 'segunda-feira, 30 de novembro 13h15', local(11, 30, 13, 15)],
    ['pt-BR', 'amanhã, 08:00', local(11, 23, 8)],
    ['pt-BR', '01/12/2026 09:00', local(12, 1, 9)],
    ['es', 'Mañana por la mañana 23 nov, 8:00', local(11, 23, 8)],
    ['es', 'lunes, 30 de noviembre, 1:15 p. m.', local(11, 30, 13, 15)],
    ['de', 'Morgen früh 23. Nov., 08:00', local(11, 23, 8)],
    ['de', 'Mo., 30. November 2026, 8 Uhr', local(11, 30, 8)],
    ['fr', '1 déc., 09:00', local(12, 1, 9)],
    ['he', '\u200f23 בנוב׳, 8:00', local(11, 23, 8)],
    ['', '2026-11-23 08:00', local(11, 23, 8)],
  ])('%s: %s', (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  });
});

describe('[ATT5] or not at all', () => {
  test.each([
    ['en', ''],
    ['en', 'Pick date & time'],
    ['en', 'Tomorrow morning'],
    ['en', '8:00 AM'],
    ['en', 'Nov 21, 2026 8:00 AM'],
    ['en', 'Feb 30, 8:00 AM'],
    ['en', 'Nov 23, 2031 8:00 AM'],
    ['en', 'Nov 23, 29:00'],
    ['en', 'Brumaire 23, 8:00 AM'],
    ['not a language', 'Nivôse 23, 8:00'],
  ])('%s: %s', (language, text) => {
    expect(read(text, language)).toBeUndefined();
  });
});
