/** What the room "My day" says: what somebody owes, in the order in which it is owed. */

type Count = (n: number) => string;

export interface ConsoleDayWords {
  readonly groups: {
    readonly late: string;
    /** Due on this date, or at risk already. */
    readonly now: string;
    readonly later: string;
    readonly paused: string;
    /** The nearest promise on these is the other side's. */
    readonly theirs: string;
    /** Worked on today, and nothing is due there today any more. */
    readonly done: string;
  };
  /** Beside the heading. */
  readonly owed: Count;
  readonly late: Count;
  readonly done: Count;
  /** Read out of a number that is a link. */
  readonly call: (name: string, phone: string) => string;
  readonly due: (when: string) => string;
  readonly wasDue: (when: string) => string;
  /** There are more than are shown. */
  readonly cut: Count;
  readonly allMine: string;
  readonly none: { readonly title: string; readonly text: string; readonly steps: readonly string[] };
}
