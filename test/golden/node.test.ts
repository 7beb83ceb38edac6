/** The golden vectors where the tests, the console's build and `npm run bench` run. */
import { expect, test } from 'vitest';
import type { LeadState } from '../../shared/lead/state.ts';
import { differences, elsewiseFolded } from './differences.ts';
import { reliveAll } from './reliveAll.ts';
import { Vectors } from './vectors.ts';
import text from './vectors.json?raw';

const vectors = Vectors.parse(JSON.parse(text));
const relived = reliveAll(text);

test('[FCT6] the golden vectors are many, and no state in them is like another', () => {
  expect(vectors.leads.length).toBeGreaterThanOrEqual(300);
  const states = vectors.leads.flatMap(({ expected }) => expected.slice(0, -1));
  expect(new Set(states).size).toBe(states.length);
  expect(new Set(states.map((state) => state.split(' ')[0])).size).toBeGreaterThanOrEqual(6);
});

test('[FCT6] every scoring rule counts in some of them and not in others; clamps cut and lift; every cause moves a deadline', () => {
  const states: LeadState[] = relived.flatMap(({ looks }) => looks.map(({ bytes }) => JSON.parse(bytes)));
  const lines = states.flatMap(({ score }) => score.rules);
  const ids = [...new Set(lines.map(({ id }) => id))];
  const one = (holds: (line: (typeof lines)[number]) => boolean) => (id: string) =>
    lines.some((line) => line.id === id && holds(line));
  // A rule that looks at the score finds none (SCO3).
  expect(ids.filter((id) => !one(({ times }) => times > 0)(id))).toEqual(['circular']);
  expect(ids.filter((id) => !one(({ times }) => times === 0)(id))).toEqual([]);
  expect(lines.some(({ times, shown }) => times === 0 && shown > 0)).toBe(true);
  expect(states.some(({ score }) => score.clampedBy < 0)).toBe(true);
  const groups = states.flatMap(({ score }) => score.groups);
  expect(groups.some(({ sum, clamped }) => clamped < sum)).toBe(true);
  const causes = new Set(
    states.flatMap(({ clocks }) => clocks.flatMap(({ moves }) => moves.map(({ cause }) => cause))),
  );
  expect([...causes].toSorted()).toEqual(['closure', 'pause', 'published', 'rechosen']);
});

test('[FCT6][FCT7] Node gives the bytes of the golden vectors', () => {
  expect(differences(vectors, relived)).toEqual([]);
});

test('[FCT4][FCT8] stored facts folded again, in another order and doubled, give the stored bytes in Node', () => {
  expect(elsewiseFolded(relived)).toEqual([]);
});

test('[FCT5] a state says instants, never time left, but while its clock is paused', () => {
  const left = relived.flatMap(({ looks }) =>
    looks.flatMap(({ bytes }) => bytes.match(/"status":"(?!paused)\w+"[^{}]*?"leftMs":\d+/g) ?? []),
  );
  expect(left).toEqual([]);
});
