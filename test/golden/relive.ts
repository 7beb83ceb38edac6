/**
 * One golden lead lived through again, in whatever runtime this is loaded: the worker's loop of fold
 * and decide at each arrival, and the state's bytes at each look, folded a second time at the end.
 */
import { decide } from '../../shared/lead/decide.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import { fold } from '../../shared/lead/fold.ts';
import type { GoldenLead, World } from './vectors.ts';

export interface Relived {
  /** Per look, as `vectors.json` expects it but for the hash. */
  readonly looks: readonly { readonly label: string; readonly bytes: string }[];
  /** The facts decided, in the order they were. */
  readonly decided: string;
  /** Looks whose facts gave other bytes when folded again: reversed, doubled and read from JSON (FCT8). */
  readonly refoldedElsewise: readonly number[];
}

type Story = Pick<GoldenLead, 'told' | 'looks'>;

const ROUTING = { todayCounts: {}, lastRouted: {} };

/** `copy` is the same world read a second time, so that nothing kept per object can answer twice. */
export function relive({ told, looks }: Story, world: World, copy: World): Relived {
  const instants = [...new Set([...told.map(({ recordedAt }) => recordedAt), ...looks])];
  const seen: { at: number; label: string; bytes: string }[] = [];
  let facts: readonly Fact[] = [];
  for (const now of instants.toSorted((a, b) => a - b)) {
    facts = settle([...facts, ...told.filter(({ recordedAt }) => recordedAt === now)], world, now);
    if (!looks.includes(now)) continue;
    const state = fold(facts, world.history, world.room, now);
    seen.push({
      at: now,
      label: `${state.stage.id} ${state.score.shown}`,
      bytes: JSON.stringify(state),
    });
  }
  const stored: readonly Fact[] = JSON.parse(JSON.stringify(facts));
  return {
    looks: seen.map(({ label, bytes }) => ({ label, bytes })),
    decided: JSON.stringify(facts.filter(({ id }) => id.startsWith('d:'))),
    refoldedElsewise: seen.flatMap(({ at, bytes }) => {
      const known = stored.filter(({ recordedAt }) => recordedAt <= at);
      const again = fold([...known.toReversed(), ...known], copy.history, copy.room, at);
      return JSON.stringify(again) === bytes ? [] : [at];
    }),
  };
}

/** What the worker does: decide and append until nothing more is decided (FCT7). */
function settle(facts: readonly Fact[], { history, room }: World, now: number): readonly Fact[] {
  const all = [...facts];
  for (let turn = 0; turn < 50; turn += 1) {
    const decided = decide(fold(all, history, room, now), all, history, room, ROUTING, now);
    if (decided.length === 0) return all;
    all.push(...decided);
  }
  throw new Error('decide never settles');
}
