import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { languageOf, messagesFor } from '../../../shared/messages/catalog.ts';

/** Strings and functions of a catalog by path, `format` and `language` left out. */
function leavesOf(language: Language): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (path === '' && (key === 'format' || key === 'language')) continue;
      if (typeof value === 'object' && value !== null) walk(value, `${path}/${key}`);
      else found.set(`${path}/${key}`, value);
    }
  };
  walk(messagesFor(language), '');
  return found;
}

/** What a leaf says for stand-in arguments: digits pass for numbers and for words alike. */
function said(path: string, leaf: unknown, n: number): string {
  if (typeof leaf !== 'function') return String(leaf);
  const args = path === '/target' ? [{ businessDays: n }] : [`${n}`, `${n}`, `${n}`];
  return String(Reflect.apply(leaf, undefined, args));
}

const kinds = (map: Map<string, unknown>) => [...map].map(([path, leaf]) => `${path} ${typeof leaf}`);
const wordsOf = (text: string) => text.replaceAll(/\{t\}|[^\p{L}]/gu, '');

/** What reads the same in two of our languages because it is a name, a sign or the same word. */
const SAME = new Set([
  '/words/channels/whatsapp',
  '/words/channels/linkedin',
  '/words/channels/sms',
  '/popup/quick/whatsapp',
  '/chip/leads',
  '/card/title',
  '/criterion/persona',
  '/words/no',
  '/criterion/not',
  '/toast/undoLeft',
]);

describe.each(LANGUAGES)('%s', (language) => {
  const english = leavesOf('en');
  const leaves = leavesOf(language);

  test('says everything English says, with the same arguments', () => {
    expect(kinds(leaves)).toEqual(kinds(english));
  });

  test('says something for every leaf, one and many', () => {
    const bad = [...leaves].flatMap(([path, leaf]) =>
      [0, 1, 5]
        .map((n) => said(path, leaf, n))
        .filter((text) => !text.trim() || /undefined|NaN|\[object/.test(text))
        .map((text) => `${path}: "${text}"`),
    );
    expect(bad).toEqual([]);
  });
});

test.each(LANGUAGES.filter((language) => language !== 'en'))('%s leaves nothing in English', (language) => {
  const leaves = leavesOf(language);
  const copies = [...leavesOf('en')].filter(([path, leaf]) => {
    const text = said(path, leaf, 3);
    return wordsOf(text) && !SAME.has(path) && said(path, leaves.get(path), 3) === text;
  });
  expect(copies.map(([path]) => path)).toEqual([]);
});

test('plurals follow the language', () => {
  expect(messagesFor('en').target({ businessHours: 1 })).toBe('1 business hour');
  expect(messagesFor('en').target({ businessHours: 4 })).toBe('4 business hours');
  expect(messagesFor('pt-BR').target({ businessDays: 1 })).toBe('1 dia útil');
  expect(messagesFor('pt-BR').target({ businessHours: 4 })).toBe('4 h úteis');
  expect(messagesFor('es').target({ businessDays: 2 })).toBe('2 días hábiles');
  expect(messagesFor('pt-BR').card.next('SQL', 1)).toBe('Para virar SQL · falta 1');
  expect(messagesFor('pt-BR').card.next('SQL', 2)).toBe('Para virar SQL · faltam 2');
});

test('[CAL3] times and dates are read with the offset they come with', () => {
  const at = Date.UTC(2026, 10, 12, 20, 30);
  const saoPaulo = -3 * 3_600_000;
  const { format } = messagesFor('pt-BR');
  expect(format.time(at, saoPaulo)).toBe('17:30');
  expect(format.date(at, saoPaulo)).toBe('12 nov');
  expect(format.weekday(at, saoPaulo)).toBe('qui');
  expect(messagesFor('es').format.weekday(at, saoPaulo)).toBe('jue');
  expect(messagesFor('en').format.date(at, saoPaulo, true)).toBe('12 Nov 2026');
});

test('numbers carry a real sign', () => {
  expect(messagesFor('pt-BR').format.signed(30)).toBe('+30');
  expect(messagesFor('pt-BR').format.signed(-3)).toBe('−3');
});

test('brands keep their capitals inside a sentence', () => {
  expect(messagesFor('pt-BR').toast.logged('E-mail', 'Marina')).toBe(
    'Tentativa registrada: e-mail para Marina',
  );
  expect(messagesFor('en').toast.logged('WhatsApp', 'Marina')).toBe('Attempt logged: WhatsApp to Marina');
});

test.each([
  ['pt-PT', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['es-419', 'es'],
  ['en-GB', 'en'],
  ['de-DE', 'en'],
] as const)('a browser in %s reads %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
