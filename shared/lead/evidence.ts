/** Whether what made a lead enter a stage still stands among the facts known now (FCT7). */
import type { StageEntry } from './state.ts';
import { evaluate } from '../predicate/evaluate.ts';
import { contextOf } from './context.ts';
import { type Story, storyOfSome } from './story.ts';
import { versionOf } from './versionAt.ts';

/**
 * Judged as of the entry, by its own version: a score that faded since is no reason (STG2), a signal
 * taken back or a field corrected for that day is. Entries people made have no evidence to lose.
 */
export function isEvidenceGone(story: Story, entry: Omit<StageEntry, 'evidenceGone'>): boolean {
  if (entry.cause === 'fast_track') {
    return !story.profile.signals.some(({ signal, at }) => signal === entry.evidence && at <= entry.at);
  }
  if (entry.cause !== 'criteria') return false;
  const version = versionOf(story.history, entry.version);
  const criteria = version?.definitions.stages.find(({ id }) => id === entry.stage)?.criteria;
  if (version === undefined || criteria === undefined) return false;
  const place = story.facts.findIndex(({ id }) => id === entry.factId);
  // An attempt of the same instant ranks after the entry it caused (FCT4).
  const known = story.facts.filter(
    ({ at, kind }, index) => at <= entry.at && (index < place || kind.startsWith('attempt.')),
  );
  const before = storyOfSome(story, known, entry.at);
  return evaluate(criteria, contextOf(before, version.definitions)) !== 'met';
}
