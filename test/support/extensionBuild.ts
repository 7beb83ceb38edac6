/**
 * The built extension as it ships, made once and again only when a source changed: journeys, `npm start` and the
 * benches all load the same folder.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** Per browser: where a build made elsewhere is, while another build of this checkout may be under way. */
const ELSEWHERE = { chrome: 'EXTENSION_FOLDER', firefox: 'FIREFOX_EXTENSION_FOLDER' } as const;
/** A test runner's own environment would make it as it is while it is being written. */
const SHIPPED = { ...process.env, NODE_ENV: 'production' };
const SOURCES = ['extension/**/*.*', 'shared/**/*.*', 'wxt.config.ts', 'package-lock.json'];

export type Built = { readonly folder: string } | { readonly failed: string };

/** Builds unless nothing changed since; `say` is told when it really builds. */
export function buildExtension(
  say: (line: string) => void,
  browser: keyof typeof ELSEWHERE = 'chrome',
): Built {
  const elsewhere = process.env[ELSEWHERE[browser]];
  if (elsewhere) return { folder: elsewhere };
  const folder = join(ROOT, `.output/${browser}-mv3`);
  const stamp = `${folder}.sources`;
  const sources = fingerprint();
  if (existsSync(join(folder, 'manifest.json')) && existsSync(stamp)) {
    if (readFileSync(stamp, 'utf8') === sources) return { folder };
  }
  say('Building the extension…');
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const run = spawnSync(process.execPath, [wxt, 'build', '--browser', browser], {
    cwd: ROOT,
    env: SHIPPED,
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (run.status !== 0) return { failed: `${run.stdout}${run.stderr}`.trim() };
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  return { folder };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const entries = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of entries.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
