/** Where Firefox is on this machine; nothing is installed for it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const FIXED = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The one asked for by `FIREFOX_PATH`, else the system's; undefined when none runs. */
export function findFirefox(): string | undefined {
  const asked = process.env.FIREFOX_PATH;
  if (asked) return asked;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...FIXED];
  return candidates.find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0);
}
