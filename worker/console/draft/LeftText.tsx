/** What somebody had written and not saved when the draft was published or discarded: nothing of it is lost. */
import { useId } from 'preact/hooks';
import type { DraftWords } from '../../../shared/messages/consoleDraft/index.ts';
import { saveDraft } from '../api/draft.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { parsed } from './parsed.ts';

interface Props {
  readonly text: string;
  readonly words: DraftWords['none'];
  /** It is the draft now. */
  readonly onBegun: () => void;
}

export function LeftText({ text, words, onBegun }: Props) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(saveDraft);
  const id = useId();
  const definitions = parsed(text);
  const begin = async () => {
    const answer = await run({ definitions, on: null });
    if (answer.ok) onBegun();
  };
  return (
    <section class="panel stack">
      <p role="status">{words.left}</p>
      {failure ? <Failed failure={failure} words={common} /> : null}
      {definitions === undefined ? null : (
        <div class="buttons">
          <button type="button" class="strong" disabled={busy} onClick={() => void begin()}>
            {words.goOn}
          </button>
        </div>
      )}
      <details>
        <summary id={id}>{words.show}</summary>
        <textarea readOnly rows={12} aria-labelledby={id} value={text} />
      </details>
    </section>
  );
}
