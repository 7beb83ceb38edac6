/** `npm run serve`: the worker alone, on real time, and how to found a workspace in it. */
import { resolve } from 'node:path';
import getPort, { portNumbers } from 'get-port';
import { startWorker } from '../support/worker.ts';
import { readArguments } from './arguments.ts';
import { openDataDir } from './dataDir.ts';
import { START_WORDS } from './words.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const asked = readArguments(process.argv.slice(2));
if ('wrong' in asked) {
  say(asked.wrong);
  process.exit(1);
}
const words = START_WORDS[asked.language];
const dir = openDataDir(resolve(asked.data), 'serve');
const port = await getPort({
  port: [asked.port, ...portNumbers(asked.port, Math.min(asked.port + 100, 65_535))],
});
if (port !== asked.port) say(words.otherPort(asked.port, port));
say(words.startingWorker);
try {
  const worker = await startWorker({ dir: dir.workerDir, port, vars: { SETUP_TOKEN: dir.setupToken } });
  say(words.workerAt(worker.origin));
  if (dir.isNewToken) {
    say(words.setupToken(dir.setupToken));
    say(`curl -X POST ${worker.origin}/v1/setup -H 'Authorization: Bearer ${dir.setupToken}' \\`);
    say(`  -H 'Content-Type: application/json' \\`);
    say(`  -d '{"workspace": "Acme", "language": "${asked.language}", "admin": {"name": "Dana"}}'`);
  } else say(words.tokenKept);
  say(words.stop);
} catch (error) {
  say(words.failed(error instanceof Error ? error.message : String(error)));
  process.exit(1);
}
