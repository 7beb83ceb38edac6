/** What a member reads about what is recorded of them (PRI5). */
import type { RecordedKind, RecordedToo } from '../../protocol/recorded.ts';

export interface RecordedWords {
  readonly of: Readonly<
    Record<
      RecordedKind | RecordedToo,
      { readonly title: string; readonly what: string; readonly seenBy: string }
    >
  >;
  readonly kept: (days: number) => string;
  /** Kept as long as the lead it belongs to. */
  readonly keptWithLead: (days: number | null) => string;
  readonly keptWhileMember: string;
  readonly keptForEver: string;
  readonly keptUntilUsed: string;
  readonly never: readonly string[];
}
