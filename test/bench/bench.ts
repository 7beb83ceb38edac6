/**
 * `npm run bench`: measures, prints JSON lines, asserts nothing but that both sides of a row gave the
 * same answers. The engine first, then the extension, built as it ships, then the worker on
 * workerd and the console in front of it.
 */
import { buildExtension } from '../support/extensionBuild.ts';
import { annotating } from './annotating.ts';
import { answering } from './answering.ts';
import { engineWeight } from './engineWeight.ts';
import { folding } from './folding.ts';
import { opening } from './opening.ts';
import { openTime } from './openTime.ts';
import { interacting } from './interacting.ts';
import type { BenchRow } from './row.ts';
import { scoring } from './scoring.ts';
import { weight } from './weight.ts';
import { worker } from './worker.ts';

const print = (rows: readonly BenchRow[]) => {
  for (const line of rows) process.stdout.write(`${JSON.stringify(line)}\n`);
};

print(await scoring());
print(folding());
print(await openTime());
print(await engineWeight());
print(await worker());

const built = buildExtension((line) => process.stderr.write(`${line}\n`));
if ('failed' in built) throw new Error(built.failed);
print(weight());
print(await annotating());
print(await opening());

print(await answering());
await interacting(print);
