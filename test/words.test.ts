/** Nothing a person reads stands outside `shared/messages` and the browser's own `_locales`, in three languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { cardWords } from '../shared/messages/card/index.ts';
import { consoleDayWords } from '../shared/messages/consoleDay/index.ts';
import { dayWords } from '../shared/messages/day/index.ts';
import { targetsWords } from '../shared/messages/consoleTargets/index.ts';
import { deviceWords } from '../shared/messages/device.ts';
import { settingsWords } from '../shared/messages/settings/index.ts';
import { LANGUAGES, type Language } from '../shared/lead/vocabulary.ts';
import { projectFiles, ROOT } from './support/sources.ts';

const DRAWN = /^(?:extension|shared\/ui|worker\/console)\/.*\.tsx?$/;
/** What is read out or shown, beside the text between tags. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title']);
/** Shapes that a person types, no words: addresses and the name of the product. */
const NO_WORDS = new Set(['Combinado', 'combinado.example.com', 'mail.example.com']);

interface Found {
  readonly at: number;
  readonly text: string;
}

/** Literal words in what is drawn: JSX text, spoken attributes, and what is assigned or set on an element. */
function wordsIn(path: string, code: string): Found[] {
  const found: Found[] = [];
  const literal = (node: unknown, at: number) => {
    const text = textOf(node);
    if (text !== null && /\p{L}{2,}/u.test(text) && !NO_WORDS.has(text.replace(/^[\s·]+|\s+$/g, '')))
      found.push({ at, text: text.trim() });
  };
  walk(parseSync(path, code).program, (node) => {
    const at = Number(node['start']);
    if (node['type'] === 'JSXText') literal({ type: 'Literal', value: node['value'] }, at);
    if (node['type'] === 'JSXExpressionContainer' && node['inJsx'] === true) literal(node['expression'], at);
    if (node['type'] === 'JSXAttribute') {
      const name = part(node['name'])['name'];
      if (typeof name === 'string' && SPOKEN.has(name)) {
        const value = part(node['value']);
        literal(value['type'] === 'JSXExpressionContainer' ? value['expression'] : value, at);
      }
    }
    if (node['type'] === 'AssignmentExpression') {
      const property = part(part(node['left'])['property'])['name'];
      if (property === 'textContent' || property === 'innerText' || property === 'title')
        literal(node['right'], at);
    }
    if (
      node['type'] === 'CallExpression' &&
      part(part(node['callee'])['property'])['name'] === 'setAttribute'
    ) {
      const [name, value]: unknown[] = Array.isArray(node['arguments']) ? node['arguments'] : [];
      if (SPOKEN.has(textOf(name) ?? '')) literal(value, at);
    }
  });
  return found;
}

type Node = Readonly<Record<string, unknown>>;

function part(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

/** A string as written: a literal, or the fixed words of a template. */
function textOf(value: unknown): string | null {
  const node = part(value);
  if (node['type'] === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node['type'] !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  return node['quasis'].map((quasi) => String(part(part(quasi)['value'])['cooked'])).join(' ');
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (typeof value === 'object' && value !== null) {
    const node = part(value);
    if (typeof node['type'] === 'string') visit(node);
    const inJsx = node['type'] === 'JSXElement' || node['type'] === 'JSXFragment';
    for (const [key, below] of Object.entries(node)) {
      const children = inJsx && key === 'children' && Array.isArray(below);
      walk(children ? below.map((child) => ({ ...part(child), inJsx: true })) : below, visit);
    }
  }
}

test('every word on a face comes from shared/messages', { timeout: 60_000 }, () => {
  const faces = projectFiles().filter((path) => DRAWN.test(path));
  expect(faces.length).toBeGreaterThan(100);
  const outside = faces.flatMap((path) => {
    const code = readFileSync(join(ROOT, path), 'utf8');
    return wordsIn(path, code).map(
      ({ at, text }) =>
        `${path}:${code.slice(0, at).split('\n').length} says "${text}": say it in shared/messages, in three languages`,
    );
  });
  expect(outside).toEqual([]);
});

test('the search above finds what it is for', () => {
  const code = `const a = <p title="Hello there" class="not this">Some words {b}{'More words'}<i aria-label={\`Say \${x}\`} /></p>;
    e.textContent = 'Set words'; e.setAttribute('aria-label', 'Said words'); e.className = 'quiet';`;
  expect(wordsIn('a.tsx', code).map(({ text }) => text)).toEqual([
    'Hello there',
    'Some words',
    'More words',
    'Say',
    'Set words',
    'Said words',
  ]);
});

/** Limits of the stores and of the browsers' own lists of extensions. */
const LONGEST = { name: 45, description: 132, action: 60 };

test('the browser’s own words are there in three languages and fit the stores', () => {
  const locales = ['en', 'pt_BR', 'es'].map((locale) => {
    const file = join(ROOT, 'extension/public/_locales', locale, 'messages.json');
    const read: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
    return read;
  });
  const [english, ...others] = locales;
  for (const [key, longest] of Object.entries(LONGEST))
    for (const locale of locales) {
      const { length } = locale[key]?.message.trim() ?? '';
      expect(length, key).toBeGreaterThan(0);
      expect(length, key).toBeLessThanOrEqual(longest);
    }
  for (const other of others) {
    expect(Object.keys(other)).toEqual(Object.keys(english ?? {}));
    for (const key of Object.keys(other)) expect(other[key]).not.toEqual(english?.[key]);
  }
});

const BOOKS: Readonly<Record<string, (language: Language) => object>> = {
  card: cardWords,
  consoleDay: consoleDayWords,
  day: dayWords,
  device: deviceWords,
  settings: settingsWords,
  targets: targetsWords,
};
/** The same word in our languages, the product's name, or a sample of a chip. */
const SAME = /\/(?:example|exampleTime|aLead|marketing|persona\/title)$/;

describe.each(Object.keys(BOOKS))('%s', (name) => {
  test.each(LANGUAGES)(
    'says everything in %s, one and many, and nothing in English that is not',
    (language) => {
      const book = BOOKS[name];
      if (!book) throw new Error(`no words called ${name}`);
      const english = leavesOf(book('en'));
      const spoken = leavesOf(book(language));
      expect([...spoken.keys()]).toEqual([...english.keys()]);
      const bad = [...spoken].flatMap(([path, leaf]) => {
        const said = [0, 1, 5].map((n) => say(leaf, n));
        const empty = said.filter((text) => !text.trim() || /undefined|NaN|\[object/.test(text));
        const copied = language !== 'en' && say(english.get(path), 5) === said[2] && !SAME.test(path);
        const words = /\p{L}{3,}/u.test(said[2]?.replaceAll('5', '') ?? '');
        return [
          ...empty.map((text) => `${path}: "${text}"`),
          ...(copied && words ? [`${path} is English`] : []),
        ];
      });
      expect(bad).toEqual([]);
    },
  );
});

function leavesOf(book: object, path = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [key, value] of Object.entries(book)) {
    const here = `${path}/${key}`;
    const below =
      typeof value === 'object' && value !== null ? leavesOf(value, here) : [[here, value] as const];
    for (const [at, leaf] of below) leaves.set(at, leaf);
  }
  return leaves;
}

function say(leaf: unknown, n: number): string {
  return typeof leaf === 'function' ? String(Reflect.apply(leaf, undefined, [n, n, n])) : String(leaf);
}
