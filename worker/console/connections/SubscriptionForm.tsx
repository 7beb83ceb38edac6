/** Begins to send events somewhere; the secret they are signed with is shown once. */
import { useState } from 'preact/hooks';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { noticeWords } from '../../../shared/messages/notices/index.ts';
import {
  SUBSCRIPTION_EVENTS,
  SUBSCRIPTION_FORMATS,
  type SubscriptionEvent,
  type SubscriptionFormat,
} from '../../../shared/protocol/subscriptions.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NameField } from '../ui/NameField.tsx';
import { Select } from '../ui/Select.tsx';
import { subscribe } from './resources.ts';

interface Props {
  readonly words: ConnectionsWords;
  readonly onClose: () => void;
}

/** What a channel of people wants to hear first. */
const USUAL: readonly SubscriptionEvent[] = ['notice.clock_escalation', 'handoff.opened'];

export function SubscriptionForm({ words, onClose }: Props) {
  const { words: common, language } = useSession();
  const [label, setLabel] = useState('');
  const [url, setUrl] = useState('');
  const [format, setFormat] = useState<SubscriptionFormat>('slack');
  const [events, setEvents] = useState<readonly SubscriptionEvent[]>(USUAL);
  const [secret, setSecret] = useState<string | null>(null);
  const { run, busy, failure } = useDeed(subscribe);
  const { outgoing: said } = words;
  const names = noticeWords(language).events;
  const save = async () => {
    const answer = await run({ label, url, format, events: [...events] });
    if (!answer.ok) return;
    if (answer.value.secret === null || format !== 'json') onClose();
    else setSecret(answer.value.secret);
  };
  if (secret !== null)
    return (
      <Dialog title={label} onClose={onClose}>
        <CopyField
          label={said.secret}
          hint={said.secretHint}
          text={secret}
          copy={words.copy}
          copied={words.copied}
        />
        <div class="buttons">
          <button type="button" class="last" onClick={onClose}>
            {common.close}
          </button>
        </div>
      </Dialog>
    );
  return (
    <FormDialog
      title={said.add}
      act={said.save}
      disabled={busy || events.length === 0}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <div class="pair">
        <NameField label={words.name} value={label} failure={failure} onChange={setLabel} />
        <Field label={said.format}>
          {(control) => (
            <Select
              control={control}
              value={format}
              options={SUBSCRIPTION_FORMATS.map((one) => [one, said.formats[one]] as const)}
              onChoose={setFormat}
            />
          )}
        </Field>
      </div>
      <Field label={said.url} wrong={failure?.fields['/url']}>
        {(control) => (
          <input
            {...control}
            type="url"
            required
            value={url}
            onInput={({ currentTarget }) => setUrl(currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class="events">
        <legend>{said.events}</legend>
        {SUBSCRIPTION_EVENTS.map((event) => (
          <label class="check" key={event}>
            <input
              type="checkbox"
              checked={events.includes(event)}
              onChange={({ currentTarget }) =>
                setEvents(currentTarget.checked ? [...events, event] : events.filter((one) => one !== event))
              }
            />{' '}
            {names[event]}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
