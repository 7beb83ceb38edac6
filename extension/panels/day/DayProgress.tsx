/** How far the day is, and the way through what is due: one lead after the other, beside the page. */
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';

interface Props {
  /** Leads worked on today that are not due today any more. */
  readonly done: number;
  readonly today: number;
  readonly messages: Catalog;
  /** Begins with the first of them; null when there is none. */
  readonly onStart: (() => void) | null;
}

/** Fewer than these need no plan. */
const A_ROUND = 2;

export function DayProgress({ done, today, messages, onStart }: Props) {
  const { progress } = dayWords(messages.language);
  const all = done + today;
  if (all < A_ROUND) return null;
  return (
    <div class="progress">
      <progress aria-labelledby="day-progress" value={done} max={all} />
      <span id="day-progress" class="hint">
        {today === 0 ? progress.all : progress.of(messages.format.number(done), messages.format.number(all))}
      </span>
      {onStart && today >= A_ROUND && (
        <button type="button" class="small" title={progress.startHint} onClick={onStart}>
          {progress.start}
        </button>
      )}
    </div>
  );
}
