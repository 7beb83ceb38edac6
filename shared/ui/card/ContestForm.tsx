/** Contesting a return with the evidence of that day; the referee decides (HOF5). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { Ask } from './Ask.tsx';

interface Props {
  /** In words: "Thu at 18:00". */
  readonly until: string;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onContest: (evidence: string) => void;
  readonly onBack: () => void;
}

export function ContestForm({ until, busy, messages, onContest, onBack }: Props) {
  const { contest: words } = cardWords(messages.language);
  const [evidence, setEvidence] = useState('');
  return (
    <Ask
      askedBy="log-title"
      busy={busy}
      messages={messages}
      onBack={onBack}
      onSend={() => evidence.trim() && onContest(evidence.trim())}
    >
      <label class="field">
        {words.evidence}
        <textarea
          rows={3}
          required
          maxLength={2_000}
          value={evidence}
          onInput={(event) => setEvidence(event.currentTarget.value)}
        />
      </label>
      <p class="hint">{words.until(until)}</p>
    </Ask>
  );
}
