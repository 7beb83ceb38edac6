/**
 * What the engine adds to the two bundles that carry it: the fold and its explanations in the
 * extension's background, and what decides and compiles calendars in the worker. Without zod, which
 * both have anyway for what they parse.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from '../support/sources.ts';
import { type BenchRow, row } from './row.ts';

const LIMIT = 30_000;
const FOLD = ['shared/lead/fold.ts', 'shared/predicate/missing.ts', 'shared/handoff/brief.ts'];
const DECIDE = [...FOLD, 'shared/lead/decide.ts', 'shared/lead/nextDue.ts', 'shared/lead/stateAt.ts'];

export async function engineWeight(): Promise<BenchRow[]> {
  return [
    row("engine in the extension's background", 'bytes gzip', await weigh(FOLD), 'limit', LIMIT),
    row('engine in the worker', 'bytes gzip', await weigh(DECIDE), 'limit', LIMIT),
  ];
}

async function weigh(files: readonly string[]): Promise<number> {
  const entry = 'virtual:engine';
  const code = files.map((file) => `export * from ${JSON.stringify(join(ROOT, file))};`).join('\n');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'engine',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: entry, external: ['zod'], preserveEntrySignatures: 'strict' },
    },
  });
  const chunks = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  const bytes = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.code : [])).join('');
  return gzipSync(bytes).length;
}
