/** `npm run bench`: measures, prints JSON lines, asserts nothing. Builds the extension first, as it ships. */
import { buildExtension } from '../support/extensionBuild.ts';
import { annotating } from './annotating.ts';
import type { BenchRow } from './row.ts';
import { weight } from './weight.ts';

const print = (rows: readonly BenchRow[]) => {
  for (const line of rows) process.stdout.write(`${JSON.stringify(line)}\n`);
};

const built = buildExtension((line) => process.stderr.write(`${line}\n`));
if ('failed' in built) throw new Error(built.failed);
print(weight());
print(await annotating());
