/**
 * What the engine weighs in the two bundles that carry it: of every module of its folders, the code that
 * the extension's background and the worker really take, minified by itself. Without zod, which both have
 * anyway for what they parse.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { ROOT } from '../support/sources.ts';
import { type BenchRow, row } from './row.ts';

const LIMIT = 30_000;
const BACKGROUND = 'extension/entrypoints/background.ts';
const WORKER = 'worker/index.ts';
/** What folds, explains and decides. */
const DECIDING = /\/shared\/(?:(?:lead|predicate|score|stage|sla|handoff)\/|(?:derived|time)[.]ts$)/;
/** Beside that, what compiles calendars and counts reports: the worker's alone. */
const WHOLE =
  /\/shared\/(?:(?:lead|predicate|score|stage|sla|handoff|calendar|target)\/|(?:derived|time)[.]ts$)/;

export async function engineWeight(): Promise<BenchRow[]> {
  const background = await modulesOf(BACKGROUND);
  const worker = await modulesOf(WORKER);
  const decides = await weigh(worker, DECIDING);
  return [
    row("engine in the extension's background", 'bytes gzip', await weigh(background, WHOLE), 'limit', LIMIT),
    row('engine in the worker, what folds and decides', 'bytes gzip', decides, 'limit', LIMIT),
    row(
      'engine in the worker, calendars and reports too',
      'bytes gzip',
      await weigh(worker, WHOLE),
      'what folds and decides',
      decides,
    ),
  ];
}

type Modules = Readonly<Record<string, Rolldown.RenderedModule>>;

/** What a bundle takes of each of our own modules; everything else stays outside. */
async function modulesOf(entry: string): Promise<Modules> {
  const chunks = await chunksOf({
    input: join(ROOT, entry),
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    output: { codeSplitting: false },
  });
  return Object.assign({}, ...chunks.map(({ modules }) => modules));
}

async function weigh(modules: Modules, folders: RegExp): Promise<number> {
  const taken = Object.entries(modules).filter(([id]) => folders.test(id));
  const code = taken.map(([, module]) => module.code ?? '').join('\n');
  // Named once, so that nothing of it is left out as unused.
  const declared = new Set(
    [...code.matchAll(/^(?:function\*?|class|const|let|var) ([\w$]+)/gm)].map(([, name]) => name),
  );
  const names = taken.flatMap(([, { renderedExports }]) =>
    renderedExports.filter((name) => declared.has(name)),
  );
  const whole = `${code}\nglobalThis.engine = [${[...new Set(names)].join()}];`;
  const chunks = await chunksOf({ input: ENGINE }, whole, true);
  return gzipSync(chunks.map((chunk) => chunk.code).join('')).length;
}

const ENGINE = 'virtual:engine';

async function chunksOf(
  rollupOptions: Rolldown.RolldownOptions,
  engine = '',
  minify = false,
): Promise<readonly Rolldown.OutputChunk[]> {
  const loading: Plugin = {
    name: 'engine',
    enforce: 'pre',
    resolveId: (id) => (id === ENGINE ? id : undefined),
    load(id) {
      if (id === ENGINE) return engine;
      // What a bundle carries as text is none of the engine.
      return /[.](?:sql|html|css)(?:[?]|$)/.test(id) ? 'export default ""' : undefined;
    },
  };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    plugins: [loading],
    build: { write: false, minify, rollupOptions: { preserveEntrySignatures: 'strict', ...rollupOptions } },
  });
  const output = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  return output.flatMap((part) => (part.type === 'chunk' ? [part] : []));
}
