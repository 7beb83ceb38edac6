/** What every part of the closed loop is drawn from. */
import type { Version } from '../../../shared/definitions/version.ts';
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import type { Scope } from '../api/reports.ts';
import type { Figures } from './figures.ts';

export interface Part {
  readonly figures: Figures;
  readonly version: Version;
  readonly scope: Scope;
  readonly words: LoopWords;
}
