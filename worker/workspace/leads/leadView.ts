/**
 * A lead as one command looks at it: its facts are read once, and no more of it is folded than what
 * the command's checks ask for.
 */
import { factsHeldAt } from '../../../shared/lead/factsHeldAt.ts';
import { orderFacts } from '../../../shared/lead/order.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { type Story, storyOf } from '../../../shared/lead/story.ts';
import { factsOf, type StoredFact } from './facts.ts';
import { historyOf, stateOf } from './refold.ts';
import type { Work } from '../work.ts';

export class LeadView {
  readonly id: string;
  readonly stored: readonly StoredFact[];
  private readonly work: Work;
  private folded: LeadState | undefined;

  /** @param stored its facts, where they have been read already */
  constructor(work: Work, id: string, stored: readonly StoredFact[] = factsOf(work, id)) {
    this.work = work;
    this.id = id;
    this.stored = stored;
  }

  /** As of the work's `now`. */
  get state(): LeadState {
    return (this.folded ??= stateOf(this.work, this.id, this.work.now, undefined, this.stored));
  }

  /** What holds at an instant, read only as far as it is asked. */
  storyAt(at: number): Story {
    const { work, id, stored } = this;
    const facts = factsHeldAt(stored, id, at);
    return storyOf(orderFacts(facts), historyOf(work, facts, at), work.ground.room(), at);
  }

  ownerAt(at: number): string | null {
    return this.storyAt(at).owners.at(-1)?.owner ?? null;
  }
}
