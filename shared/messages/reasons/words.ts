/** Why something of a file, a form or another system was not taken, and what to do about it. */
import type { CountedReason, NamedReason, PlainReason, Reason } from '../../protocol/reason.ts';
import type { Next } from './next.ts';

export interface ReasonWords {
  readonly plain: Readonly<Record<PlainReason, string>>;
  readonly choices: (choices: readonly string[]) => string;
  readonly noField: (name: string) => string;
  readonly tooMany: (max: number) => string;
  readonly tooLong: (max: number) => string;
  /** `#` is the number. */
  readonly counted: Readonly<Record<CountedReason, string>>;
  readonly named: Readonly<Record<NamedReason, (name: string) => string>>;
  /** What to do, where it is a record or message that can be tried again. */
  readonly next: Readonly<Record<Next, string>>;
}

/** A sentence without its full stop, so that several stand in a line. */
export function reasonSaid(words: ReasonWords, reason: Reason): string {
  switch (reason.code) {
    case 'takes_choice':
      return words.choices(reason.choices);
    case 'no_field':
      return words.noField(reason.name);
    case 'too_many':
      return words.tooMany(reason.max);
    case 'too_long':
      return words.tooLong(reason.max);
    default:
      if ('n' in reason) return words.counted[reason.code].replace('#', String(reason.n));
      return 'name' in reason ? words.named[reason.code](reason.name) : words.plain[reason.code];
  }
}
