/** The stages both teams agreed on, and where this lead stands. */
import type { CardView } from './cardView.ts';

export function Funnel({ stages, label }: { stages: CardView['stages']; label: string }) {
  return (
    <ol class="funnel" aria-label={label}>
      {stages.map((stage) => (
        <li key={stage.id} class={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
          {stage.label}
        </li>
      ))}
    </ol>
  );
}
