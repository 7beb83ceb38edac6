/** "My day": the leads that owe something, in the order in which it is owed. */
import type { CardClock, CardView } from './cardView.ts';
import { clockFaceAt } from './face.ts';

export interface DayItem {
  readonly card: CardView;
  readonly clock: CardClock;
}

export interface DayView {
  readonly late: readonly DayItem[];
  readonly now: readonly DayItem[];
  readonly later: readonly DayItem[];
  /** Due on the current local date or before it, or at risk already. */
  readonly today: number;
}

/** `now` in epoch ms. Leads with nothing running or paused are left out: nothing is owed there. */
export function buildDay(cards: readonly CardView[], now: number): DayView {
  const items = cards.flatMap((card) => {
    const clock = card.clocks.find(({ face }) => OWED.has(face.status));
    return clock ? [{ card, clock }] : [];
  });
  const late = items.filter(({ clock }) => clockFaceAt(clock.face, now).tone === 'late');
  const rest = items.filter((item) => !late.includes(item));
  const due = rest.filter(({ clock }) =>
    clock.due === null ? clock.face.status === 'running' : clockFaceAt(clock.face, now).tone === 'risk',
  );
  return {
    late: late.toSorted(byDue),
    now: due.toSorted(byDue),
    later: rest.filter((item) => !due.includes(item)).toSorted(byDue),
    today: late.length + due.length,
  };
}

const OWED: ReadonlySet<string> = new Set(['running', 'breached', 'paused']);

/** Paused and waiting ones have no due and come last. */
function byDue(a: DayItem, b: DayItem): number {
  const due = ({ clock }: DayItem) => clock.face.dueAt ?? Number.POSITIVE_INFINITY;
  return (due(a) === due(b) ? 0 : due(a) - due(b)) || (a.card.name < b.card.name ? -1 : 1);
}
