/**
 * What members are told (CLK7, HOF3), and what Slack and Teams are: sentences about a lead that do
 * not name it. Whoever shows them puts the name it knows beside them, or a link.
 */
import type { NoticeSaid } from '../../protocol/notices.ts';
import type { SubscriptionEvent } from '../../protocol/subscriptions.ts';

/** Words of the agreement and of the people for the ids in a notice. */
export interface NoticeTerms {
  readonly member: (id: string) => string;
  readonly reason: (id: string) => string;
  readonly stage: (id: string) => string;
  /** "today at 17:30" */
  readonly when: (at: number) => string;
}

export interface NoticeWords {
  readonly say: (said: NoticeSaid, terms: NoticeTerms) => string;
  /** Title of several told together. */
  readonly digest: (n: number) => string;
  /** What happened, for a channel many read. */
  readonly events: Readonly<Record<SubscriptionEvent, string>>;
  /** Subject of a due follow-up in a calendar. */
  readonly due: (clock: string) => string;
  /** Name of a member's calendar feed. */
  readonly calendar: (workspace: string) => string;
  /** A message an admin sends to see whether it arrives. */
  readonly test: string;
  readonly open: string;
}

/** "…: reason", or nothing. */
export const because = (reason: string | null, terms: NoticeTerms) =>
  reason === null ? '' : `: ${terms.reason(reason)}`;
