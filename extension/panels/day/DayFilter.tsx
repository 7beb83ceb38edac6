/** A long day by what is owed: calls to make before replies to write, one kind at a time. */
import { CLOCK_KINDS, type ClockKind } from '../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import type { DayRow } from '../../../shared/ui/buildDayRow.ts';

export interface OwedKind {
  readonly kind: ClockKind;
  readonly count: number;
}

interface Props {
  readonly kinds: readonly OwedKind[];
  readonly kind: ClockKind | null;
  readonly messages: Catalog;
  readonly onKind: (kind: ClockKind | null) => void;
}

/** A list that fits one look needs no choice. */
const LONG = 8;

/** What is owed and to how many, in the order of the vocabulary. */
export function kindsOf(rows: readonly DayRow[]): readonly OwedKind[] {
  return CLOCK_KINDS.map((kind) => ({
    kind,
    count: rows.filter(({ clock }) => clock?.face.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

export function DayFilter({ kinds, kind, messages, onKind }: Props) {
  const { filter } = dayWords(messages.language);
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  if (kinds.length < 2 || all < LONG) return null;
  const choice = (of: ClockKind | null, label: string, count: number) => (
    <button key={of ?? 'all'} type="button" aria-pressed={kind === of} onClick={() => onKind(of)}>
      {label} <span class="aside">{messages.format.number(count)}</span>
    </button>
  );
  return (
    <div class="filter" role="group" aria-label={filter.title}>
      {choice(null, filter.all, all)}
      {kinds.map((one) => choice(one.kind, messages.words.clocks[one.kind], one.count))}
    </div>
  );
}
