/**
 * What the worker serves of itself without holding it: the document of its API, the schema of an
 * agreement and the starters. Made anew when a source they are made from is newer than they are.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = ['worker', 'shared', 'test/support'];
/** Of no consequence for what is written. */
const APART = /[\\/](?:console|ui|messages|migrations)$/;

/** @throws when they cannot be made; with `any`, only if there are none from before. */
export function buildApiFiles(folder: string, wanted: 'fresh' | 'any'): void {
  const document = join(folder, 'openapi.json');
  const made = existsSync(document) ? statSync(document).mtimeMs : 0;
  if (made > newestIn(SOURCES.map((part) => join(ROOT, part)))) return;
  const script = join(import.meta.dirname, 'writeApiFiles.ts');
  const run = spawnSync(process.execPath, [script, folder], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (run.status === 0) return;
  const said = `the API's document cannot be made:\n${run.stdout}\n${run.stderr}`;
  if (wanted === 'fresh' || made === 0) throw new Error(said);
  process.stderr.write(`${said}\n`);
}

function newestIn(folders: readonly string[]): number {
  let newest = 0;
  for (const folder of folders) {
    if (APART.test(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      newest = Math.max(newest, entry.isDirectory() ? newestIn([path]) : statSync(path).mtimeMs);
    }
  }
  return newest;
}
