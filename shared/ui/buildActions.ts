/** What the person can do from the card: channels with their outcomes, and reasons to return a lead. */
import type { Definitions } from '../definitions/definitions.ts';
import type { LeadState } from '../lead/state.ts';
import type { Channel, Outcome } from '../lead/vocabulary.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { CardView, Named } from './cardView.ts';

/** Likeliest first; the first four channels stand in the card's first row. */
const OUTCOMES_OF = {
  call: ['connected', 'left_message', 'no_answer', 'meeting_booked', 'wrong_person', 'refused'],
  email: ['sent', 'replied', 'meeting_booked', 'bounced', 'wrong_person', 'refused'],
  whatsapp: ['sent', 'replied', 'connected', 'meeting_booked', 'wrong_person', 'refused'],
  meeting: ['connected', 'meeting_booked', 'no_answer', 'refused'],
  linkedin: ['sent', 'replied', 'connected', 'meeting_booked', 'wrong_person', 'refused'],
  sms: ['sent', 'replied', 'bounced', 'wrong_person', 'refused'],
  other: ['sent', 'connected', 'left_message', 'no_answer', 'refused'],
} as const satisfies Record<Channel, readonly Outcome[]>;

const CHANNEL_ORDER = ['call', 'email', 'whatsapp', 'meeting', 'linkedin', 'sms', 'other'] as const;

export function buildChannels(state: Pick<LeadState, 'optedOut'>, { words }: Catalog): CardView['channels'] {
  return CHANNEL_ORDER.map((channel) => ({
    channel,
    label: words.channels[channel],
    outcomes: OUTCOMES_OF[channel].map((outcome) => ({ outcome, label: words.outcomes[outcome] })),
    refused: state.optedOut.includes('all') || state.optedOut.includes(channel),
  }));
}

/** `owed` are the words for what is still to be tried before a lead may be called unreachable (HOF4). */
export function buildReasons(definitions: Definitions | undefined, owed: string | null): CardView['reasons'] {
  return (definitions?.handoff.reasons ?? []).map(({ id, label, answer, unreachable }) => ({
    id,
    label,
    answer,
    blocked: unreachable ? owed : null,
  }));
}

/** Where a returned lead may go: any stage before the hand-off's, the one right before it last (HOF3). */
export function returnStages(definitions: Definitions | undefined): readonly Named[] {
  if (!definitions) return [];
  const { stages, handoff } = definitions;
  const place = stages.findIndex(({ id }) => id === handoff.stage);
  return stages.slice(0, Math.max(0, place)).map(({ id, label }) => ({ id, label }));
}

/** What a proposal may be about (TGT7): rules, reasons, stages and deadlines by their own names. */
export function buildTopics(definitions: Definitions | undefined): CardView['topics'] {
  const named = (list: readonly Named[]) => list.map(({ id, label }) => ({ id, label }));
  return [
    { kind: 'lead', of: [] },
    {
      kind: 'rule',
      of: named(definitions?.scoring.groups.flatMap(({ rules }): readonly Named[] => rules) ?? []),
    },
    { kind: 'reason', of: named(definitions?.handoff.reasons ?? []) },
    { kind: 'stage', of: named(definitions?.stages ?? []) },
    { kind: 'policy', of: named(definitions?.policies ?? []) },
    { kind: 'other', of: [] },
  ];
}
