/**
 * What the engine weighs in the two bundles that carry it: of every module of its folders, the code that
 * the extension's background and the worker really take, minified by itself. Without zod, which both have
 * anyway for what they parse.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, minifySync, type Plugin, type Rolldown } from 'vite';
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
  const decides = weigh(worker, DECIDING);
  return [
    row("engine in the extension's background", 'bytes gzip', weigh(background, WHOLE), 'limit', LIMIT),
    row('engine in the worker, what folds and decides', 'bytes gzip', decides, 'limit', LIMIT),
    row(
      'engine in the worker, calendars and reports too',
      'bytes gzip',
      weigh(worker, WHOLE),
      'what folds and decides',
      decides,
    ),
  ];
}

type Modules = Readonly<Record<string, Rolldown.RenderedModule>>;

/** What a bundle takes of each of our own modules; everything else stays outside. */
async function modulesOf(entry: string): Promise<Modules> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    plugins: [withoutTexts],
    build: {
      write: false,
      minify: false,
      rollupOptions: {
        input: join(ROOT, entry),
        external: (id) => !id.startsWith('.') && !id.startsWith('/'),
        output: { codeSplitting: false },
      },
    },
  });
  const output = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  return Object.assign({}, ...output.map((part) => (part.type === 'chunk' ? part.modules : {})));
}

/** What a bundle carries as text is none of the engine. */
const withoutTexts: Plugin = {
  name: 'without-texts',
  enforce: 'pre',
  load: (id) => (/[.](?:sql|html|css)(?:[?]|$)/.test(id) ? 'export default ""' : undefined),
};

/** Minified by itself. Nothing of it is unused: what one module declares, the rest of its bundle asks for. */
function weigh(modules: Modules, folders: RegExp): number {
  const taken = Object.entries(modules).filter(([id]) => folders.test(id));
  const code = taken.map(([, module]) => module.code ?? '').join('\n');
  const minified = minifySync('engine.js', code, {
    module: true,
    compress: { unused: false },
    mangle: { toplevel: true },
  });
  const [fault] = minified.errors;
  if (fault !== undefined) throw new Error(fault.message);
  return gzipSync(minified.code).length;
}
