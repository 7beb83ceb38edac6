/** What a hook would make of a message, without keeping anything. */
import { useState } from 'preact/hooks';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import type { HookView } from '../../../shared/protocol/hooks.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { tryHook } from './resources.ts';

interface Props {
  readonly hook: HookView;
  readonly words: ConnectionsWords;
}

export function HookTry({ hook, words: { incoming: said } }: Props) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(tryHook);
  const [text, setText] = useState('{\n  "email": "ana@acme.example"\n}');
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const tryIt = async () => {
    const body = parsed(text);
    setWrong(body === undefined);
    setOutcome(null);
    if (body === undefined) return;
    const answer = await run({ id: hook.id, body: { body } });
    if (answer.ok) setOutcome(JSON.stringify(answer.value, null, 2));
  };
  return (
    <details>
      <summary>{said.tryIt}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void tryIt();
        }}
      >
        <Field label={said.sample} hint={said.sampleHint} wrong={isWrong ? said.noJson : undefined}>
          {(control) => (
            <textarea
              {...control}
              rows={5}
              class="code"
              spellcheck={false}
              value={text}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <button type="submit" disabled={busy}>
            {said.tryIt}
          </button>
        </div>
        {failure ? <Failed failure={failure} words={common} /> : null}
        {outcome ? (
          <div role="status">
            <p class="minor">{said.wouldDo}</p>
            <pre class="code" tabIndex={0} role="group" aria-label={said.wouldDo}>
              {outcome}
            </pre>
          </div>
        ) : null}
      </form>
    </details>
  );
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
