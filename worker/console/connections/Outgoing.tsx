/** Subscriptions: events sent to other systems, to Slack or to Teams, and what became of each message. */
import { useState } from 'preact/hooks';
import { useQuery } from '../api/hooks.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { subscriptions } from './resources.ts';
import { SubscriptionEntry } from './SubscriptionEntry.tsx';
import { SubscriptionForm } from './SubscriptionForm.tsx';

export function Outgoing({ words, when }: ConnectionsProps) {
  const [isOpen, setOpen] = useState(false);
  const read = useQuery(subscriptions);
  const { outgoing: said } = words;
  return (
    <Panel
      title={words.parts.outgoing}
      about={said.about}
      actions={
        <button type="button" class="strong" onClick={() => setOpen(true)}>
          {said.add}
        </button>
      }
    >
      <Awaited read={read} lines={4} empty={read.value?.subscriptions.length === 0 ? said.empty : null} />
      <ul class="entries">
        {(read.value?.subscriptions ?? []).map((one) => (
          <SubscriptionEntry key={one.id} subscription={one} words={words} when={when} />
        ))}
      </ul>
      {isOpen ? <SubscriptionForm words={words} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
