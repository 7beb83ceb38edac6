/** Who may import whom. Each failure says what to do, because the next person has not read the map yet. */
import { expect, test } from 'vitest';
import { projectFiles, type Source, sources } from './support/sources.ts';

const all = sources();
const under = (...folders: string[]) =>
  all.filter(({ path }) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)));

const isPackage = (imported: string) => !/^(?:shared|extension|worker|test)(?:\/|$)/.test(imported);
const named =
  (...packages: string[]) =>
  (imported: string) =>
    packages.some((name) => imported === name || imported.startsWith(`${name}/`));

/** One line per offence, so that a failing run reads like a list of things to mend. */
function offences(
  files: readonly Source[],
  forbidden: (imported: string, file: Source) => boolean,
  advice: string,
) {
  return files.flatMap((file) =>
    file.imports
      .filter((imported) => forbidden(imported, file))
      .map((imported) => `${file.path} imports ${imported}: ${advice}`),
  );
}

/** Code without comments and strings, so that words in either do not count as use. */
const bare = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, "''");

const ENGINE = ['lead', 'predicate', 'score', 'stage', 'sla', 'handoff', 'target'].map((f) => `shared/${f}`);

test('shared/ stands alone', () => {
  const allowed = (file: Source) => {
    if (file.path.startsWith('shared/ui/')) return named('zod', 'preact', 'lucide');
    return named('zod');
  };
  const outside = (imported: string, file: Source) =>
    isPackage(imported) ? !allowed(file)(imported) : !imported.startsWith('shared/');
  expect(
    offences(
      under('shared'),
      outside,
      'shared/ runs anywhere; do it in worker/ or extension/ and pass the result in',
    ),
  ).toEqual([]);
});

test('shared/ reads nothing from outside', () => {
  const ambient =
    /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\.|\bfetch\(|\bwindow\.|\bconsole\./;
  const found = under('shared')
    .filter(({ path, text }) => !path.startsWith('shared/ui/') && ambient.test(bare(text)))
    .map(
      ({ path }) =>
        `${path} uses the ambient clock, chance or network: take \`now\` or the value as an argument`,
    );
  expect(found).toEqual([]);
});

test('the engine knows neither the protocol nor zones', () => {
  expect(
    offences(
      under(...ENGINE),
      (imported) => /^shared\/(?:protocol|calendar|messages|ui)\//.test(imported),
      'the engine takes facts, versions and compiled calendars; move what needs this out of the engine',
    ),
  ).toEqual([]);
});

test('extension and worker meet only in shared/', () => {
  const advice = 'installed extensions lag the worker by weeks; put the contract in shared/protocol';
  expect([
    ...offences(under('extension'), (i) => i.startsWith('worker/') || i.startsWith('test/'), advice),
    ...offences(under('worker'), (i) => i.startsWith('extension/') || i.startsWith('test/'), advice),
  ]).toEqual([]);
});

test('the console and the worker that serves it meet only in shared/, too', () => {
  const isConsole = (path: string) => path.startsWith('worker/console/');
  const own = new Set([
    'preact',
    'preact-iso',
    'zod',
    'lucide',
    '@observablehq/plot',
    '@tanstack/virtual-core',
    'csv-stringify/browser',
  ]);
  const editor = /^(?:codemirror|codemirror-json-schema|@codemirror\/|@lezer\/|date-holidays)/;
  const build = 'worker/console/vite.config.ts';
  expect([
    ...offences(
      all.filter(({ path }) => isConsole(path) && path !== build),
      (imported) =>
        isPackage(imported)
          ? !named(...own)(imported) && !editor.test(imported)
          : !isConsole(imported) && !imported.startsWith('shared/'),
      'it runs in the browser: ask the worker by its API, keep what both need in shared/',
    ),
    ...offences(
      all.filter(({ path }) => path.startsWith('worker/') && !isConsole(path)),
      isConsole,
      'the console is files the worker serves, and no code of its own',
    ),
  ]).toEqual([]);
});

test('a room of the console is entered by its own door', () => {
  const roomOf = (path: string) => /^worker\/console\/(?!api|shell|ui|styles)(\w+)\//.exec(path)?.[1];
  expect(
    offences(
      under('worker/console'),
      (imported, { path }) => {
        const room = roomOf(imported);
        return room !== undefined && room !== roomOf(path) && path !== 'worker/console/rooms.ts';
      },
      'each room is loaded alone; move what two rooms need to worker/console/ui or worker/console/api',
    ),
  ).toEqual([]);
});

test('a site file knows the page and nothing else', () => {
  // Matching an address against a site's patterns is pure, and wxt keeps it in one module; what an
  // agreement may say of a site is data as well (OVR5).
  const allowed =
    /^(?:extension\/sites\/|extension\/messages\.ts$|shared\/definitions\/site\.ts$|wxt\/utils\/match-patterns$)/;
  expect(
    offences(
      under('extension/sites'),
      (imported) => !allowed.test(imported),
      'a site returns values and never acts; acting belongs to extension/page',
    ),
  ).toEqual([]);
});

test('only wiring, replica and page touch the browser', () => {
  const elsewhere = all.filter(
    ({ path }) =>
      /^(?:extension|shared)\//.test(path) &&
      !/^extension\/(?:entrypoints|replica|page)\/|^extension\/messages\.ts$/.test(path),
  );
  expect(
    offences(
      elsewhere,
      (imported) =>
        named('wxt', 'webextension-polyfill')(imported) && imported !== 'wxt/utils/match-patterns',
      'take what you need as props and call back by events',
    ),
  ).toEqual([]);
});

test('routes reach data only through the workspace object', () => {
  expect([
    ...offences(
      under('worker/routes'),
      (imported) => imported.startsWith('worker/workspace/') || named('drizzle-orm')(imported),
      'call a method of the workspace object (env.WORKSPACE) instead',
    ),
    ...offences(
      under('worker/workspace'),
      named('hono'),
      'the object answers values; routes turn them into HTTP',
    ),
    ...offences(
      all.filter(({ path }) => path.startsWith('worker/') && !path.startsWith('worker/workspace/')),
      named('drizzle-orm'),
      'the database is opened and read in worker/workspace only',
    ),
  ]).toEqual([]);
});

test('no file imports itself around a corner', () => {
  // Types may: they are gone at run time, and an object and its bindings have to name each other.
  const byPath = new Map(all.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push(
        `${[...trail.slice(trail.indexOf(path)), path].join(' → ')}: move what they share to a third file`,
      );
      return;
    }
    state.set(path, 'open');
    for (const imported of byPath.get(path)?.runtimeImports ?? [])
      if (byPath.has(imported)) visit(imported, [...trail, path]);
    state.set(path, 'done');
  };
  for (const { path } of all) visit(path, []);
  expect(cycles).toEqual([]);
});

test('the top level holds what was agreed', () => {
  const agreed = new Set(
    (
      'extension worker shared test package.json tsconfig.json wxt.config.ts wrangler.toml README.md ' +
      'CONTRIBUTING.md LICENSE package-lock.json .gitignore .ci .prettierignore .oxlintrc.json'
    ).split(' '),
  );
  const entries = new Set(projectFiles().map((path) => path.split('/')[0] ?? path));
  const strangers = Array.from(entries).filter((entry) => !agreed.has(entry));
  expect(strangers, 'put it in one of the four folders, or in package.json').toEqual([]);
});

test('names say what a thing holds', () => {
  const vague = projectFiles().filter((path) =>
    /(?:^|\/)(?:utils?|lib|common|helpers?|services?|misc)(?:\/|\.tsx?$)/.test(path),
  );
  expect(vague, 'name the file or folder after the one thing it holds').toEqual([]);
});

test('a file is about one thing', () => {
  const isTable = /^shared\/(?:messages|definitions\/starter)\/|^worker\/sample\/words\//;
  const long = all
    .filter(({ path, lines }) => lines > 250 && !path.startsWith('test/') && !isTable.test(path))
    .map(({ path, lines }) => `${path} has ${lines} lines: look for the second thing in it`);
  expect(long).toEqual([]);
});
