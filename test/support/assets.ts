/**
 * Files the worker serves as they are, put where `wrangler.toml` and the local worker look for them:
 * the API's document and its reader, the starters, the console. Run by every build; what is there
 * already stays.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { buildApiFiles } from './apiFiles.ts';
import { buildConsole } from './consoleBuild.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/**
 * @param console `any`: one built earlier will do, for those who do not look at it
 * @returns the folder.
 */
export function copyAssets(console: 'fresh' | 'any' = 'fresh'): string {
  const folder = join(ROOT, '.output/assets');
  mkdirSync(join(folder, 'docs'), { recursive: true });
  for (const file of FILES) {
    const [from, to] = [join(SWAGGER, file), join(folder, 'docs', file)];
    if (existsSync(to) && statSync(to).size === statSync(from).size) continue;
    // Whole or not at all: another process may be reading it.
    copyFileSync(from, `${to}.${process.pid}`);
    renameSync(`${to}.${process.pid}`, to);
  }
  buildApiFiles(join(folder, 'api'), console);
  buildConsole(join(folder, 'console'), console);
  return folder;
}

if (process.argv[1] === import.meta.filename) copyAssets();
