/**
 * What a workspace pays when it wakes under a new release: tables and columns cost nothing, an index over rows
 * that are there costs time, once, while nobody is answered. Which release asks that is said in CONTRIBUTING.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../worker/workspace/migrations/', import.meta.url);
const told = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');

/** Tables that grow with the leads of a workspace. */
const LARGE = new Set(['facts', 'leads', 'lead_keys', 'commands', 'lead_reports', 'connection_records']);

const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => ({ name: name.replace('.sql', ''), sql: readFileSync(new URL(name, folder), 'utf8') }));
const namesIn = (sql: string, pattern: RegExp) => [...sql.matchAll(pattern)].map(([, name = '']) => name);

/** Of tables that an earlier migration made, so that there may be rows in them. */
function largeIndexes(sql: string): string[] {
  const made = new Set(namesIn(sql, /CREATE TABLE `(\w+)`/g));
  return namesIn(sql, /CREATE (?:UNIQUE )?INDEX `\w+` ON `(\w+)`/g).filter(
    (table) => LARGE.has(table) && !made.has(table),
  );
}

test.each(migrations)('$name: what it costs is said, if it costs anything', ({ name, sql }) => {
  if (largeIndexes(sql).length === 0) return;
  expect(
    told,
    `measure it with 1,000,000 facts, and say in CONTRIBUTING.md what \`${name}\` takes`,
  ).toContain(`\`${name}\``);
});

test('some of them do', () => {
  expect(migrations.filter(({ sql }) => largeIndexes(sql).length > 0).length).toBeGreaterThan(0);
});

test.each(migrations)('$name fills nothing in and copies no table: that is a job, in slices', ({ sql }) => {
  expect(sql).not.toMatch(/^\s*(?:INSERT|UPDATE|DELETE|DROP TABLE)\b/im);
  for (const column of sql.matchAll(/ADD `\w+` [^;]*NOT NULL[^;]*/g)) expect(column[0]).toContain('DEFAULT');
});
