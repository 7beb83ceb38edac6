/** Lines that add up exactly to the shown score (SCO4). */
import type { CardView } from './cardView.ts';

interface Props {
  readonly rules: CardView['why']['rules'];
  readonly signed: (points: number) => string;
}

export function ScoreWhy({ rules, signed }: Props) {
  return (
    <ul class="score-why">
      {rules.map(({ label, points }) => (
        <li key={label}>
          <span>{label}</span>
          <span class="points">{signed(points)}</span>
        </li>
      ))}
    </ul>
  );
}
