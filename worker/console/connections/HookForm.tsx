/** Makes a hook: who sends, what they call things, and what those are in the agreement. */
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { SENDERS, type Sender, sendersWords } from '../../../shared/messages/senders/index.ts';
import type { HookMade } from '../../../shared/protocol/hooks.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NameField } from '../ui/NameField.tsx';
import { Select } from '../ui/Select.tsx';
import { FieldPairs } from './FieldPairs.tsx';
import { HookAddress } from './HookAddress.tsx';
import { type Filled, filledFor, hookRequestOf, PRESETS } from './hookRequest.ts';
import { makeHook } from './resources.ts';

interface Props {
  readonly definitions: Definitions;
  readonly words: ConnectionsWords;
  readonly onClose: () => void;
}

export function HookForm({ definitions, words, onClose }: Props) {
  const { language } = useSession();
  const [filled, setFilled] = useState<Filled>({ label: '', ...filledFor('html') });
  const [made, setMade] = useState<z.infer<typeof HookMade> | null>(null);
  const { run, busy, failure } = useDeed(makeHook);
  const fill = (some: Partial<Filled>) => setFilled((before) => ({ ...before, ...some }));
  const { incoming: said } = words;
  const senders = sendersWords(language);
  const { sender } = filled;
  const save = async () => {
    const answer = await run(hookRequestOf(filled));
    if (answer.ok) setMade(answer.value);
  };
  if (made) return <HookAddress made={made} filled={filled} words={words} onClose={onClose} />;
  return (
    <FormDialog
      title={said.add}
      act={said.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <NameField
        label={words.name}
        value={filled.label}
        failure={failure}
        onChange={(name) => fill({ label: name })}
      />
      <Field label={said.kind} hint={senders.hints[sender]}>
        {(control) => (
          <Select<Sender>
            control={control}
            value={sender}
            options={SENDERS.map((one) => [one, senders.names[one]] as const)}
            onChoose={(chosen) => fill(filledFor(chosen))}
          />
        )}
      </Field>
      {PRESETS[sender].kind === 'webflow' ? (
        <Field label={senders.theirSecret} hint={senders.theirSecretHint} wrong={failure?.fields['/secret']}>
          {(control) => (
            <input
              {...control}
              required
              minLength={16}
              maxLength={200}
              autocomplete="off"
              spellcheck={false}
              value={filled.secret}
              onInput={({ currentTarget }) => fill({ secret: currentTarget.value })}
            />
          )}
        </Field>
      ) : null}
      <div class="pair">
        <Field
          label={said.email}
          hint={senders.emailHint[sender]}
          wrong={failure?.fields['/mapping/emails/0']}
        >
          {(control) => (
            <input
              {...control}
              value={filled.email}
              onInput={({ currentTarget }) => fill({ email: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={said.phone} wrong={failure?.fields['/mapping/phones/0']}>
          {(control) => (
            <input
              {...control}
              value={filled.phone}
              onInput={({ currentTarget }) => fill({ phone: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <FieldPairs
        pairs={filled.fields}
        definitions={definitions}
        words={words}
        onChange={(fields) => fill({ fields })}
      />
      <Field label={said.signal}>
        {(control) => (
          <Select
            control={control}
            value={filled.signal}
            options={[
              ['', said.noSignal] as const,
              ...definitions.signals.map(({ id, label }) => [id, label] as const),
            ]}
            onChoose={(signal) => fill({ signal })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
