/**
 * The hand-offs reports count: not those begun in trial (TRI1), nor opened already accepted (HOF1).
 * What an overturned return reopened is judged from the decision on (HOF5).
 */
import { holdsAt } from '../lead/spans.ts';
import type { ClockKind } from '../lead/vocabulary.ts';
import type { KeptClock, KeptHandoff, KeptLead } from './keptLead.ts';
import type { Row } from './table.ts';

export interface CountedHandoff<H extends KeptHandoff = KeptHandoff> {
  readonly draft: H;
  /** Since when it is owed: its opening, or the decision that reopened it. */
  readonly start: number;
  /** When nothing was owed any more; null while it lasts. */
  readonly end: number | null;
  /** Taken back, left without a way to reach the lead unworked…: `worked.ts` asks. */
  readonly withdrawn: boolean;
}

export function countedHandoffs<H extends KeptHandoff>({
  story,
}: Journeyed<H>): readonly CountedHandoff<H>[] {
  return story.journey.handoffs
    .filter(({ trial, accepted }) => !trial && !accepted)
    .map((draft) => {
      const reopened = draft.contests.findLast(({ decided }) => decided?.outcome === 'overturned');
      return {
        draft,
        start: reopened?.decided?.at ?? draft.openedAt,
        end: draft.closed?.at ?? null,
        withdrawn: draft.closed?.how === 'withdrawn',
      };
    });
}

interface Journeyed<H> {
  readonly story: { readonly journey: { readonly handoffs: readonly H[] } };
}

/** Hand-offs marketing is measured by: not taken back, and not a lead sales brought itself (OVR7). */
export function deliveredHandoffs(lead: KeptLead): readonly CountedHandoff[] {
  return isOutbound(lead) ? [] : countedHandoffs(lead).filter(({ withdrawn }) => !withdrawn);
}

export function isOutbound({ state, story }: KeptLead): boolean {
  const first = story.facts.find((fact) => fact.kind === 'lead.captured');
  return state.source === 'outbound' || first?.body.cause === 'outbound';
}

/** Whether something happened while the hand-off was owed, its last instant included. */
export function isDuring({ start, end }: CountedHandoff, at: number): boolean {
  return at >= start && (end === null || at <= end);
}

/** Clocks of one kind since the hand-off was (re)opened, in their order. */
export function clocksOf(
  { state }: KeptLead,
  { draft, start }: CountedHandoff,
  kind: ClockKind,
): readonly KeptClock[] {
  return state.clocks.filter(
    (clock) =>
      clock.kind === kind &&
      clock.handoff === draft.id &&
      (clock.startedAt === null || clock.startedAt >= start),
  );
}

/** Whether the lead had every field of the brief when it was handed off (CLK3). */
export function isBriefed({ story }: KeptLead, required: readonly string[], at: number): boolean {
  return required.every((field) => holdsAt(story.profile.known[field] ?? [], at));
}

/** Whose lead it was at an instant; null = nobody's. */
export function ownerAt({ story }: KeptLead, at: number): string | null {
  return story.owners.findLast((change) => change.at <= at)?.owner ?? null;
}

export const DIMENSIONS = ['all', 'segment', 'source', 'campaign'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The cuts of every report: the whole, by segment, and by source and campaign of the first capture (FCT3). */
export function cutsOf({ state }: KeptLead): readonly Row[] {
  return [
    ['all', null],
    ['segment', state.segment],
    ['source', state.source],
    ['campaign', state.campaign],
  ];
}
