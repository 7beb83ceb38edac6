/** `npm start --once` as a newcomer runs it, twice: it walks the main job, keeps its data, and leaves nothing running. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import getPort from 'get-port';
import { expect, onTestFinished, test } from 'vitest';
import { needsBrowser, temporaryFolder } from '../support/journey.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Slower than this is stuck: what it said until then tells where. */
const STUCK_MS = 110_000;

function start(args: readonly string[]) {
  const script = join(ROOT, 'test/start/start.ts');
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const stuck = setTimeout(() => child.kill('SIGKILL'), STUCK_MS);
  onTestFinished(() => {
    clearTimeout(stuck);
    child.kill('SIGKILL');
  });
  const ended: Promise<number | null> = once(child, 'exit').then(([code]) => code);
  return { child, said: () => said, ended };
}

/** Command lines of this machine that mention `text`; where there is no /proc, nothing can be said. */
function processesAbout(text: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return pids.flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return line.includes(text) ? [line.slice(0, 200)] : [];
    } catch {
      return [];
    }
  });
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

test('npm start --once walks the main job, the second start finds the same data, nothing stays behind', async (context) => {
  needsBrowser(context);
  const data = temporaryFolder('start');
  const port = await getPort();
  const args = ['--once', '--lang', 'en', '--data', data, '--port', String(port)];
  const kept = join(data, 'sample/sample.json');

  const first = start(args);
  expect(await first.ended, first.said()).toBe(0);
  expect(first.said()).toContain('Setup token');
  expect(first.said()).toMatch(/The worker says: .* met\./);
  const { leads, workspaceId } = JSON.parse(readFileSync(kept, 'utf8'));
  expect(Object.keys(leads)).toHaveLength(60);
  expect(statSync(join(data, 'sample/setup-token')).mode & 0o777).toBe(0o600);
  const pictures = readdirSync(join(data, 'sample/pictures')).toSorted();
  expect(pictures).toEqual(expect.arrayContaining(['card-dark.png', 'card-light.png', 'inbox-light.png']));

  const second = start(args);
  expect(await second.ended, second.said()).toBe(0);
  expect(second.said()).not.toContain('Setup token');
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ leads, workspaceId });
  expect(processesAbout(data)).toEqual([]);
  expect(await isTaken(port)).toBe(false);
}, 240_000);

test('Ctrl-C, with worker and browser running, leaves no process and no port behind', async (context) => {
  needsBrowser(context);
  const data = temporaryFolder('stop');
  const port = await getPort();
  const { child, said, ended } = start(['--once', '--lang', 'en', '--data', data, '--port', String(port)]);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => said().includes('Signing in') && resolve());
    void ended.then(() => reject(new Error(said())));
  });
  expect(await isTaken(port)).toBe(true);
  child.kill('SIGINT');
  expect(await ended, said()).toBe(130);
  expect(said()).not.toContain('did not work');
  expect(processesAbout(data)).toEqual([]);
  expect(await isTaken(port)).toBe(false);
}, 240_000);
