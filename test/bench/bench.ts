/**
 * `npm run bench`: measures, prints JSON lines, asserts nothing but that both sides of a row gave the
 * same answers. The engine first, then the worker on workerd, then the extension, built as it ships, and the
 * console. `npm run bench -- worker answering` are these alone, `npm run bench -- scale` is in `scale.ts`.
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
import { scale } from './scale.ts';
import { scoring } from './scoring.ts';
import { weight } from './weight.ts';
import { worker } from './worker.ts';

const print = (rows: readonly BenchRow[]) => {
  for (const line of rows) process.stdout.write(`${JSON.stringify(line)}\n`);
};

type Rows = readonly BenchRow[];
const PARTS: Readonly<Record<string, () => Rows | Promise<Rows | void>>> = {
  scoring,
  folding,
  openTime,
  engineWeight,
  worker,
  weight: () => withExtension(weight),
  annotating: () => withExtension(annotating),
  opening: () => withExtension(opening),
  answering,
  interacting: () => withExtension(() => interacting(print)),
};

let built = false;
function withExtension<T>(measure: () => T): T {
  if (!built) {
    const failed = buildExtension((line) => process.stderr.write(`${line}\n`));
    if ('failed' in failed) throw new Error(failed.failed);
    built = true;
  }
  return measure();
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'scale') await scale(rest, print);
else {
  const wanted = first === undefined ? Object.keys(PARTS) : [first, ...rest];
  for (const name of wanted) {
    const part = PARTS[name];
    if (!part) throw new Error(`there is no ${name}; there are ${Object.keys(PARTS).join(', ')} and scale`);
    print((await part()) ?? []);
  }
}
