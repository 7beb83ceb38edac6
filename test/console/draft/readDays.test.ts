/** Days of a city out of a file (CAL1). */
import { expect, test } from 'vitest';
import { readDays } from '../../../worker/console/draft/forms/calendars/readDays.ts';

const read = (text: string) => {
  const { days, unread } = readDays(text, 'Holiday');
  return { days: days.map(({ on, label }) => `${on} ${label}`), unread };
};

test('[CAL1] a table with a heading, dates either way, names in quotes or missing', () => {
  const text =
    'data;feriado\r\n2027-01-25;Aniversário da cidade\r\n"04/06/2027","Corpus Christi"\r\n\r\n20/11/2027\r\n';
  expect(read(text)).toEqual({
    days: ['2027-01-25 Aniversário da cidade', '2027-06-04 Corpus Christi', '2027-11-20 Holiday'],
    unread: 0,
  });
});

test('[CAL1] what is no date is counted, not guessed', () => {
  expect(read('on,what\n31/02/2027,Never\nsoon,Perhaps\n2027-13-01,No month')).toEqual({
    days: [],
    unread: 3,
  });
});

test('[CAL1] a calendar file: folded names, escapes, several days, an end that is no longer part', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20270208',
    'DTEND;VALUE=DATE:20270210',
    'SUMMARY:Carnaval\\, segunda e',
    '  terça',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART:20270125T000000Z',
    'SUMMARY:Cidade',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY:Sem data',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  expect(read(text)).toEqual({
    days: [
      '2027-02-08 Carnaval, segunda e terça',
      '2027-02-09 Carnaval, segunda e terça',
      '2027-01-25 Cidade',
    ],
    unread: 1,
  });
});
