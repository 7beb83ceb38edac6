/** What a person does from the card: the commands of sync, whose lead the card knows, and what is none. */
import type { Scalar } from '../../lead/facts.ts';
import type { Channel, Outcome } from '../../lead/vocabulary.ts';
import type { CommandBodyOf } from '../../protocol/commands.ts';
import type { ProposalAbout } from '../../protocol/proposals.ts';

/** Commands that travel as they are, the lead beside them. */
export type PlainKind =
  | 'reply.log'
  | 'handoff.correct'
  | 'handoff.contest'
  | 'lead.optOut'
  | 'lead.optIn'
  | 'lead.snooze'
  | 'lead.resume'
  | 'stage.set'
  | 'stage.release'
  | 'owner.assign'
  | 'nurture.start'
  | 'material.use';

type PlainAct = {
  [K in PlainKind]: { readonly kind: K; readonly body: Omit<CommandBodyOf<K>, 'leadId'> };
}[PlainKind];

export type CardAct =
  /** `at` in epoch ms where an earlier hour was stated (ATT6). */
  | {
      readonly kind: 'attempt.log';
      readonly channel: Channel;
      readonly outcome: Outcome;
      readonly at?: number | undefined;
    }
  | { readonly kind: 'handoff.answer'; readonly body: Omit<CommandBodyOf<'handoff.answer'>, 'leadId'> }
  | { readonly kind: 'lead.set'; readonly field: string; readonly value: Scalar }
  | PlainAct
  /** Claims a lead nobody owns (ACC3). */
  | { readonly kind: 'take' }
  /** No command: the workspace must answer (TGT7). */
  | {
      readonly kind: 'propose';
      readonly title: string;
      readonly text?: string | undefined;
      readonly about: ProposalAbout;
    };

/** Resolves to whether it was recorded; what went wrong is said by the card's region for results. */
export type DoAct = (act: CardAct) => Promise<boolean>;

/** Somebody a lead may be given to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly away: boolean;
  readonly me: boolean;
}
