/**
 * One hand-off while its facts are read: answers with their corrections, contests, and how it ended
 * (HOF3, HOF5). What an answer does to the stage is told in `shared/stage/journey.ts`.
 */
import type { FactOf } from '../lead/facts.ts';
import type { EntryCause, HandoffState } from '../lead/state.ts';
import type { HandoffAnswer, HandoffContest } from '../sla/clockInput.ts';

export type AnswerFact = FactOf<'handoff.answered'> | FactOf<'handoff.corrected'>;
type AnswerBody = AnswerFact['body'];
type Closed = NonNullable<HandoffState['closed']>;

export class HandoffDraft {
  readonly id: string;
  readonly openedAt: number;
  readonly since: number;
  readonly stage: string;
  readonly cause: EntryCause;
  readonly version: number;
  readonly trial: boolean;
  readonly accepted: boolean;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly answers: HandoffAnswer[] = [];
  readonly contests: HandoffContest[] = [];
  /** `at` = when sales answered, `since` = when the answer took this value. */
  answered: (AnswerBody & { readonly at: number; readonly since: number; readonly by: string }) | null = null;
  closed: Closed | null = null;

  constructor(
    fact: FactOf<'handoff.opened'>,
    from: { readonly source: string | null; readonly campaign: string | null },
    enteredBy: string,
  ) {
    const { handoff, stage, cause, since, version, accepted = false, trial = false } = fact.body;
    this.id = handoff;
    this.openedAt = fact.at;
    this.since = since;
    this.stage = stage;
    this.cause = cause;
    this.version = version;
    this.trial = trial;
    this.accepted = accepted;
    this.source = from.source;
    this.campaign = from.campaign;
    if (accepted) this.answered = { handoff, answer: 'accepted', at: fact.at, since: fact.at, by: enteredBy };
  }

  close(at: number, how: Closed['how']): void {
    this.closed ??= { at, how };
  }

  /**
   * An answer, a step back after acceptance, or the correction of either. A correction keeps the
   * time of the answer it mends, so nobody becomes late by mending. False when it changes nothing.
   * Only the `newest` hand-off of a lead opens again: two are never open at once.
   */
  take(
    fact: AnswerFact | (Omit<FactOf<'stage.set'>, 'body'> & { readonly body: AnswerBody }),
    newest = true,
  ): boolean {
    const corrects = fact.kind === 'handoff.corrected';
    if (this.closed !== null && !(corrects && this.closed.how === 'answered')) return false;
    const { at: since, actor: by, body } = fact;
    const at = corrects ? (this.answered?.at ?? since) : since;
    const standing = { factId: fact.id, answer: body.answer, at, since, by };
    this.answers.splice(corrects ? Math.max(0, this.answers.length - 1) : this.answers.length, 1, standing);
    this.answered = { ...body, at, since, by };
    if (body.answer !== 'accepted') this.closed = { at: since, how: 'answered' };
    else if (newest) this.closed = null;
    return true;
  }

  /** The answer sales gave to the same lead under another id (IDN3); one of its own goes before it. */
  adopt({ answered, answers }: HandoffDraft): void {
    const answer = answers.at(-1);
    if (this.answered !== null || answered === null || answer === undefined) return;
    this.answers.push(answer);
    this.answered = { ...answered, handoff: this.id };
  }

  /** Only a return can be contested, and only once at a time. */
  contest({ id: factId, at, actor: by }: FactOf<'handoff.contested'>): void {
    const open = this.contests.some(({ decided }) => decided === null);
    if (this.closed?.how === 'answered' && !open) this.contests.push({ factId, at, by, decided: null });
  }

  /** An overturned return goes on from the decision and leaves the returner's statistics (HOF5). */
  decide(
    { id: factId, at, body }: FactOf<'handoff.decided'>,
    newest: boolean,
  ): 'upheld' | 'overturned' | null {
    const { outcome } = body;
    const contest = this.contests.at(-1);
    if (contest === undefined || contest.decided !== null) return null;
    this.contests.splice(-1, 1, { ...contest, decided: { factId, at, outcome } });
    if (outcome === 'overturned') {
      this.answered = null;
      if (newest) this.closed = null;
    }
    return outcome;
  }

  state(): HandoffState {
    const { id, openedAt, since, stage, cause, version, trial, source, campaign, answered, closed } = this;
    const contest = this.contests.at(-1);
    return {
      id,
      openedAt,
      since,
      stage,
      cause,
      version,
      trial,
      source,
      campaign,
      answer: answered && {
        answer: answered.answer,
        at: answered.at,
        by: answered.by,
        reason: answered.reason ?? null,
        mark: answered.mark ?? null,
        returnOn: answered.returnOn ?? null,
      },
      contest: contest ? { at: contest.at, by: contest.by, decided: contest.decided?.outcome ?? null } : null,
      closed,
    };
  }
}
