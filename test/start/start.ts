/**
 * `npm start`: the worker with a sample workspace, and a browser with the extension signed in, on a
 * sample inbox and CRM. Without a display it walks the main job itself. See `--once` and the others
 * in `arguments.ts`.
 */
import { resolve } from 'node:path';
import getPort, { portNumbers } from 'get-port';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { SAMPLE_WORDS } from '../../worker/sample/people.ts';
import { MeResponse } from '../../shared/protocol/people.ts';
import { invite, request, type Api } from '../support/api.ts';
import { launchWithExtension, type ExtensionBrowser } from '../support/browser.ts';
import { ensureChromium } from '../support/chromium.ts';
import { connectExtension } from '../support/connect.ts';
import { buildExtension } from '../support/extensionBuild.ts';
import { bundleWorker, startWorker, WITH_SAMPLE, type RunningWorker } from '../support/worker.ts';
import { readArguments, type StartArguments } from './arguments.ts';
import { openDataDir, type DataDir, type KeptSample } from './dataDir.ts';
import { createSample } from './sampleWorkspace.ts';
import { walkMainJob } from './walk.ts';
import { START_WORDS, type StartWords } from './words.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const asked = readArguments(process.argv.slice(2));
if ('wrong' in asked) {
  say(asked.wrong);
  process.exit(1);
}
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stopping.abort(signal));

try {
  await start(asked, START_WORDS[asked.language]);
} catch (error) {
  if (!stopping.signal.aborted) {
    const why = error instanceof Error ? error.message : String(error);
    say(START_WORDS[asked.language].failed(why));
    process.exitCode = 1;
  }
}
process.exit(stopping.signal.aborted ? 130 : (process.exitCode ?? 0));

async function start(options: StartArguments, words: StartWords): Promise<void> {
  const browserFound = ensureChromium(say);
  if ('missing' in browserFound) throw new Error(browserFound.missing);
  const built = buildExtension(() => say(words.building));
  if ('failed' in built) throw new Error(built.failed);
  const root = resolve(options.data);
  const dir = openDataDir(root, 'sample');
  const { worker, sample } = await startSample(options, dir, words);
  try {
    if (sample.language !== options.language) say(words.otherLanguage(sample.language, root));
    say(words.workerAt(worker.origin));
    say(words.opening);
    const browser = await launchWithExtension({
      executable: browserFound.path,
      extension: built.folder,
      profile: dir.profile,
      headless: options.headless,
      language: sample.language,
      size: { width: 1360, height: 1000 },
      signal: stopping.signal,
    });
    try {
      await use(browser, { options, dir, worker, sample, words });
    } finally {
      await browser.close();
    }
  } finally {
    await worker.stop();
  }
}

interface Running {
  readonly options: StartArguments;
  readonly dir: DataDir;
  readonly worker: RunningWorker;
  readonly sample: KeptSample;
  readonly words: StartWords;
}

async function use(browser: ExtensionBrowser, running: Running): Promise<void> {
  const { options, dir, worker, sample, words } = running;
  const admin: Api = { origin: worker.origin, token: sample.adminToken };
  if (!sample.connected) {
    say(words.connecting);
    const link = await invite(admin, sample.rep);
    const site = `${worker.origin}/sample/inbox`;
    // Its page stays for now: a window whose last tab is closed goes, and no tab can be opened then.
    await connectExtension(browser, { origin: worker.origin, invite: link, sites: [site], logSent: true });
    dir.writeSample({ ...sample, connected: true });
  }
  if (options.headless) {
    say(words.walking);
    const { language, leads } = sample;
    await walkMainJob({ browser, admin, language, leads, pictures: dir.pictures, words, say });
    say(words.pictures(dir.pictures));
    if (options.once) return;
  }
  await openPages(browser, worker.origin, sample.language);
  const me = MeResponse.parse(await request(admin, 'GET /v1/me'));
  const link = await invite(admin, me.memberId);
  for (const line of words.consoleAt(`${worker.origin}/console`, link)) say(line);
  const inbox = `${worker.origin}/sample/inbox?lang=${sample.language}`;
  const crm = `${worker.origin}/sample/crm?lang=${sample.language}`;
  for (const line of words.tryThis(inbox, crm, SAMPLE_WORDS[sample.language].stars.demo.name)) say(line);
  say(words.stop);
  await untilOver(browser);
}

async function openPages(browser: ExtensionBrowser, origin: string, language: Language): Promise<void> {
  const blank = browser.context.pages();
  const console = await browser.context.newPage();
  await console.goto(`${origin}/console`);
  const crm = await browser.context.newPage();
  await crm.goto(`${origin}/sample/crm?lang=${language}`);
  const inbox = await browser.context.newPage();
  await inbox.goto(`${origin}/sample/inbox?lang=${language}`);
  await Promise.all(blank.map((page) => page.close()));
  await inbox.bringToFront();
}

/** Until Ctrl-C, or until the person closed the browser. */
function untilOver(browser: ExtensionBrowser): Promise<void> {
  return new Promise((over) => {
    browser.context.once('close', () => over());
    stopping.signal.addEventListener('abort', () => over(), { once: true });
    if (stopping.signal.aborted) over();
  });
}

/** The worker on real time, with the sample in it: made now, or by an earlier start. */
async function startSample(options: StartArguments, dir: DataDir, words: StartWords) {
  say(words.startingWorker);
  const kept = dir.readSample();
  // Before a port is chosen, since it takes seconds in which somebody else may take it.
  const bundle = bundleWorker(WITH_SAMPLE);
  const wanted = kept?.port ?? options.port;
  const port = await getPort({
    port: [wanted, ...portNumbers(options.port, Math.min(options.port + 100, 65_535))],
  });
  if (port !== wanted) say(words.otherPort(wanted, port));
  const run = (vars: Record<string, string>) =>
    startWorker({
      dir: dir.workerDir,
      port,
      bundle,
      vars: { SETUP_TOKEN: dir.setupToken, ...vars },
      signal: stopping.signal,
    });
  if (kept) {
    const sample = { ...kept, port, connected: kept.connected && kept.port === port };
    dir.writeSample(sample);
    return { worker: await run({}), sample };
  }
  if (dir.isNewToken) say(words.setupToken(dir.setupToken));
  say(words.creating);
  const past = await run({ COMBINADO_CLOCK: 'request' });
  try {
    const created = await createSample(past.origin, dir.setupToken, options.language, Date.now());
    dir.writeSample({ ...created, port, connected: false });
    await past.stop();
    return { worker: await run({}), sample: { ...created, port, connected: false } };
  } catch (error) {
    await past.stop();
    throw error;
  }
}
