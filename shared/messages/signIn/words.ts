/** What the worker's few pages say: joining by invite, letting the extension in, pairing (ACC4). */

export interface SignInWords {
  readonly join: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    /** `name` has just been signed in. */
    readonly done: (name: string) => string;
    readonly next: string;
    readonly console: string;
    readonly spent: string;
    /** The workspace cannot be reached; the link is as good as before. */
    readonly silent: string;
  };
  readonly consent: {
    readonly title: string;
    readonly lead: (name: string, workspace: string) => string;
    readonly may: string;
    readonly allow: string;
    readonly cancel: string;
  };
  readonly signInFirst: {
    readonly title: string;
    readonly lead: string;
    /** Where it was the console they wanted. */
    readonly toConsole: string;
    readonly company: string;
  };
  /** Signing in with the company's own account. */
  readonly company: {
    readonly title: string;
    readonly none: string;
    readonly unreachable: string;
    readonly failed: string;
    readonly stranger: string;
  };
  readonly pair: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    readonly code: string;
    readonly lasts: string;
  };
}
