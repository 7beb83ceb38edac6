/** Until when and why: both are asked for, as the agreement says (CLK5). */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

interface Props {
  readonly title: string;
  readonly words: LeadsWords;
  readonly definitions: Definitions;
  readonly onClose: () => void;
  readonly onSnooze: (untilOn: string, reason: string) => void;
}

export function SnoozeDialog({ title, words: { deeds }, definitions, onClose, onSnooze }: Props) {
  const { reasons } = definitions.handoff.snooze;
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  const [untilOn, setUntilOn] = useState(tomorrow);
  const [reason, setReason] = useState(reasons[0]?.id ?? '');
  return (
    <FormDialog
      title={title}
      act={deeds.snooze}
      disabled={false}
      failure={null}
      onSubmit={() => Promise.resolve(onSnooze(untilOn, reason))}
      onClose={onClose}
    >
      <Field label={deeds.until}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={tomorrow}
            value={untilOn}
            onInput={({ currentTarget }) => setUntilOn(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={deeds.reason}>
        {(control) => (
          <select
            {...control}
            required
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          >
            {reasons.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
