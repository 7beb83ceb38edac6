/** Nothing a person reads stands outside `shared/messages` and the browser's own `_locales`, in three languages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../shared/messages/catalog.ts';
import { composeWords } from '../shared/messages/compose.ts';
import { deviceWords } from '../shared/messages/device.ts';
import { noticeWords } from '../shared/messages/notices/index.ts';
import { problemWords } from '../shared/messages/problems/index.ts';
import { teachWords } from '../shared/messages/teach.ts';
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

/** Every folder of words, one file a language; those of the extension's own pages lie beside them. */
const FOLDERS = readdirSync(join(ROOT, 'shared/messages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, 'pt-BR.ts')))
  .map(({ name }) => name);
/** Those whose files hold more than words. */
const ALONE: Readonly<Record<string, (language: Language) => object>> = {
  catalog: messagesFor,
  compose: composeWords,
  device: deviceWords,
  notices: noticeWords,
  problems: problemWords,
  teach: teachWords,
};

async function bookOf(name: string, language: Language): Promise<object> {
  const alone = ALONE[name];
  if (alone) return alone(language);
  const file: Record<string, unknown> = await import(`../shared/messages/${name}/${language}.ts`);
  const [book] = Object.values(file);
  if (typeof book !== 'object' || book === null) throw new Error(`no words in ${name}/${language}.ts`);
  return book;
}

test('no folder of words is missed', () => {
  expect(FOLDERS.length).toBeGreaterThan(30);
  expect(FOLDERS).toEqual(expect.arrayContaining(['card', 'day', 'settings', 'notices', 'terms']));
});

describe.each([...new Set([...FOLDERS, ...Object.keys(ALONE)])])('%s', (name) => {
  test.each(LANGUAGES)(
    'says everything in %s, one and many, and nothing in English that is not',
    async (language) => {
      const english = leavesOf(await bookOf(name, 'en'));
      const spoken = leavesOf(await bookOf(name, language));
      expect([...spoken.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      const bad = [...spoken].flatMap(([path, leaf]) => {
        const said = [0, 1, 5].flatMap((n) => say(leaf, n) ?? []);
        const empty = said.filter((text) => !text.trim() || HOLES.test(text));
        const last = said.at(-1) ?? '';
        const copied = language !== 'en' && say(english.get(path), 5) === last && !SAME.has(last);
        // One word may be the same in two languages; a sentence is not.
        const sentence = (last.replaceAll('5', '').match(/\p{L}{3,}/gu) ?? []).length > 1;
        return [
          ...empty.map((text) => `${path}: "${text}"`),
          ...(copied && sentence ? [`${path} is English: ${last}`] : []),
        ];
      });
      expect(bad).toEqual([]);
    },
  );
});

/** Names and samples that are the same in our languages. */
const SAME: ReadonlySet<string> = new Set(['Standard Webhooks']);

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

const HOLES = /undefined|NaN|\[object/;

/**
 * What it says of so many, asked with numbers, names, both, lists of names, and things with a number for each of
 * their fields; undefined where it wants something else.
 */
function say(leaf: unknown, n: number): string | undefined {
  if (typeof leaf !== 'function') return String(leaf);
  const fields = new Proxy({}, { get: () => n || 1 });
  let said: string | undefined;
  for (const given of [[n], [`x${n}`, n], [`x${n}`], [[`x${n}`]], [fields]]) {
    try {
      const text: unknown = Reflect.apply(
        leaf,
        undefined,
        Array.from({ length: 8 }, (_, at) => given[at % given.length]),
      );
      if (typeof text !== 'string') continue;
      said = text;
      if (text.trim() && !HOLES.test(text)) break;
    } catch {}
  }
  return said;
}

/** English and Portuguese disagree about none: whatever decides it by hand is wrong in one of them. */
const BY_HAND = /[!=]==? ?1\b|\b1 [!=]==?|> ?1 \?(?! `\$\{\w+\} ×)|< ?2 \?|\(s\)/;

test('one or many is for the language to say, and days and times too', () => {
  const files = projectFiles().filter((path) => /^shared\/messages\/.*\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((path) =>
    readFileSync(join(ROOT, path), 'utf8')
      .split('\n')
      .flatMap((line, at) => (BY_HAND.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
  // No language: the browser's, which need not be the person's.
  const faces = projectFiles().filter((path) => DRAWN.test(path));
  const silent = faces.filter((path) =>
    /toLocale(?:Date|Time)?String\(\s*(?:\)|undefined|\[\])|Intl\.\w+\(\s*(?:\)(?!\.resolvedOptions)|undefined)/.test(
      readFileSync(join(ROOT, path), 'utf8'),
    ),
  );
  expect(silent).toEqual([]);
});
