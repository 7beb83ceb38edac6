/**
 * A real Roundcube from Debian's packages on loopback, with a real IMAP server behind it and an
 * outgoing server that keeps what was sent. Everything lives in one temporary folder and ends with
 * `stop()`; nothing leaves the machine.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import getPort from 'get-port';
import { canInstallPackages, installPackages } from '../support/chromium.ts';
import { sentMails, startMailSink, type Sent } from './mailSink.ts';
import {
  dovecotConfig,
  nginxConfig,
  phpConfig,
  PUBLIC_FOLDERS,
  roundcubeConfig,
  type RoundcubePlan,
} from './roundcubeFiles.ts';
import { rawMessage, SEED_MESSAGES, type SeedMessage } from './seedMail.ts';

const PACKAGES = [
  'roundcube-core',
  'roundcube-sqlite3',
  'php-fpm',
  'php-sqlite3',
  'nginx-light',
  'dovecot-imapd',
];
const USER = 'rep';
const MINUTE_MS = 60_000;

export interface RoundcubeBed {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** Mails really sent so far, oldest first. */
  sent(): Sent[];
  /** Resolves once every process is gone and the folder removed. */
  stop(): Promise<void>;
}

/** The running bed, or why it cannot run on this machine. */
export async function startRoundcube(
  messages: readonly SeedMessage[] = SEED_MESSAGES,
): Promise<RoundcubeBed | { readonly skipped: string }> {
  const lacking = prepareMachine();
  if (lacking) return { skipped: lacking };
  const root = PUBLIC_FOLDERS.find((folder) => existsSync(folder));
  const php = phpFpm();
  if (!root || !php) return { skipped: 'Roundcube’s packages are here but not where Debian puts them' };

  const plan = await planBed();
  writeFiles(plan, root, messages);
  const ended = new AbortController();
  await startMailSink(plan.smtpPort, join(plan.dir, 'sent.log'), ended.signal);
  const programs = [
    start(plan, 'dovecot', ['-F', '-c', join(plan.dir, 'dovecot.conf')]),
    start(plan, php, ['-F', '-y', join(plan.dir, 'php-fpm.conf')]),
    start(plan, 'nginx', ['-c', join(plan.dir, 'nginx.conf')]),
  ];
  const stop = async () => {
    ended.abort();
    await Promise.all(programs.map(end));
    rmSync(plan.dir, { recursive: true, force: true, maxRetries: 3 });
  };
  const origin = `http://127.0.0.1:${plan.httpPort}`;
  const problem = await untilServing(origin, programs);
  if (problem) {
    await stop();
    throw new Error(`Roundcube did not start: ${problem}`);
  }
  return {
    origin,
    address: `${USER}@bed.test`,
    user: USER,
    password: plan.password,
    sent: () => sentMails(join(plan.dir, 'sent.log')),
    stop,
  };
}

/** Installs what is missing; the reason when it cannot. */
function prepareMachine(): string | undefined {
  if (process.getuid?.() !== 0) return 'Roundcube’s bed starts a mail server, which needs root';
  if (!isInstalled()) {
    if (!canInstallPackages()) return 'Roundcube’s bed is made of Debian packages, and this is not Debian';
    spawnSync('debconf-set-selections', {
      input: 'roundcube-core roundcube/dbconfig-install boolean false\n',
    });
    const problem = installPackages(PACKAGES);
    if (problem || !isInstalled())
      return `Debian’s packages for Roundcube could not be installed: ${problem ?? ''}`;
  }
  const version = spawnSync('dovecot', ['--version'], { encoding: 'utf8' }).stdout;
  return version.startsWith('2.3.') ? undefined : `this bed speaks Dovecot 2.3, here is ${version.trim()}`;
}

const isInstalled = () =>
  Boolean(phpFpm()) &&
  PUBLIC_FOLDERS.some((folder) => existsSync(folder)) &&
  ['/usr/sbin/nginx', '/usr/sbin/dovecot'].every((path) => existsSync(path));
const phpFpm = () => globSync('/usr/sbin/php-fpm*').at(-1);

async function planBed(): Promise<RoundcubePlan> {
  const dir = mkdtempSync(join(tmpdir(), 'roundcube-'));
  const [httpPort, phpPort, imapPort, smtpPort] = [
    await getPort(),
    await getPort(),
    await getPort(),
    await getPort(),
  ];
  const account = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('www-data:'));
  const [, , uid, gid] = account?.split(':') ?? [];
  return {
    dir,
    httpPort,
    phpPort,
    imapPort,
    smtpPort,
    password: randomBytes(9).toString('base64url'),
    desKey: randomBytes(18).toString('base64').slice(0, 24),
    uid: Number(uid),
    gid: Number(gid),
  };
}

function writeFiles(plan: RoundcubePlan, root: string, messages: readonly SeedMessage[]): void {
  const { dir } = plan;
  for (const folder of ['config', 'logs', 'temp', 'db', 'dovecot']) mkdirSync(join(dir, folder));
  for (const file of ['defaults.inc.php', 'mimetypes.php']) {
    copyFileSync(`/etc/roundcube/${file}`, join(dir, 'config', file));
  }
  writeFileSync(join(dir, 'config/config.inc.php'), roundcubeConfig(plan));
  writeFileSync(join(dir, 'dovecot.conf'), dovecotConfig(plan));
  writeFileSync(join(dir, 'php-fpm.conf'), phpConfig(plan));
  writeFileSync(join(dir, 'nginx.conf'), nginxConfig(plan, root));
  const database = new DatabaseSync(join(dir, 'db/roundcube.sqlite'));
  database.exec(readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql', 'utf8'));
  database.close();
  seedMail(plan, messages);
  // The programs run as www-data, which must reach and write its part of the folder.
  chmodSync(dir, 0o755);
  for (const path of ['mail', 'db', 'logs', 'temp', 'config']) own(join(dir, path), plan);
}

function own(path: string, { uid, gid }: RoundcubePlan): void {
  chownSync(path, uid, gid);
  for (const inside of globSync('**/*', { cwd: path })) chownSync(join(path, inside), uid, gid);
}

/** Newest first as listed: each an hour and a half older than the one before. */
function seedMail({ dir }: RoundcubePlan, messages: readonly SeedMessage[]): void {
  const inbox = join(dir, 'mail', USER);
  for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(inbox, folder), { recursive: true });
  const newest = Date.now() - MINUTE_MS;
  for (const [index, message] of messages.entries()) {
    const at = newest - index * 90 * MINUTE_MS;
    const file = `${Math.floor(at / 1_000)}.M${index}P1.bed`;
    writeFileSync(join(inbox, 'new', file), rawMessage(message, `${USER}@bed.test`, index, at));
  }
}

function start({ dir }: RoundcubePlan, program: string, args: readonly string[]): ChildProcess {
  return spawn(program, args, { cwd: dir, stdio: 'ignore' });
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGTERM');
  const late = setTimeout(() => program.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}

async function untilServing(origin: string, programs: readonly ChildProcess[]): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    const dead = programs.find((program) => program.exitCode !== null);
    if (dead) return `${dead.spawnfile} ended with ${dead.exitCode}`;
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'nothing answered within ten seconds';
}
