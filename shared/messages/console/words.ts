/** What the console says around its rooms: menu, session, what went wrong and the next step. */

export type ConsoleFailure =
  'offline' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'too-many' | 'broken';

export interface ConsoleWords {
  readonly rooms: {
    readonly today: string;
    readonly myDay: string;
    readonly leads: string;
    readonly agreement: string;
    readonly closedLoop: string;
    readonly team: string;
    readonly connections: string;
  };
  readonly menu: string;
  readonly skip: string;
  readonly language: string;
  readonly signOut: string;
  readonly signIn: string;
  readonly signedOut: { readonly title: string; readonly text: string };
  readonly nowhere: { readonly title: string; readonly text: string; readonly home: string };
  readonly offline: string;
  readonly loading: string;
  /** Of a report over very many leads. */
  readonly counting: (percent: string) => string;
  readonly retry: string;
  readonly close: string;
  readonly cancel: string;
  readonly undo: string;
  readonly clear: string;
  readonly print: string;
  readonly asTable: string;
  readonly crashed: { readonly title: string; readonly text: string; readonly reload: string };
  readonly failures: Readonly<Record<ConsoleFailure, string>>;
}
