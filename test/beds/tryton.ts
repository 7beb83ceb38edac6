/**
 * A real Tryton from Debian's packages on loopback, with its web client and the parties a test asks for.
 * Everything lives in one temporary folder and ends with `stop()`; nothing leaves the machine. A database
 * takes half a minute to make, so an empty one is kept beside the builds for the packages it was made with.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import getPort from 'get-port';
import { canInstallPackages, installPackages } from '../support/chromium.ts';
import { ROOT } from '../support/sources.ts';

const PACKAGES = ['tryton-server', 'tryton-sao', 'tryton-modules-party', 'tryton-modules-sale-opportunity'];
const CLIENT = '/usr/share/tryton-sao/www';
const FILES = [
  '/usr/bin/trytond',
  '/usr/bin/trytond-admin',
  CLIENT,
  '/usr/lib/python3/dist-packages/trytond/modules/sale_opportunity',
];
/** Debian's own: Tryton's modules are not where another Python on the path would look. */
const PYTHON = '/usr/bin/python3';
const PASSWORD_KEPT = 'kept-database-has-no-other-user';
const MINUTE_MS = 60_000;

export interface PartySeed {
  readonly name: string;
  readonly emails: readonly string[];
  readonly phone?: string;
}

export interface TrytonBed {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly user: string;
  readonly password: string;
  /** Record ids by the party's name. */
  readonly records: Readonly<Record<string, { readonly party: number; readonly opportunity: number }>>;
  stop(): Promise<void>;
}

/** The running bed, or why it cannot run on this machine. */
export async function startTryton(
  parties: readonly PartySeed[],
): Promise<TrytonBed | { readonly skipped: string }> {
  const lacking = prepareMachine();
  if (lacking) return { skipped: lacking };
  const dir = mkdtempSync(join(tmpdir(), 'tryton-'));
  const port = await getPort();
  const config = join(dir, 'trytond.conf');
  const password = randomBytes(9).toString('base64url');
  writeFileSync(config, configuration(dir, port));
  writeFileSync(join(dir, 'parties.json'), JSON.stringify(parties));
  copyFileSync(emptyDatabase(), join(dir, 'crm.sqlite'));
  setPassword(dir, config, password);
  const seeded = run(PYTHON, [join(import.meta.dirname, 'trytonSeed.py'), config, join(dir, 'parties.json')]);
  const records = JSON.parse(seeded.trim().split('\n').at(-1) ?? '{}');

  const server = spawn('/usr/bin/trytond', ['-c', config, '-d', 'crm'], { cwd: dir, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      const late = setTimeout(() => server.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(late);
    }
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  if (!(await answers(origin, () => server.exitCode !== null))) {
    await stop();
    throw new Error('Tryton did not start within half a minute');
  }
  return { origin, user: 'admin', password, records, stop };
}

/** Installs what is missing; the reason when it cannot. */
function prepareMachine(): string | undefined {
  const isInstalled = () => FILES.every((path) => existsSync(path));
  if (isInstalled()) return undefined;
  if (!canInstallPackages())
    return 'Tryton’s bed is made of Debian packages, and they cannot be installed here';
  const problem = installPackages(PACKAGES);
  return problem || !isInstalled()
    ? `Debian’s packages for Tryton could not be installed: ${problem ?? ''}`
    : undefined;
}

function configuration(dir: string, port: number): string {
  return [
    '[web]',
    `listen = 127.0.0.1:${port}`,
    `root = ${CLIENT}`,
    '[database]',
    'uri = sqlite://',
    `path = ${dir}`,
    '',
  ].join('\n');
}

/** Path of a database with the modules and nothing in it, made at the first use. */
function emptyDatabase(): string {
  const version = run('dpkg-query', ['-W', '-f', '${Version}-', ...PACKAGES]).replaceAll(/[^\w.-]/g, '_');
  const kept = join(ROOT, `.output/beds/tryton-${version}.sqlite`);
  if (existsSync(kept)) return kept;
  const dir = mkdtempSync(join(tmpdir(), 'tryton-new-'));
  const config = join(dir, 'trytond.conf');
  writeFileSync(config, configuration(dir, 0));
  writeFileSync(join(dir, 'crm.sqlite'), '');
  const admin = (...args: string[]) =>
    run('/usr/bin/trytond-admin', ['-c', config, '-d', 'crm', ...args], password(dir, PASSWORD_KEPT));
  admin('--all', '--email', 'admin@bed.test');
  admin('-u', 'sale_opportunity', '--activate-dependencies');
  mkdirSync(dirname(kept), { recursive: true });
  // Under its name only when whole: another run may be looking.
  const whole = `${kept}.${process.pid}`;
  copyFileSync(join(dir, 'crm.sqlite'), whole);
  renameSync(whole, kept);
  rmSync(dir, { recursive: true, force: true });
  return kept;
}

function setPassword(dir: string, config: string, wanted: string): void {
  run('/usr/bin/trytond-admin', ['-c', config, '-d', 'crm', '-p'], password(dir, wanted));
}

function password(dir: string, wanted: string): Readonly<Record<string, string>> {
  const file = join(dir, 'password');
  writeFileSync(file, `${wanted}\n`);
  return { TRYTONPASSFILE: file };
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const done = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 3 * MINUTE_MS,
  });
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

async function answers(origin: string, isDead: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 300 && !isDead(); tries += 1) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
