/** What the form of the stages says (STG1). */
export interface StageFormWords {
  readonly add: string;
  /** Name of one just made. */
  readonly fresh: string;
  readonly freshShort: string;
  readonly handsOver: string;
  readonly short: string;
  readonly shortHint: string;
  readonly meaning: string;
  readonly meaningHint: string;
  readonly owner: string;
  readonly enter: string;
  readonly enters: Readonly<Record<'automatic' | 'decision' | 'integration', string>>;
  readonly criteria: string;
  readonly fastTrack: string;
  readonly fastTrackHint: string;
  readonly addFastTrack: string;
  readonly fastTrackLabel: string;
  readonly signal: string;
  readonly examples: string;
  readonly counterExamples: string;
  readonly oneALine: string;
}
