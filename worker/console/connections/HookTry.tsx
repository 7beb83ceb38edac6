/** What a hook would make of a message, without keeping anything. */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { systemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { HookView } from '../../../shared/protocol/hooks.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { faultSaid } from './faults.ts';
import { type Tried, type TriedMessage, tryHook } from './resources.ts';

interface Props {
  readonly hook: HookView;
  readonly words: ConnectionsWords;
  /** Whose names for fields and signals are used. */
  readonly definitions: Definitions;
}

export function HookTry({ hook, definitions, words: { incoming: said } }: Props) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(tryHook);
  const [text, setText] = useState('{\n  "email": "ana@acme.example"\n}');
  const [outcome, setOutcome] = useState<Tried | null>(null);
  const [isWrong, setWrong] = useState(false);
  const tryIt = async () => {
    const body = parsed(text);
    setWrong(body === undefined);
    setOutcome(null);
    if (body === undefined) return;
    const answer = await run({ id: hook.id, body: { body } });
    if (answer.ok) setOutcome(answer.value);
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
            <Outcome tried={outcome} definitions={definitions} />
          </div>
        ) : null}
      </form>
    </details>
  );
}

interface OutcomeProps extends Pick<Props, 'definitions'> {
  readonly tried: Tried;
}

/** Lead by lead as people read it: what would become of it, who it is, what it would say, what is wrong. */
function Outcome({ tried: { messages, errors }, definitions }: OutcomeProps) {
  const { language } = useSession();
  const { does } = systemsWords(language).mapping;
  return (
    <ul>
      {messages.map((message, place) => (
        <li key={place}>
          <span class="tag">{does[message.does ?? 'refused']}</span>{' '}
          {saidBy(message, definitions).join(' · ')}
          {faultsOf(message).map((fault) => (
            <p key={fault.pointer} class="wrong">
              {faultSaid(language, fault)}
            </p>
          ))}
        </li>
      ))}
      {errors.map((fault) => (
        <li key={fault.pointer} class="wrong">
          {faultSaid(language, fault)}
        </li>
      ))}
    </ul>
  );
}

function saidBy({ lead, signals }: TriedMessage, { fields, signals: known }: Definitions): readonly string[] {
  const { emails = [], phones = [], fields: values = {}, source, campaign } = lead;
  return [
    ...emails,
    ...phones,
    ...Object.entries(values).map(
      ([id, value]) => `${fields.find((field) => field.id === id)?.label ?? id}: ${String(value)}`,
    ),
    ...[source, campaign].flatMap((one) => one ?? []),
    ...signals.map(({ signal }) => known.find(({ id }) => id === signal)?.label ?? signal),
  ];
}

function faultsOf({ error, leftOut }: TriedMessage) {
  if (error === null) return leftOut;
  return [{ pointer: error.pointer, detail: error.error, reason: error.reason }, ...leftOut];
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
