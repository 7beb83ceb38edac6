/** What the options page and the first steps say beyond the catalog's `options`. */

type Choice = { readonly label: string; readonly hint: string };

export interface SettingsWords {
  readonly parts: string;
  readonly shows: {
    readonly title: string;
    readonly density: string;
    readonly full: Choice;
    readonly clock: Choice;
    readonly today: Choice;
    readonly example: string;
    readonly exampleTime: string;
    readonly language: string;
    readonly browsers: string;
  };
  readonly logs: { readonly title: string };
  readonly notices: {
    readonly title: string;
    readonly on: string;
    readonly onHint: string;
    readonly refused: string;
    readonly names: string;
    readonly namesHint: string;
    readonly quiet: string;
    readonly from: string;
    readonly to: string;
    readonly quietHint: string;
  };
  readonly recorded: {
    readonly what: string;
    readonly count: string;
    readonly seenBy: string;
    readonly kept: string;
    readonly show: string;
    readonly download: string;
    readonly file: string;
    readonly devices: string;
    readonly device: string;
    readonly since: string;
    readonly lastSeen: string;
    readonly never: string;
  };
  readonly privacy: { readonly title: string; readonly lines: readonly string[] };
  readonly details: string;
  readonly again: string;
  readonly welcome: {
    readonly title: string;
    readonly intro: string;
    readonly steps: readonly [connect: string, sites: string, inbox: string];
    readonly step: (n: number, of: number) => string;
    readonly next: string;
    readonly back: string;
    readonly skip: string;
    readonly skipped: string;
    readonly connected: (name: string) => string;
    readonly sitesDone: (n: string) => string;
    readonly open: string;
    readonly openHint: string;
    readonly openSite: (site: string) => string;
    /** A site whose address only the company knows. */
    readonly openYourself: (site: string) => string;
    readonly noSites: string;
    readonly pin: string;
    readonly done: string;
    readonly doneText: string;
    readonly close: string;
  };
}
