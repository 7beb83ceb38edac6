/**
 * `node test/golden/write.ts` writes the answers in `vectors.json` anew, with `--fresh` its stories and
 * agreements too: only when what the engine says of old facts is meant to change. The agreements in
 * the file are copies, so new words in a starter are no reason. A workspace the file does not hold yet
 * is added to it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { answersOf } from './answers.ts';
import { Chance } from './chance.ts';
import { cornersOf } from './corners.ts';
import { relive } from './relive.ts';
import { storyOf } from './stories.ts';
import { type GoldenLead, Vectors } from './vectors.ts';
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

/** The workspaces and stories already there stay as they are. */
function fresh(known: Partial<Vectors> = {}): Vectors {
  const { worlds: knownWorlds = {}, leads = [] } = known;
  const missing = Object.fromEntries(Object.entries(worlds()).filter(([id]) => !(id in knownWorlds)));
  const chance = new Chance(SEED);
  return {
    seed: SEED,
    worlds: { ...knownWorlds, ...Vectors.shape.worlds.parse(missing) },
    leads: [...leads, ...Object.keys(missing).flatMap((world) => storiesOf(world, chance))],
  };
}

function storiesOf(world: string, chance: Chance): GoldenLead[] {
  return Array.from({ length: PER_WORLD }, (_, place) => {
    const { told, looks } = storyOf(`${world}-${place}`, chance);
    const all = world === 'corners' ? [...told, ...cornersOf(told, chance)] : told;
    return { world, told: all.toSorted((a, b) => a.recordedAt - b.recordedAt), looks, expected: [] };
  });
}

const vectors = fresh(process.argv.includes('--fresh') ? {} : written());
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
