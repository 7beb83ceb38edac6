/** One lead's score by what is in force and by the draft, from the same facts by the same fold (FCT1). */
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import type { Version } from '../../../../../shared/definitions/version.ts';
import { fold } from '../../../../../shared/lead/fold.ts';
import type { Score } from '../../../../../shared/lead/state.ts';
import { versionAt } from '../../../../../shared/lead/versionAt.ts';
import type { Ground } from '../../../api/ground.ts';

export interface Scores {
  readonly before: Score;
  readonly after: Score;
}

/** What of the draft a score is made of; the rest stays as it is in force. */
const PARTS = ['fields', 'lists', 'signals', 'segments', 'personas', 'exclusions', 'scoring'] as const;

/** @param now epoch ms */
export function scoresOf(ground: Ground, draft: Definitions, now: number): Scores {
  const { facts, history, room } = ground;
  const current = versionAt(history, now);
  const drafted = history.map((version) => (version === current ? withScoringOf(version, draft) : version));
  return {
    before: fold(facts, history, room, now).score,
    after: fold(facts, drafted, room, now).score,
  };
}

function withScoringOf(version: Version, draft: Definitions): Version {
  const parts = Object.fromEntries(PARTS.map((part) => [part, draft[part]]));
  return { ...version, definitions: { ...version.definitions, ...parts } };
}

export interface RuleLine {
  readonly id: string;
  readonly label: string;
  /** Whole points, which add up to the score (SCO4). */
  readonly before: number;
  readonly after: number;
}

/** Rules that give this lead points in either; `''` is what the bounds took away or added. */
export function linesOf({ before, after }: Scores): readonly RuleLine[] {
  const shownIn = ({ rules }: Score, id: string) => rules.find((rule) => rule.id === id)?.shown ?? 0;
  const named = new Map([...before.rules, ...after.rules].map(({ id, label }) => [id, label]));
  const lines = [...named].map(([id, label]) => {
    return { id, label, before: shownIn(before, id), after: shownIn(after, id) };
  });
  const bounds = { id: '', label: '', before: before.clampedBy, after: after.clampedBy };
  return [...lines, bounds].filter((line) => line.before !== 0 || line.after !== 0);
}
