/** What could not be read or done: a sentence and the next step. */
import type { ConsoleWords } from '../../../shared/messages/console/index.ts';
import type { Failure } from '../api/failure.ts';

interface Props {
  readonly failure: Failure;
  readonly words: ConsoleWords;
  readonly onRetry?: () => void;
}

export function Failed({ failure, words, onRetry }: Props) {
  return (
    <div class="failed" role="alert">
      <p>{failure.said ?? words.failures[failure.kind]}</p>
      {onRetry ? (
        <button type="button" onClick={onRetry}>
          {words.retry}
        </button>
      ) : null}
    </div>
  );
}
