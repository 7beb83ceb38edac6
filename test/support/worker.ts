/**
 * Starts the real worker on workerd with its SQLite under `dir`, as one child process and nothing
 * else: bundled once by wrangler, then served in a tenth of a second. Used by the first run, by
 * the journeys and by the tests that kill it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { copyAssets } from './assets.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

export interface WorkerOptions {
  /** Where the objects' databases live; made when missing. */
  readonly dir: string;
  /** Left out or 0: any free one. */
  readonly port?: number;
  /** Loopback unless told otherwise. */
  readonly host?: string;
  /** Text bindings: `SETUP_TOKEN`, `COMBINADO_CLOCK`. */
  readonly vars?: Readonly<Record<string, string>>;
  /** It may also ask programs on this machine and its network, as a local OIDC provider. */
  readonly reachesPrivate?: boolean;
  /** Stops it, as `stop()` does. */
  readonly signal?: AbortSignal;
  /** What `bundleWorker` returned; made on first use otherwise. */
  readonly bundle?: string;
  /** Lines the worker prints; to this process's stderr when left out. */
  readonly log?: (line: string) => void;
}

export interface RunningWorker {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly origin: string;
  /** The one process: `process.kill(pid, 'SIGKILL')` is the whole tree. */
  readonly pid: number;
  /** Resolves once the process is gone and the port free. Safe to repeat. */
  readonly stop: () => Promise<void>;
}

/** @throws when the port is taken or the worker does not start; the message holds what workerd said. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { dir, port = 0, host = '127.0.0.1', vars = {}, signal } = options;
  signal?.throwIfAborted();
  const bundle = options.bundle ?? bundleWorker();
  mkdirSync(dir, { recursive: true });
  const config = join(bundle, `${process.pid}-${Math.random().toString(36).slice(2)}.capnp`);
  const reach = options.reachesPrivate ? ['public', 'private'] : ['public'];
  writeFileSync(
    config,
    workerdConfig({ bundle, dir: resolve(dir), address: `${host}:${port}`, vars, reach }),
  );

  const binary: string = require('workerd').default;
  const child = spawn(binary, ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').catch(() => undefined);
  let said = '';
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      for (const line of text.split('\n')) if (line.trim() !== '') log(line);
    });

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(late);
    }
    leave.abort();
  };
  // Whatever ends this process ends the worker with it, so that no port stays behind.
  const leave = new AbortController();
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  leave.signal.addEventListener('abort', () => process.removeListener('exit', atExit));
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    const onSignal = () => {
      // Somebody else who listens decides when to exit; alone, we end with the signal's own code.
      const alone = process.listenerCount(name) === 0;
      void stop().then(() => {
        if (alone) process.exit(code);
      });
    };
    process.once(name, onSignal);
    leave.signal.addEventListener('abort', () => process.removeListener(name, onSignal));
  }
  signal?.addEventListener('abort', () => void stop(), { signal: leave.signal });
  void gone.then(() => {
    leave.abort();
    rmSync(config, { force: true });
  });

  const actual = await new Promise<number>((listening, failed) => {
    let buffer = '';
    child.stdio[3]?.on('data', (data: unknown) => {
      buffer += String(data);
      const ready = /"event":"listen".*?"port":(\d+)/.exec(buffer);
      if (ready) listening(Number(ready[1]));
    });
    void gone.then(() => failed(new Error(`the worker did not start on ${host}:${port}\n${said}`)));
    child.once('error', failed);
  });
  return { origin: `http://${host}:${actual}`, pid: child.pid ?? 0, stop };
}

/** The worker with the pages to try the overlay on. */
export const WITH_SAMPLE = 'worker/sample/index.ts';
type Entry = 'worker/index.ts' | typeof WITH_SAMPLE;

const bundled = new Map<Entry, string>();

/** Folder with the worker as wrangler would deploy it; built once per process, removed at exit. */
export function bundleWorker(entry: Entry = 'worker/index.ts'): string {
  const built = bundled.get(entry);
  if (built !== undefined) return built;
  const out = mkdtempSync(join(tmpdir(), 'combinado-worker-'));
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const run = spawnSync(process.execPath, [wrangler, 'deploy', entry, '--dry-run', '--outdir', out], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CI: 'true',
    },
  });
  if (run.status !== 0) throw new Error(`the worker does not build:\n${run.stdout}\n${run.stderr}`);
  bundled.set(entry, out);
  return out;
}

interface Served {
  readonly bundle: string;
  readonly dir: string;
  readonly address: string;
  readonly vars: Readonly<Record<string, string>>;
  /** Networks its own requests go to. */
  readonly reach: readonly string[];
}

const quoted = (text: string) => JSON.stringify(text);

/** The same classes, bindings and dates as `wrangler.toml`, in workerd's own words. */
function workerdConfig({ bundle, dir, address, vars, reach }: Served): string {
  const toml = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8');
  const date = /^compatibility_date = "(.+)"$/m.exec(toml)?.[1] ?? '';
  const classes = [...toml.matchAll(/^name = "(\w+)"\nclass_name = "(\w+)"$/gm)];
  const texts = readdirSync(bundle).filter((file) => !/^index\.js(\.map)?$|\.capnp$|^README\.md$/.test(file));
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "assets", disk = (path = ${quoted(copyAssets())})),
    (name = "internet", network = (allow = [${reach.map(quoted).join(', ')}], tlsOptions = (trustBrowserCas = true))),
    (name = "data", disk = (path = ${quoted(dir)}, writable = true)),
  ],
  # As it is, V8 takes 2 x 32 MB for what lives shortly: half of what an import needs beside its rows.
  v8Flags = [ "--max-semi-space-size=8" ],
  sockets = [ (name = "http", address = ${quoted(address)}, http = (), service = "main") ]
);
const main :Workerd.Worker = (
  modules = [
    (name = "index.js", esModule = embed "index.js"),
${texts.map((file) => `    (name = ${quoted(file)}, text = embed ${quoted(file)}),`).join('\n')}
  ],
  compatibilityDate = ${quoted(date)},
  compatibilityFlags = ["nodejs_compat"],
  durableObjectNamespaces = [
${classes.map(([, , name]) => `    (className = "${name}", uniqueKey = "combinado-${name}", enableSql = true),`).join('\n')}
  ],
  durableObjectStorage = (localDisk = "data"),
  bindings = [
    (name = "ASSETS", service = "assets"),
${classes.map(([, binding, name]) => `    (name = "${binding}", durableObjectNamespace = "${name}"),`).join('\n')}
${Object.entries(vars)
  .map(([name, value]) => `    (name = ${quoted(name)}, text = ${quoted(value)}),`)
  .join('\n')}
  ]
);
`;
}
