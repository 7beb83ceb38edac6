/**
 * What sales answered (TGT4): by reason, source, campaign and person, with how much of it marketing
 * contested and the referee overturned. Corrections replace what they correct; an overturned return
 * leaves the returner's statistics and is counted as overturned only (HOF5).
 */
import { ANSWERS, type Answer } from '../lead/vocabulary.ts';
import type { HandoffAnswer } from '../sla/clockInput.ts';
import { countedHandoffs } from './handoffs.ts';
import type { KeptHandoff, KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, cutsIn, type Mark, type Row, type Table } from './table.ts';

export interface DispositionRow {
  /** `all`, `reason`, `source`, `campaign` or `person`, and which; null = none. */
  readonly by: string;
  readonly of: string | null;
  readonly answers: Readonly<Record<Answer, number>>;
  /** Of all answers. */
  readonly accepted: Share;
  /** Of the returns, overturned ones included. Nothing of this is counted by person. */
  readonly contested: Share;
  /** Of the contests decided. */
  readonly overturned: Share;
}

/** Answers given in the window. */
export function dispositionsReport(scope: Scope): Report<readonly DispositionRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      for (const { draft, withdrawn } of countedHandoffs(lead)) {
        if (withdrawn) continue;
        for (const answer of draft.answers) {
          if (isIn(scope.window, answer.at)) yield* answerMarks(lead, answer, draft);
        }
      }
    },
    read: readDispositions,
  };
}

function* answerMarks(lead: KeptLead, given: HandoffAnswer, draft: KeptHandoff): Generator<Mark> {
  const { source, campaign } = lead.state;
  const contest = contestOf(given, draft);
  const outcome = contest?.decided?.outcome ?? null;
  const cuts: readonly Row[] = [
    ['all', null],
    ['reason', reasonOf(lead, given)],
    ['source', source],
    ['campaign', campaign],
  ];
  for (const cut of cuts) {
    if (given.answer !== 'accepted') yield { row: ['return', ...cut], hit: contest !== null };
    if (outcome !== null) yield { row: ['decided', ...cut], hit: outcome === 'overturned' };
    if (outcome !== 'overturned') yield { row: ['answer', ...cut, given.answer] };
  }
  if (outcome !== 'overturned') yield { row: ['answer', 'person', given.by, given.answer] };
}

/** The contest of a return: raised after it and before the next answer. */
function contestOf(
  given: HandoffAnswer,
  { answers, contests }: KeptHandoff,
): KeptHandoff['contests'][number] | null {
  if (given.answer === 'accepted') return null;
  const next = answers[answers.indexOf(given) + 1]?.at ?? Infinity;
  return contests.findLast(({ at }) => at >= given.at && at < next) ?? null;
}

function reasonOf({ story }: KeptLead, { factId }: HandoffAnswer): string | null {
  const fact = story.facts.find(({ id }) => id === factId);
  const isAnswer = fact?.kind === 'handoff.answered' || fact?.kind === 'handoff.corrected';
  return isAnswer ? (fact.body.reason ?? null) : null;
}

function readDispositions(table: Table): readonly DispositionRow[] {
  return cutsIn(table).map(({ by, of }): DispositionRow => {
    const cut = [by, of];
    const count = (answer: Answer): number => cellOf(table, ['answer', ...cut, answer]).n;
    const answers = {
      accepted: count('accepted'),
      recycled: count('recycled'),
      disqualified: count('disqualified'),
    } satisfies Record<(typeof ANSWERS)[number], number>;
    const returns = cellOf(table, ['return', ...cut]);
    const decided = cellOf(table, ['decided', ...cut]);
    const all = answers.accepted + answers.recycled + answers.disqualified;
    return {
      by,
      of,
      answers,
      accepted: shareOf(answers.accepted, all),
      contested: shareOf(returns.hits, returns.n),
      overturned: shareOf(decided.hits, decided.n),
    };
  });
}
