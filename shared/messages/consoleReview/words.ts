/** Proposals, sessions and the pack of a period: what each screen says. */
import type { Side } from '../../lead/vocabulary.ts';
import type { PointKind, ProposalAbout, ProposalStatus, SessionKind } from '../../protocol/proposals.ts';
import type { Leak } from '../../target/leaks.ts';
import type { Forms } from '../format.ts';

export interface ReviewWords {
  /** The four documents about the agreement, as links beside each other. */
  readonly places: {
    readonly label: string;
    readonly agreement: string;
    readonly targets: string;
    readonly proposals: string;
    readonly sessions: string;
    readonly review: string;
  };
  readonly sides: Readonly<Record<Side, string>>;
  readonly leaks: Readonly<Record<Leak, string>>;
  readonly version: (version: number) => string;
  readonly dates: (from: string, to: string) => string;
  readonly n: (n: string) => string;
  readonly proposals: ProposalWords;
  readonly propose: ProposeWords;
  readonly sessions: SessionsWords;
  readonly meeting: MeetingWords;
  readonly decide: DecideWords;
  readonly pack: PackWords;
}

export interface ProposalWords {
  readonly title: string;
  readonly about: string;
  readonly status: string;
  readonly every: string;
  readonly statuses: Readonly<Record<ProposalStatus, string>>;
  readonly emptyTitle: string;
  readonly empty: string;
  readonly emptyHere: string;
  readonly more: string;
  readonly all: string;
  readonly by: (name: string, date: string) => string;
  /** What it touches. */
  readonly kinds: Readonly<Record<ProposalAbout['kind'], string>>;
  readonly touches: (kind: string, name: string) => string;
  readonly gone: string;
  readonly hiddenLead: string;
  readonly changes: string;
  readonly examples: string;
  readonly unnamed: string;
  readonly votes: string;
  readonly forIt: string;
  readonly againstIt: string;
  readonly count: (inFavour: string, against: string) => string;
  readonly nobodyVoted: string;
  readonly draftIt: string;
  readonly openDraft: string;
  readonly withdraw: string;
  readonly withdrawing: (seconds: number) => string;
  readonly kept: string;
  readonly withdrawn: string;
  readonly decided: Readonly<Record<'adopted' | 'rejected' | 'deferred', string>>;
  readonly owner: (name: string) => string;
  readonly ownerUntil: (name: string, date: string) => string;
  readonly referee: (name: string) => string;
  readonly together: string;
  readonly inSession: string;
}

export interface ProposeWords {
  readonly act: string;
  readonly title: string;
  readonly what: string;
  readonly whatHint: string;
  readonly kind: string;
  readonly which: string;
  readonly choose: string;
  readonly why: string;
  readonly change: string;
  /** What is suggested in its place. */
  readonly points: (now: string) => string;
  readonly length: (now: string) => string;
  readonly goal: (now: string) => string;
  readonly label: (now: string) => string;
  readonly changeHint: string;
  readonly examples: string;
  readonly examplesHint: string;
  readonly add: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly none: string;
  readonly send: string;
  readonly here: string;
}

export interface SessionsWords {
  readonly title: string;
  readonly kinds: Readonly<Record<SessionKind, string>>;
  readonly of: Readonly<Record<SessionKind, (date: string) => string>>;
  readonly next: Readonly<Record<SessionKind, (date: string) => string>>;
  readonly open: string;
  readonly openTitle: string;
  readonly kind: string;
  readonly heldOn: string;
  readonly referee: string;
  readonly noReferee: string;
  readonly begin: string;
  readonly running: string;
  readonly goTo: string;
  readonly held: string;
  readonly date: string;
  readonly there: string;
  readonly state: string;
  readonly isOpen: string;
  readonly isClosed: string;
  readonly minutes: string;
  readonly emptyTitle: string;
  readonly empty: string;
  readonly waiting: Forms;
}

export interface MeetingWords {
  readonly back: string;
  readonly ledBy: (name: string) => string;
  readonly ledByNobody: string;
  readonly there: (names: string) => string;
  readonly thereNobody: string;
  readonly people: string;
  readonly counted: (from: string, to: string, at: string, version: number) => string;
  readonly notCounted: string;
  readonly again: string;
  readonly screen: string;
  readonly leaveScreen: string;
  readonly earlier: string;
  readonly later: string;
  readonly place: (place: string, of: string) => string;
  readonly agenda: string;
  readonly groups: Readonly<Record<PointKind | 'proposal', string>>;
  readonly nothing: string;
  readonly nothingTitle: string;
  readonly contest: (lead: string) => string;
  readonly contestBy: (name: string, date: string) => string;
  readonly hidden: Forms;
  readonly breach: (promise: string) => string;
  readonly late: (late: string, n: string) => string;
  readonly allowed: (allowed: string) => string;
  readonly noBudget: string;
  readonly goalRunning: (actual: string, expected: string) => string;
  readonly goalOver: (actual: string, target: string) => string;
  readonly leak: (leak: string, n: string) => string;
  readonly leads: string;
  readonly card: string;
  readonly proposal: string;
  readonly decide: string;
  readonly decideElse: string;
  readonly decisions: string;
  readonly otherDecisions: string;
  readonly noDecision: string;
  readonly notes: string;
  readonly notesHint: string;
  readonly saving: string;
  readonly saved: string;
  readonly close: string;
  readonly closing: string;
  readonly closingText: string;
  readonly closed: (date: string) => string;
  readonly next: (date: string) => string;
}

export interface DecideWords {
  readonly title: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<'adopted' | 'rejected' | 'deferred', string>>;
  readonly text: string;
  readonly textHint: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly referee: string;
  readonly together: string;
  readonly save: string;
}

export interface PackWords {
  readonly title: string;
  readonly of: (period: string) => string;
  readonly period: string;
  readonly quarter: (quarter: number, year: number) => string;
  readonly link: string;
  readonly copied: string;
  readonly asOf: (time: string, version: number) => string;
  readonly trial: string;
  readonly page: string;
  readonly contents: Readonly<
    Record<'glance' | 'goals' | 'weeks' | 'funnel' | 'answers' | 'lost' | 'changes', string>
  > &
    Readonly<Record<'carried' | 'proposals' | 'decisions' | 'sessions' | 'signatures', string>>;
  readonly firstResponse: string;
  readonly worked: string;
  readonly median: string;
  readonly delivered: (stage: string) => string;
  readonly accepted: string;
  readonly qualified: (stage: string) => string;
  readonly goal: (target: string) => string;
  readonly noGoal: string;
  readonly inProgress: (n: string) => string;
  readonly machine: (machine: string, human: string) => string;
  readonly few: string;
  readonly none: string;
  readonly goals: {
    readonly goal: string;
    readonly period: string;
    readonly actual: string;
    readonly target: string;
    readonly standing: string;
    readonly reached: string;
    readonly missed: string;
    readonly running: string;
    readonly behind: string;
    readonly unknown: string;
    /** Over, and agreed on after it had begun. */
    readonly midway: string;
    readonly none: string;
  };
  readonly weeks: {
    readonly about: string;
    readonly week: string;
    readonly inTime: string;
    readonly of: string;
    readonly label: (promise: string) => string;
    readonly none: string;
  };
  readonly funnel: {
    readonly stage: string;
    readonly owner: string;
    readonly leads: string;
    readonly passes: string;
    readonly share: string;
    readonly about: string;
  };
  readonly answers: {
    readonly about: (accepted: string, returned: string) => string;
    readonly reason: string;
    readonly noReason: string;
    readonly returned: string;
    readonly contested: string;
    readonly overturned: string;
    readonly label: string;
    readonly none: string;
  };
  readonly lost: {
    readonly about: string;
    readonly leak: string;
    readonly leads: string;
    readonly recycled: (back: string, of: string) => string;
    readonly capacity: (asks: string, makes: string) => string;
    readonly none: string;
  };
  readonly changes: {
    readonly version: (version: number, date: string) => string;
    readonly by: (name: string, signers: string) => string;
    readonly unsigned: (name: string) => string;
    readonly first: string;
    readonly none: string;
  };
  readonly proposals: {
    readonly proposal: string;
    readonly touches: string;
    readonly by: string;
    readonly votes: string;
    readonly status: string;
    readonly none: string;
  };
  readonly decisions: {
    readonly decided: string;
    readonly outcome: string;
    readonly owner: string;
    readonly due: string;
    readonly referee: string;
    readonly none: string;
  };
  readonly held: {
    readonly session: string;
    readonly referee: string;
    readonly there: string;
    readonly decisions: string;
    readonly none: string;
  };
  readonly signatures: string;
}
