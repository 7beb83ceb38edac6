/** What somebody may do about a hand-off: the checks of the commands themselves, asked beforehand (ACC2, HOF5). */
import type { Version } from '../../../shared/definitions/version.ts';
import type { HandoffState } from '../../../shared/lead/state.ts';
import type { Command } from '../../../shared/protocol/commands.ts';
import type { TalkAct } from '../../../shared/protocol/talks.ts';
import { checkContest, checkDecision } from '../sync/checkHandoff.ts';
import type { LeadView } from '../leads/leadView.ts';
import { mayCommand } from '../sync/mayCommand.ts';
import type { Who, Work } from '../work.ts';

export function actsOn(
  work: Work,
  who: Who,
  version: Version,
  lead: LeadView,
  { id: handoff, answer }: HandoffState,
): TalkAct[] {
  const head = { n: 1, id: 'asked', at: work.now };
  const about = { leadId: lead.id, handoff };
  const comment = { ...head, kind: 'handoff.comment', body: { ...about, text: '' } } as const;
  const contest = { ...head, kind: 'handoff.contest', body: { ...about, evidence: '' } } as const;
  const decide = { ...head, kind: 'handoff.decide', body: { ...about, outcome: 'upheld' } } as const;
  const correct = { ...head, kind: 'handoff.correct', body: { ...about, answer: 'accepted' } } as const;
  const may = (command: Command) => mayCommand(work, who, command, lead) === undefined;
  const isLast = lead.state.handoffs.at(-1)?.id === handoff;
  const acts: TalkAct[] = [];
  if (may(comment)) acts.push('comment');
  if (may(contest) && checkContest(version, contest, lead.state) === undefined) acts.push('contest');
  if (may(decide) && checkDecision(decide, lead.state) === undefined) acts.push('decide');
  // An older one has been answered by what came after it.
  if (may(correct) && answer !== null && isLast) acts.push('correct');
  return acts;
}
