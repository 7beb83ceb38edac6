/** What every page we touch has to load: our content script against the library most Gmail extensions build on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync } from 'vite';
import { ROOT } from '../support/sources.ts';
import { type BenchRow, row } from './row.ts';

export const CONTENT_SCRIPT = join(ROOT, '.output/chrome-mv3/overlay.js');
/** 15 kB: beyond it a page feels the extension. */
const LIMIT = 15_000;

export function weight(): BenchRow[] {
  const ours = gzipSync(readFileSync(CONTENT_SCRIPT)).length;
  const peer = join(ROOT, 'node_modules/@inboxsdk/core');
  const { version } = JSON.parse(readFileSync(join(peer, 'package.json'), 'utf8'));
  const { code } = minifySync('inboxsdk.js', readFileSync(join(peer, 'inboxsdk.js'), 'utf8'));
  return [
    row(
      'content script weight',
      'bytes gzip',
      ours,
      `@inboxsdk/core ${version}, minified`,
      gzipSync(code).length,
    ),
    row('content script weight', 'bytes gzip', ours, 'limit', LIMIT),
  ];
}
