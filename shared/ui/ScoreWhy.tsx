/** Lines that add up exactly to the shown score, and the sum itself (SCO4). */
import type { CardView } from './cardView.ts';

interface Props {
  readonly why: CardView['why'];
  readonly signed: (points: number) => string;
  /** What the sum is called. */
  readonly totalLabel: string;
}

export function ScoreWhy({ why, signed, totalLabel }: Props) {
  return (
    <ul class="score-why">
      {why.rules.map(({ label, points, note }) => (
        <li key={label}>
          <span>
            {label}
            {note && <small>{note}</small>}
          </span>
          <span class="points">{signed(points)}</span>
        </li>
      ))}
      <li class="total">
        <span>{totalLabel}</span>
        <span class="points">{why.total}</span>
      </li>
    </ul>
  );
}
