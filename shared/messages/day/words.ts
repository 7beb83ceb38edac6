/** What "my day" and the side panel say beyond the catalog's `popup`. */

type Count = (n: number) => string;

export interface DayWords {
  readonly groups: { readonly paused: string; readonly done: string };
  readonly search: {
    readonly label: string;
    readonly hint: string;
    readonly none: string;
    readonly found: Count;
  };
  /** Opens what can be done on the spot. */
  readonly actions: (name: string) => string;
  readonly snooze: string;
  readonly resume: string;
  readonly howSnooze: (name: string) => string;
  readonly notSent: string;
  readonly progress: {
    readonly of: (done: string, all: string) => string;
    readonly all: string;
    readonly start: string;
    readonly startHint: string;
  };
  readonly filter: { readonly title: string; readonly all: string };
  readonly unsettled: {
    readonly title: string;
    readonly waiting: string;
    readonly refused: string;
    /** Takes the refusals off the list. */
    readonly read: string;
    readonly show: string;
    readonly kept: string;
    readonly gone: string;
  };
  readonly notices: {
    /** Where the system's own notice has no button for it. */
    readonly remind: string;
    readonly reminded: (at: string) => string;
    readonly ledHere: string;
    readonly title: string;
    readonly open: Count;
    readonly none: string;
    readonly readAll: string;
    readonly more: string;
    readonly partly: string;
    readonly unread: string;
  };
  readonly beside: string;
  readonly settings: string;
  readonly offline: string;
  readonly trial: string;
  readonly first: string;
  readonly cut: (shown: string, all: string) => string;
  readonly teach: { readonly title: string; readonly steps: readonly string[]; readonly sites: string };
  readonly panel: {
    readonly title: string;
    readonly next: string;
    readonly previous: string;
    readonly place: (place: number, of: number) => string;
    /** The same among those due on a later date. */
    readonly later: (place: number, of: number) => string;
    readonly last: string;
    readonly nobody: string;
    readonly follow: string;
    readonly followHint: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly unpin: string;
  };
}
