/**
 * The built console, made again only when one of the files it was made from changed. Its files carry
 * their hashes, so a page that is open keeps finding its own; the page itself is put there last.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');
/** What no page has asked for since is no longer needed by any. */
const KEPT_MS = 24 * 3_600_000;
/** A test runner's own environment would make it as it is while it is being written. */
const SHIPPED = { ...process.env, NODE_ENV: 'production' };
const Sources = z.record(z.string(), z.string());

/** @throws with what Vite said, when it does not build. */
export function buildConsole(folder: string, wanted: 'fresh' | 'any'): void {
  const page = join(folder, 'index.html');
  if (existsSync(page) && (wanted === 'any' || isFresh(join(folder, 'sources.json')))) return;
  const made = mkdtempSync(join(tmpdir(), 'combinado-console-'));
  try {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const config = join(ROOT, 'worker/console/vite.config.ts');
    const run = spawnSync(
      process.execPath,
      [vite, 'build', '--config', config, '--outDir', made, '--emptyOutDir'],
      { cwd: ROOT, env: SHIPPED, encoding: 'utf8', timeout: 180_000 },
    );
    if (run.status !== 0) throw new Error(`the console does not build:\n${run.stdout}\n${run.stderr}`);
    mkdirSync(folder, { recursive: true });
    cpSync(join(made, 'assets'), join(folder, 'assets'), { recursive: true });
    for (const file of ['sources.json', 'index.html']) replace(join(made, file), join(folder, file));
    removeOld(join(folder, 'assets'), new Set(readdirSync(join(made, 'assets'))));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function isFresh(list: string): boolean {
  if (!existsSync(list)) return false;
  const sources = Object.entries(Sources.parse(JSON.parse(readFileSync(list, 'utf8'))));
  return sources.every(([path, hash]) => {
    const file = join(ROOT, path);
    return existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === hash;
  });
}

/** Whole or not at all: a worker may be serving it. */
function replace(from: string, to: string): void {
  cpSync(from, `${to}.${process.pid}`);
  renameSync(`${to}.${process.pid}`, to);
}

function removeOld(folder: string, current: ReadonlySet<string>): void {
  const now = new Date();
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (current.has(file)) utimesSync(path, now, now);
    else if (now.getTime() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}
