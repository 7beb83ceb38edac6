/** Makes a hook: what the sender calls things, and what they are in the agreement. */
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { HOOK_KINDS, type HookKind, type HookMade } from '../../../shared/protocol/hooks.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { FieldPairs } from './FieldPairs.tsx';
import { type Filled, hookRequestOf, NOTHING_FILLED } from './hookRequest.ts';
import { makeHook } from './resources.ts';

interface Props {
  readonly definitions: Definitions;
  readonly words: ConnectionsWords;
  readonly onClose: () => void;
}

export function HookForm({ definitions, words, onClose }: Props) {
  const [filled, setFilled] = useState<Filled>(NOTHING_FILLED);
  const [made, setMade] = useState<z.infer<typeof HookMade> | null>(null);
  const { run, busy, failure } = useDeed(makeHook);
  const fill = (some: Partial<Filled>) => setFilled((before) => ({ ...before, ...some }));
  const { incoming: said } = words;
  const save = async () => {
    const answer = await run(hookRequestOf(filled));
    if (answer.ok) setMade(answer.value);
  };
  if (made) return <HookAddress made={made} words={words} onClose={onClose} />;
  return (
    <FormDialog
      title={said.add}
      act={said.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={words.name} wrong={failure?.fields['/label']}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={200}
            value={filled.label}
            onInput={({ currentTarget }) => fill({ label: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={said.kind} hint={said.kindHints[filled.kind]}>
        {(control) => (
          <Select<HookKind>
            control={control}
            value={filled.kind}
            options={HOOK_KINDS.toReversed().map((kind) => [kind, said.kinds[kind]] as const)}
            onChoose={(kind) => fill({ kind })}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={said.email} hint={said.emailHint} wrong={failure?.fields['/mapping/emails/0']}>
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

interface AddressProps extends Pick<Props, 'words' | 'onClose'> {
  readonly made: z.infer<typeof HookMade>;
}

function HookAddress({ made, words, onClose }: AddressProps) {
  const { words: common } = useSession();
  const { incoming: said } = words;
  return (
    <Dialog title={made.label} onClose={onClose}>
      <CopyField
        label={said.address}
        hint={said.addressHint}
        text={made.url}
        copy={words.copy}
        copied={words.copied}
      />
      {made.secret === null ? null : (
        <CopyField
          label={said.secret}
          hint={said.secretHint}
          text={made.secret}
          copy={words.copy}
          copied={words.copied}
        />
      )}
      <div class="buttons">
        <button type="button" class="last" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}
