/** What is said of records of connected systems that are no leads here (TGT4). */
import type { LeftWhy } from '../../target/leaks.ts';
import type { Forms } from '../format.ts';

export interface CrmRecordsWords {
  readonly title: string;
  /** It is of no period. */
  readonly about: string;
  /** Nothing is connected: what there would be to see, and how to get it. */
  readonly none: string;
  readonly connect: string;
  readonly ask: string;
  readonly system: string;
  readonly here: string;
  readonly notHere: string;
  readonly why: string;
  readonly all: string;
  /** Not read to its end yet: nobody can say what is missing. */
  readonly reading: string;
  /** It stands still: as of its last reading. */
  readonly still: string;
  readonly whys: Readonly<Record<LeftWhy, string>>;
  readonly next: Readonly<Record<LeftWhy, string>>;
  readonly open: (system: string, why: string) => string;
  readonly listed: Forms;
  readonly record: string;
  readonly unnamed: string;
  readonly opens: (system: string) => string;
  readonly more: string;
}
