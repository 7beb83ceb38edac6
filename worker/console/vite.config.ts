/** Builds the console into files the worker serves as they are, and notes what they were built from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** Styles that went into others, which are no modules of their own. */
const pieces = new Set<string>();

/** `sources.json`: each file that went in and its SHA-256, by which `test/support/assets.ts` sees what is stale. */
const sources: Plugin = {
  name: 'sources',
  generateBundle() {
    const files = [...this.getModuleIds(), ...pieces]
      .map((id) => id.split('?')[0] ?? '')
      .filter((file) => file.startsWith(`${ROOT}/`) && !file.includes('/node_modules/'));
    const named = [...new Set([...files, import.meta.filename, resolve(ROOT, 'package-lock.json')])]
      .toSorted()
      .map((file) => [relative(ROOT, file), createHash('sha256').update(readFileSync(file)).digest('hex')]);
    this.emitFile({
      type: 'asset',
      fileName: 'sources.json',
      source: JSON.stringify(Object.fromEntries(named)),
    });
  },
};

/**
 * The card brings its own styles, short names and all: here they are for what stands in its place, and for
 * no room that is entered after a card was looked at.
 */
const scoped: Plugin = {
  name: 'scoped',
  enforce: 'pre',
  transform(code, id) {
    if (!/shared\/ui\/card[.]css$/.test(id)) return undefined;
    // An import cannot stand inside a scope: its pieces do.
    const whole = code.replace(/@import '([^']+)';/g, (_, piece: string) => {
      const file = resolve(dirname(id), piece);
      pieces.add(file);
      this.addWatchFile(file);
      return readFileSync(file, 'utf8');
    });
    return `@scope (.card-place) {\n${whole}\n}`;
  },
};

/**
 * What the first view shares with other rooms, and whatever that imports: one file of it weighs some
 * kilobytes less than the twenty it would be cut into.
 */
const FIRST = new RegExp(
  [
    'worker/console/api/(?:cache|failure|hooks|live|reports|request|resources)[.]',
    'worker/console/ui/(?:Awaited|Bar|Chart|Choice|ClockTime|Failed|Filters|PaceChart|Page|Panel|Scroll|Skeleton|clockFace|dates|numbers|period|useTick)[.]',
    'shared/protocol/(?:leads|reports|reportRows)[.]',
    'shared/ui/(?:Icon|duration|face|openAround|when)[.]',
  ].join('|'),
);

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  publicDir: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { 'd3-geo': resolve(import.meta.dirname, 'ui/noMaps.ts') } },
  plugins: [sources, scoped],
  build: {
    target: 'es2024',
    // Nothing inline: the page's policy takes scripts and styles from files of ours only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'first', test: FIRST }] },
        // Before any schema is made: zod would try `new Function`, which the page's policy forbids and reports.
        intro: 'globalThis.__zod_globalConfig ??= { jitless: true };',
      },
    },
  },
});
