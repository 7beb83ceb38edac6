/** Projects by runtime: pure code in Node, the worker in workerd, the page in happy-dom, the rest in real programs. */
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { copyAssets } from './support/assets.ts';

copyAssets('any');

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;
const root = new URL('..', import.meta.url).pathname;

/** Migrations, as wrangler's text rule gives them to the worker. */
const sqlAsText = {
  name: 'sql-as-text',
  transform: (code: string, id: string) =>
    id.endsWith('.sql') ? `export default ${JSON.stringify(code)};` : undefined,
};

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
            miniflare: {
              bindings: {
                COMBINADO_CLOCK: 'request',
                COMBINADO_OUTBOUND: 'loopback',
                HUBSPOT_CLIENT_ID: 'hubspot-app',
                HUBSPOT_CLIENT_SECRET: 'hubspot-secret-only-in-tests',
                SALESFORCE_CLIENT_ID: 'sf-client',
                SALESFORCE_CLIENT_SECRET: 'sf-secret',
                DYNAMICS_CLIENT_ID: '51f81489-12ee-4a9e-aaae-a2591f45987d',
                DYNAMICS_CLIENT_SECRET: 'dyn~secret',
                PIPEDRIVE_CLIENT_ID: 'pd-client',
                PIPEDRIVE_CLIENT_SECRET: 'pd-secret',
                RDSTATION_CLIENT_ID: 'rd-client',
                RDSTATION_CLIENT_SECRET: 'rd-secret',
                RDMARKETING_CLIENT_ID: 'rdm-client',
                RDMARKETING_CLIENT_SECRET: 'rdm-secret',
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts', 'test/golden/workerd.test.ts'],
          // Where webhooks go, for real.
          globalSetup: ['test/support/receiver.ts'],
          testTimeout: 30_000,
        },
      },
      {
        ...jsx,
        root,
        test: { name: 'extension', include: ['test/extension/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        ...jsx,
        root,
        test: { name: 'console', include: ['test/console/**/*.test.{ts,tsx}'], environment: 'node' },
      },
      {
        root,
        plugins: [sqlAsText],
        // The worker's own code in Node, on a disk and a clock that belong to the history.
        resolve: { alias: { 'cloudflare:workers': `${root}test/faults/cloudflareWorkers.ts` } },
        test: { name: 'faults', include: ['test/faults/{histories,fuzz}.test.ts'], testTimeout: 600_000 },
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
          include: ['test/{journeys,hostile}/**/*.test.ts', 'test/faults/kill.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // Real browsers beside whatever else the machine does: what fails twice is broken.
          retry: 1,
          globalSetup: ['test/support/journeySetup.ts'],
        },
      },
    ],
  },
});
