/**
 * How many laws the engine is held to: those of `test/shared` that meet the full number of random cases, a
 * thousand in `npm test` and a hundred thousand in `npm run test:long` (`test/support/runs.ts`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, ROOT } from '../support/sources.ts';

/** Whole reports over many leads at once, and the oracle's cases, which are counted by zone: these meet fewer. */
const SMALLER = /^test\/shared\/(?:target\/(?:share|keptLead|report)|calendar\/oracle)\.test\.ts$/;

const files = projectFiles()
  .filter((path) => /^test\/shared\/.*\.test\.ts$/.test(path) && path !== 'test/shared/laws.test.ts')
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  .filter(({ text }) => text.includes('fc.assert('));

/** The text of each `fc.assert(…)`, to its own closing bracket. */
function lawsIn(text: string): readonly string[] {
  return text
    .split('fc.assert(')
    .slice(1)
    .map((rest) => {
      let depth = 1;
      let end = 0;
      for (; end < rest.length && depth > 0; end += 1) {
        if (rest[end] === '(') depth += 1;
        if (rest[end] === ')') depth -= 1;
      }
      return rest.slice(0, end);
    });
}

/** By the name a file gives to `{ numRuns: RUNS }`, the last thing said of a law. */
const isFull = (law: string) => /[\s{](?:numRuns: RUNS|numRuns|many|runs|sameLives)[\s},]*\)$/.test(law);

test('no law runs on the hundred cases nobody asked for', () => {
  const partial = files
    .filter(({ path }) => !SMALLER.test(path))
    .flatMap(({ path, text }) => lawsIn(text).map((law) => ({ path, law })))
    .filter(({ law }) => !isFull(law))
    .map(({ path, law }) => `${path}: ${law.slice(0, 120)}`);
  expect(partial, 'say how many: `{ numRuns: RUNS }` of test/support/runs.ts').toEqual([]);
});

test('the engine is held to at least sixty laws in full', () => {
  const full = files.filter(({ path }) => !SMALLER.test(path)).flatMap(({ text }) => lawsIn(text));
  expect(full.length).toBeGreaterThanOrEqual(120);
});
