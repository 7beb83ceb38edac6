/**
 * The built extension, made once and again only when a source changed: journeys, `npm start` and the
 * benches all load the same folder.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.output/chrome-mv3');
const STAMP = join(ROOT, '.output/chrome-mv3.sources');
const SOURCES = ['extension/**/*.*', 'shared/**/*.*', 'wxt.config.ts', 'package-lock.json'];

export type Built = { readonly folder: string } | { readonly failed: string };

/** Builds for Chrome unless nothing changed since; `say` is told when it really builds. */
export function buildExtension(say: (line: string) => void): Built {
  // One built elsewhere, while another build of this checkout may be under way.
  const { EXTENSION_FOLDER } = process.env;
  if (EXTENSION_FOLDER) return { folder: EXTENSION_FOLDER };
  const sources = fingerprint();
  if (existsSync(join(OUTPUT, 'manifest.json')) && existsSync(STAMP)) {
    if (readFileSync(STAMP, 'utf8') === sources) return { folder: OUTPUT };
  }
  say('Building the extension…');
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const run = spawnSync(process.execPath, [wxt, 'build'], { cwd: ROOT, encoding: 'utf8', timeout: 180_000 });
  if (run.status !== 0) return { failed: `${run.stdout}${run.stderr}`.trim() };
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, sources);
  return { folder: OUTPUT };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const entries = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of entries.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
