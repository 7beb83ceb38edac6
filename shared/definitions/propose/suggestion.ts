/** What a proposal is made from, and what it may suggest on top of a starter, each with the numbers behind it. */
import type { Evidence } from '../../target/evidence.ts';
import type { Share } from '../../target/share.ts';
import type { Calendar } from '../calendar.ts';
import type { Definitions } from '../definitions.ts';
import type { Answers } from './answers.ts';
import type { Promised } from './promise.ts';
import type { SeenRule } from './rules.ts';
import type { Caught } from './threshold.ts';
import type { Wanted } from './volume.ts';

export type Suggestion = { readonly id: string } & (
  | { readonly kind: 'rule'; readonly rule: SeenRule }
  /** A part of the hand-off criterion few won leads met: leave it out. */
  | { readonly kind: 'criterion'; readonly place: number; readonly met: Share }
  | { readonly kind: 'threshold'; readonly best: Caught; readonly before: Caught }
  | { readonly kind: 'promise'; readonly promised: Promised }
  | { readonly kind: 'volume'; readonly wanted: Wanted }
);

export interface Ground {
  readonly answers: Answers;
  readonly starter: Definitions;
  /** In force while the leads were gathered: its fields and signals may be named. */
  readonly current: Definitions;
  readonly evidence: Evidence;
  /** What first responses took in the hours of the answers, open ms. */
  readonly openMs: readonly number[];
  /** Who would carry the quota. */
  readonly people: number;
  /** Of the country; those of the starter when left out. */
  readonly holidays?: Calendar['holidays'] | undefined;
}
