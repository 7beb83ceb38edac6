/**
 * `npm run recover`: an invite link for an admin who is locked out, from whoever runs the worker.
 * Locally with the token kept in the data folder, in production with the one that was set there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../../shared/protocol/problem.ts';
import { RecoverResponse } from '../../shared/protocol/api.ts';
import { DEFAULT_PORT, systemLanguage } from './arguments.ts';
import { RECOVER_WORDS } from './recoverWords.ts';

const words = RECOVER_WORDS[systemLanguage()];

process.exitCode = await recover(process.argv.slice(2));

/** @returns the exit code */
async function recover(argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv);
  if (asked === undefined) return say(words.usage, 1);
  const token = process.env.RECOVERY_TOKEN || process.env.SETUP_TOKEN || keptToken(asked.data);
  if (!token) return say(words.noToken, 1);
  const { workspace, member } = asked;
  const response = await fetch(`${asked.url}/v1/recover`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ workspace, member }),
  }).catch(() => undefined);
  if (!response) return say(words.unreachable(asked.url), 1);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return say(words.refused(wordsOf(answer, response.status)), 1);
  const { name, link, expiresAt } = RecoverResponse.parse(answer);
  return say(words.done(name, new Date(expiresAt), link), 0);
}

function readArguments(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        url: { type: 'string', default: `http://127.0.0.1:${DEFAULT_PORT}` },
        workspace: { type: 'string' },
        member: { type: 'string' },
        data: { type: 'string', default: '.data' },
      },
    });
    return { ...values, url: new URL(values.url).origin };
  } catch {
    return undefined;
  }
}

/** Of `npm run serve`, else of `npm start`. Only ever sent where `--url` says. */
function keptToken(data: string): string | undefined {
  const file = ['serve', 'sample'].map((part) => join(resolve(data), part, 'setup-token')).find(existsSync);
  return file && readFileSync(file, 'utf8').trim();
}

function wordsOf(answer: unknown, status: number): string {
  const problem = Problem.safeParse(answer).data;
  if (!problem) return String(status);
  const faults = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
  return [problem.detail ?? problem.title, ...faults].join('\n');
}

function say(line: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  return code;
}
