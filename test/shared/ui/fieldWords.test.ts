import { expect, test } from 'vitest';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { initialsOf, phoneWords, valueWords } from '../../../shared/ui/fieldWords.ts';
import { definitionsIn } from './sampleLead.ts';

test.each([
  ['+5511988881234', '+55 11 98888-1234'],
  ['+551133334444', '+55 11 3333-4444'],
  ['+12125550134', '+1 212 555-0134'],
  ['+4915112345678', '+4915112345678'],
])('%s reads %s', (phone, words) => {
  expect(phoneWords(phone)).toBe(words);
});

test.each([
  ['Marina Duarte', 'MD'],
  ['Ana Paula de Souza', 'AS'],
  ['Cher', 'C'],
  ['élise@vida.example', 'ÉE'],
])('%s is %s for short', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test.each([
  ['industry', 'health', 'Saúde'],
  ['decisionMaker', true, 'sim'],
  ['employees', 1_200, '1.200'],
  ['need', 'integrar', 'integrar'],
] as const)('%s %s is said as %s', (field, value, words) => {
  expect(valueWords(field, value, definitionsIn('pt-BR'), messagesFor('pt-BR'))).toBe(words);
});
