/** What every part of Today is drawn from. */
import type { Version } from '../../../shared/definitions/version.ts';
import type { TodayWords } from '../../../shared/messages/consoleToday/index.ts';
import type { Scope } from '../api/reports.ts';
import type { Figures } from './figures.ts';

export interface Part {
  readonly figures: Figures;
  readonly version: Version;
  readonly scope: Scope;
  readonly words: TodayWords;
  /** Epoch ms. */
  readonly now: number;
  /** Leads agreed to be delivered in the period; null = none. */
  readonly target: number | null;
}
