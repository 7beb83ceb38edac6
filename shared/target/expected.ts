/**
 * The hand-offs an agreement would have brought in a window, and the attempts agreed on them (TGT6):
 * those that were, without the ones its criteria no longer hand over, and those it lets in.
 */
import type { Version } from '../definitions/version.ts';
import type { HandoffDraft } from '../handoff/handoffDraft.ts';
import { evaluate } from '../predicate/evaluate.ts';
import { choosePolicy } from '../sla/policyChoice.ts';
import { isHandedOver } from '../stage/order.ts';
import type { Interval } from '../time.ts';
import { countedHandoffs } from './handoffs.ts';
import { isIn } from './scope.ts';
import type { Mark } from './table.ts';
import type { Tried } from './tried.ts';

/** A mark `['expected']` per hand-off, with the attempts agreed on it. */
export function* expectedMarks({ lead, state }: Tried, window: Interval): Generator<Mark> {
  const { story, version } = lead;
  const amount = agreedAttempts(lead);
  for (const { draft, withdrawn } of countedHandoffs({ story })) {
    if (withdrawn || !isIn(window, draft.openedAt) || !wouldBe(lead, draft)) continue;
    yield { row: ['expected'], amount };
  }
  const newest = state.entries.at(-1);
  const isLetIn =
    newest?.cause === 'publish' && newest.version === version.version && isIn(window, newest.since);
  if (isLetIn && isHandedOver(version.definitions, newest.stage)) yield { row: ['expected'], amount };
}

/** What a person or an integration hands over needs no criteria. */
function wouldBe({ version, context, story }: Tried['lead'], { cause }: HandoffDraft): boolean {
  const { definitions } = version;
  const stages = definitions.stages.filter(({ id }) => isHandedOver(definitions, id));
  const fastTrack = new Set(
    stages.flatMap(({ fastTrack: signals = [] }) => signals.map(({ signal }) => signal)),
  );
  const isFast = () => story.profile.signals.some(({ signal }) => fastTrack.has(signal));
  const isMet = () =>
    stages.some(
      ({ enter, criteria }) => enter === 'automatic' && criteria && evaluate(criteria, context) === 'met',
    );
  if (cause === 'criteria') return isMet() || isFast();
  return cause === 'fast_track' ? isFast() || isMet() : true;
}

/** Steps of the cadence it would have; without any, one. */
function agreedAttempts({ version, context, story }: Tried['lead']): number {
  const verdict = (predicate: Parameters<typeof evaluate>[0], _at: number, _version: Version) =>
    evaluate(predicate, context);
  const choice = choosePolicy({ verdict }, version, 'cadence', story.now);
  return typeof choice === 'string' ? 1 : (choice.policy.repeat?.times ?? 1);
}
