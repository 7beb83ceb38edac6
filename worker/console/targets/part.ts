/** What every part of Targets is drawn from. */
import type { Version } from '../../../shared/definitions/version.ts';
import type { AgreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import type { TargetsWords } from '../../../shared/messages/consoleTargets/index.ts';
import type { Metric } from '../../../shared/target/metrics.ts';
import type { Figures } from './figures.ts';

export interface Part {
  readonly version: Version;
  readonly words: TargetsWords;
  readonly metrics: AgreementWords['targets']['metrics'];
  readonly nameOf: (member: string) => string;
  /** Hundredths of the reporting currency. */
  readonly money: (cents: number) => string;
  /** Epoch ms. */
  readonly now: number;
}

export interface Shown extends Part {
  readonly figures: Figures;
}

export interface Drawn extends Shown {
  readonly metric: Metric;
}
