/**
 * Where Chrome or Chromium is on this machine: the one asked for, the system's, Playwright's, or one
 * installed now. A failure is a sentence that says what to install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

export type Found = { readonly path: string } | { readonly missing: string };

/** Unbranded first: Google's own builds ignore `--load-extension`, which `launch` then works around. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const MAC_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_NAMES = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];

/** Finds a browser, or installs one; `say` is told before anything slow. */
export function ensureChromium(say: (line: string) => void): Found {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return { path: asked };
    return { missing: `CHROME_PATH is "${asked}", and there is no file there: correct it or unset it.` };
  }
  const found = findChromium();
  if (found) return { path: found };
  say('No Chrome or Chromium here yet: installing one…');
  installWithApt();
  const installed = findChromium();
  if (installed) return { path: installed };
  installWithPlaywright();
  const downloaded = findChromium();
  if (downloaded) return { path: downloaded };
  return {
    missing: 'Install Chrome or Chromium (or set CHROME_PATH to where it is), then run the same line again.',
  };
}

/** A browser already here, or undefined. */
export function findChromium(): string | undefined {
  return [...systemPaths(), chromium.executablePath()].find((path) => existsSync(path) && runs(path));
}

function systemPaths(): string[] {
  const env = process.env;
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) =>
      MAC_NAMES.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? WINDOWS_NAMES.map((name) => join(folder, name)) : []));
  }
  const folders = (env.PATH ?? '').split(delimiter);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Ubuntu ships a `chromium-browser` that only tells one to install a snap: ask each for its version. */
function runs(path: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function installWithApt(): void {
  if (!canInstallPackages()) return;
  installPackages(['chromium', 'fonts-dejavu-core']);
}

function installWithPlaywright(): void {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    timeout: 300_000,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** True as root on Debian and its children. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian packages without letting their services start by themselves.
 * Returns apt's last line when it failed, undefined when done.
 */
export function installPackages(packages: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args: readonly string[]) =>
    spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 600_000, maxBuffer: 1 << 26 });
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    apt(['update', '-qq']);
    const run = apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
    if (run.status === 0) return undefined;
    return run.stderr?.trim().split('\n').at(-1) ?? 'apt-get did not finish';
  } finally {
    if (ours) rmSync(POLICY, { force: true });
  }
}
