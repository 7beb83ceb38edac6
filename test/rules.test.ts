/** Every rule that is built has a test carrying its id, and no test names a rule that is not written down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, ROOT } from './support/sources.ts';

const written = readFileSync(join(ROOT, 'shared/RULES.md'), 'utf8');

const rules = new Map(
  [...written.matchAll(/^- \*\*([A-Z]{3}\d+)\*\*( [*_]\(not yet built\)[*_])?/gm)].map(
    ([, id = '', mark]) => [id, { built: mark === undefined }],
  ),
);

/** Ids in the names of tests: `test('[CLK6] equal is in time'`, several ids in one name included. */
const proven = new Map<string, string[]>();
for (const path of projectFiles().filter((name) => /^test\/.*\.test\.tsx?$/.test(name))) {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const names = text.matchAll(
    /\b(?:test|it|describe)(?:\.\w+(?:\([^\n]*?\))?)*\(\s*(['"`])((?:(?!\1).)*)\1/gs,
  );
  for (const [, , name = ''] of names)
    for (const [, ids = ''] of name.matchAll(/\[((?:[A-Z]{3}\d+)(?:[ ,]+[A-Z]{3}\d+)*)\]/g))
      for (const id of ids.split(/[ ,]+/)) proven.set(id, [...(proven.get(id) ?? []), path]);
}

test('every rule is written once', () => {
  const ids = [...written.matchAll(/^- \*\*([A-Z]{3}\d+)\*\*/gm)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.length).toBeGreaterThan(90);
});

test('every built rule has a test that names it', () => {
  const unproven = [...rules].filter(([id, { built }]) => built && !proven.has(id)).map(([id]) => id);
  expect(unproven, 'name a test `[ID] …`, or mark the rule _(not yet built)_ in shared/RULES.md').toEqual([]);
});

test('no test names a rule that does not exist or is not built', () => {
  const strays = [...proven]
    .filter(([id]) => !rules.get(id)?.built)
    .map(([id, paths]) => `${id} in ${[...new Set(paths)].join(', ')}`);
  expect(strays, 'write the rule into shared/RULES.md, or take its mark away').toEqual([]);
});
