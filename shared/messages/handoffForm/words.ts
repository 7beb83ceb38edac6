/** What the forms of the hand-off and of the routes say (HOF). */
import type { Answer } from '../../lead/vocabulary.ts';

export interface HandoffFormWords {
  readonly takeOver: string;
  readonly stage: string;
  readonly stageHint: string;
  readonly accepted: string;
  readonly acceptedHint: string;
  readonly noAccepted: string;
  readonly brief: string;
  readonly briefHint: string;
  readonly back: string;
  readonly reasons: string;
  readonly reasonsHint: string;
  readonly reason: string;
  readonly answer: string;
  readonly answers: Readonly<Record<Exclude<Answer, 'accepted'>, string>>;
  readonly asUnreachable: string;
  readonly afterTries: string;
  readonly addReason: string;
  readonly freshReason: string;
  readonly minimum: {
    readonly title: string;
    readonly about: string;
    readonly attempts: string;
    readonly dates: string;
    readonly withinDays: string;
    readonly channels: string;
    readonly notDeclared: string;
    /** The whole rule as one would say it. */
    readonly said: (of: {
      readonly attempts: string;
      readonly dates: string;
      readonly withinDays: string;
      readonly channels: string;
      readonly notDeclared: string;
    }) => string;
  };
  readonly contest: {
    readonly title: string;
    readonly about: string;
    readonly days: string;
    readonly referee: string;
    readonly refereeHint: string;
    readonly nobody: string;
  };
  readonly snooze: {
    readonly title: string;
    readonly about: string;
    readonly times: string;
    readonly openDays: string;
    readonly reasons: string;
    readonly addReason: string;
    readonly freshReason: string;
  };
  readonly work: { readonly title: string; readonly days: string; readonly hint: string };
  readonly routes: {
    readonly list: string;
    readonly about: string;
    readonly to: (team: string) => string;
    readonly everybody: string;
    readonly when: string;
    /** Whom a route asks before its team. */
    readonly member: string;
    readonly memberHint: string;
    readonly inTurn: string;
    readonly firstThen: (person: string, team: string) => string;
    readonly team: string;
    readonly noTeams: string;
    readonly add: string;
    readonly last: string;
    readonly unreached: (name: string) => string;
  };
}
