import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ROOT } from '../support/sources.ts';
import { bundleWorker } from '../support/worker.ts';

/**
 * What is uploaded, compressed as Cloudflare counts it: to shrink, never to grow. A free plan takes 3 MiB.
 * Three quarters are our own code; one upload has no parts that could wait until they are needed.
 */
const MOST_KIB = 382;

test('what would be deployed builds without an account, and stays small', () => {
  const out = bundleWorker();
  const parts = readdirSync(out).filter((file) => /\.(?:js|sql|html)$/.test(file));
  const bytes = parts.reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);
  expect(parts).toContain('index.js');
  expect(bytes / 1_024).toBeLessThan(MOST_KIB);
});

test('every kind of object is bound, and brought in by a migration of its own', () => {
  const toml = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8');
  const index = readFileSync(join(ROOT, 'worker/index.ts'), 'utf8');
  const exported = [...index.matchAll(/export \{ (\w+) \} from/g)].map(([, name]) => name ?? '').toSorted();
  const bound = [...toml.matchAll(/class_name = "(\w+)"/g)].map(([, name]) => name ?? '').toSorted();
  const migrated = [...toml.matchAll(/new_sqlite_classes = \[(.+)\]/g)]
    .flatMap(([, names = '']) => [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? ''))
    .toSorted();
  expect(bound).toEqual(exported);
  expect(migrated).toEqual(exported);
});
