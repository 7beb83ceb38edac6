/** What is said after somebody did something to a lead from the card, and why it could not be done. */
import type { SnoozeProblem } from '../../handoff/snooze.ts';
import type { CommandKind } from '../../protocol/commands.ts';

/** Commands with a line of their own; attempts, answers and fields have theirs in `toast`. */
type Told = Exclude<CommandKind, 'attempt.log' | 'handoff.answer' | 'lead.set' | 'lead.capture'>;

export interface ActWords {
  /** `{name}` is where the lead's name goes, `{what}` the channel, date, stage or person. */
  readonly done: Readonly<Record<Told, string>>;
  readonly optedOutOfAll: string;
  readonly optedInToAll: string;
  readonly toPool: string;
  readonly taken: string;
  readonly proposed: string;
  readonly refused: Readonly<
    Record<SnoozeProblem | 'not_returned' | 'contested' | 'contest_too_late', string>
  > & {
    readonly owned: string;
    readonly nobody: string;
    readonly needsWorkspace: string;
  };
}
