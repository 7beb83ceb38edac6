/**
 * Files the worker serves as they are, put where `wrangler.toml` and the local worker look for them:
 * the API's document and its reader, the starters, the console. Run by every build; what is there
 * already stays.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { buildApiFiles } from './apiFiles.ts';
import { buildConsole } from './consoleBuild.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const OURS = join(ROOT, 'worker/docs');
/** The reader of the API's document, theirs and what we add to it. */
const FILES = [
  join(SWAGGER, 'swagger-ui.css'),
  join(SWAGGER, 'swagger-ui-bundle.js'),
  join(OURS, 'reference.css'),
  join(OURS, 'reference.js'),
];

/**
 * @param console `any`: one built earlier will do, for those who do not look at it
 * @returns the folder.
 */
export function copyAssets(console: 'fresh' | 'any' = 'fresh'): string {
  const folder = join(ROOT, '.output/assets');
  mkdirSync(join(folder, 'docs'), { recursive: true });
  for (const from of FILES) {
    const to = join(folder, 'docs', basename(from));
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    // Whole or not at all: another process may be reading it.
    copyFileSync(from, `${to}.${process.pid}`);
    renameSync(`${to}.${process.pid}`, to);
  }
  buildApiFiles(join(folder, 'api'), console);
  buildConsole(join(folder, 'console'), console);
  return folder;
}

if (process.argv[1] === import.meta.filename) copyAssets();
