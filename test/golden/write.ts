/**
 * `node test/golden/write.ts` writes the answers in `vectors.json` anew, with `--fresh` its stories and
 * agreements too: only when what the engine says of old facts is meant to change. The agreements in
 * the file are copies, so new words in a starter are no reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { answersOf } from './answers.ts';
import { Chance } from './chance.ts';
import { relive } from './relive.ts';
import { storyOf } from './stories.ts';
import { Vectors } from './vectors.ts';
import { worlds } from './worlds.ts';

const SEED = 3;
const PER_WORLD = 90;
const file = new URL('vectors.json', import.meta.url);

/** Agreements and stories as already written, so that a review sees only answers change. */
function written(): Vectors {
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
  // Checked, and kept in the order it was written in: a line changes only with its answers.
  Vectors.parse(vectors);
  return vectors;
}

function fresh(): Vectors {
  const all = Vectors.shape.worlds.parse(worlds());
  const chance = new Chance(SEED);
  const leads = Object.keys(all).flatMap((world) =>
    Array.from({ length: PER_WORLD }, (_, place) => ({
      world,
      ...storyOf(`${world}-${place}`, chance),
      expected: [],
    })),
  );
  return { seed: SEED, worlds: all, leads };
}

const vectors = process.argv.includes('--fresh') ? fresh() : written();
const leads = vectors.leads.map((lead) => {
  const world = vectors.worlds[lead.world];
  if (world === undefined) throw new Error(`no world ${lead.world}`);
  return { ...lead, expected: answersOf(relive(lead, world, world)) };
});
// One lead a line: a change of one answer is a change of one line.
const lines = leads.map((lead) => JSON.stringify(lead)).join(',\n');
const head = `{"seed":${vectors.seed},\n"worlds":${JSON.stringify(vectors.worlds)},\n"leads":[\n`;
writeFileSync(file, `${head}${lines}\n]}\n`);
process.stdout.write(`${leads.length} leads written\n`);
