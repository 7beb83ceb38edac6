/** Projects by runtime: pure code in Node, the worker in workerd, the page in happy-dom, the rest in real programs. */
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;
const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  root,
  test: {
    reporters: ['default', './test/support/skipped.ts'],
    projects: [
      {
        ...jsx,
        root,
        test: {
          name: 'shared',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/shared/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/golden/node.test.ts'],
        },
      },
      {
        root,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            // Each request says when it happens, so that no test waits.
            miniflare: { bindings: { COMBINADO_CLOCK: 'request' } },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts', 'test/golden/workerd.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        ...jsx,
        root,
        test: { name: 'extension', include: ['test/extension/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        root,
        test: {
          name: 'browsers',
          include: ['test/golden/browsers.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          globalSetup: ['test/support/journeySetup.ts'],
        },
      },
    ],
  },
});
