/** What the forms about leads and their kinds say: fields, lists, signals, segments, personas, exclusions. */
import type { Forms } from '../format.ts';

export interface WhoFormWords {
  readonly oneALine: string;
  readonly fields: {
    readonly add: string;
    readonly type: string;
    readonly choices: string;
    readonly choice: (place: number) => string;
    readonly addChoice: string;
    readonly question: string;
    readonly questionHint: string;
    readonly askedBySales: string;
  };
  readonly lists: {
    readonly add: string;
    /** Name of one just made. */
    readonly fresh: string;
    readonly values: string;
    readonly valuesHint: string;
    readonly count: Forms;
  };
  readonly signals: { readonly add: string };
  readonly segments: { readonly add: string; readonly when: string };
  readonly exclusions: { readonly add: string; readonly when: string };
  readonly personas: {
    readonly add: string;
    readonly when: string;
    readonly pains: string;
    readonly needs: string;
    readonly words: string;
    readonly materials: string;
    readonly addMaterial: string;
    readonly material: string;
    readonly title: string;
    readonly link: string;
    readonly stage: string;
    readonly anyStage: string;
  };
  readonly review: {
    readonly title: string;
    readonly language: string;
    readonly languageHint: string;
    readonly meetEvery: string;
    readonly reviewEvery: string;
    readonly signers: string;
    readonly addSigner: string;
    readonly side: string;
    readonly member: string;
  };
}
