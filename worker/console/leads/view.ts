/** The card of a lead, now or as of an instant, by the one fold everybody uses (FCT1, STG5). */
import { factsHeldAt } from '../../../shared/lead/factsHeldAt.ts';
import { readLead, stateOf } from '../../../shared/lead/fold.ts';
import { versionAt } from '../../../shared/lead/versionAt.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { MeResponse } from '../../../shared/protocol/people.ts';
import { historyKnownAt, roomKnownAt } from '../../../shared/sla/closures.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import { buildHistory, HISTORY_PAGE } from '../../../shared/ui/buildHistory.ts';
import type { OtherLead } from '../../../shared/ui/buildAccount.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import type { Ground } from '../api/ground.ts';

export interface Viewer {
  readonly me: MeResponse;
  readonly language: Language;
}

const NOTHING_PENDING: ReadonlySet<string> = new Set();

/**
 * @param at epoch ms
 * @param others of its account; nobody keeps who they were on a day gone by
 */
export function cardNow(
  ground: Ground,
  at: number,
  viewer: Viewer,
  lines = HISTORY_PAGE,
  others: readonly OtherLead[] = [],
): CardView {
  return cardOf(ground, at, viewer, lines, others);
}

export type Known = 'then' | 'now';

export interface Then {
  readonly view: CardView;
  /** Version of the agreement in force then. */
  readonly version: number;
}

/** As it was at `at`, to be looked at only; null where nobody knew of the lead yet. */
export function cardThen(
  ground: Ground,
  at: number,
  known: Known,
  viewer: Viewer,
  lines: number,
): Then | null {
  const held = factsHeldAt(ground.facts, ground.leadId, at).filter((fact) => fact.at <= at);
  const facts = known === 'now' ? held : held.filter(({ recordedAt }) => recordedAt <= at);
  if (facts.length === 0) return null;
  const published = ground.history.filter(({ publishedAt }) => publishedAt <= at);
  const seen =
    known === 'now'
      ? { ...ground, facts }
      : {
          ...ground,
          facts,
          // Before the first publish the first one stands in, as in `stateAt`.
          history: historyKnownAt(published.length > 0 ? published : ground.history.slice(0, 1), at),
          room: roomKnownAt(ground.room, at),
        };
  const view = cardOf(seen, at, viewer, lines);
  return { view: { ...view, may: NOTHING }, version: versionAt(seen.history, at).version };
}

function cardOf(
  ground: Ground,
  at: number,
  { me, language }: Viewer,
  lines: number,
  others: readonly OtherLead[] = [],
): CardView {
  const { facts, history, room } = ground;
  const read = readLead(facts, history, room, at);
  const state = stateOf(read);
  const context = {
    history,
    room,
    language,
    now: at,
    viewer: { memberId: me.memberId, role: me.role },
  };
  const card = buildCard({ state, read, others, pending: NOTHING_PENDING, toSend: 0, syncedAt: at }, context);
  return { ...card, history: buildHistory({ state, facts, pending: NOTHING_PENDING }, context, lines) };
}

const NOTHING: CardView['may'] = {
  log: false,
  answer: false,
  correct: null,
  stage: null,
  set: false,
  take: false,
  assign: false,
  snooze: null,
  resume: false,
  reply: false,
  optOut: false,
  optIn: [],
  contest: null,
  nurture: false,
  material: false,
};
