/** Grey lines where something is being loaded; told once to whoever does not see them. */
import type { ConsoleWords } from '../../../shared/messages/console/index.ts';
import { SlowWord } from './SlowWord.tsx';

interface Props {
  readonly words: ConsoleWords;
  readonly lines: number;
  /** 0–1, of long counting. */
  readonly progress?: number | null;
}

export function Skeleton({ words, lines, progress = null }: Props) {
  const percent = progress === null ? null : `${Math.floor(progress * 100)} %`;
  return (
    <div class="skeleton">
      <SlowWord busy text={words.loading} />
      {percent === null ? null : <p aria-hidden="true">{words.counting(percent)}</p>}
      {Array.from({ length: lines }, (_, place) => (
        <i key={place} aria-hidden="true" />
      ))}
    </div>
  );
}
