/** Hooks: addresses that take leads and signals in (ACC5), what came in, and their end. */
import { useState } from 'preact/hooks';
import { sendersWords } from '../../../shared/messages/senders/index.ts';
import type { HookView } from '../../../shared/protocol/hooks.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { faultSaid } from './faults.ts';
import { HookForm } from './HookForm.tsx';
import { HookTry } from './HookTry.tsx';
import { closeHook, deliveriesTo, hooks } from './resources.ts';
import { Sure } from './Sure.tsx';

export function Incoming({ words, when, version }: ConnectionsProps) {
  const [isOpen, setOpen] = useState(false);
  const read = useQuery(hooks);
  const { incoming: said } = words;
  return (
    <Panel
      title={words.parts.incoming}
      about={said.about}
      actions={
        <button type="button" class="strong" onClick={() => setOpen(true)}>
          {said.add}
        </button>
      }
    >
      <Awaited read={read} lines={4} empty={read.value?.hooks.length === 0 ? said.empty : null} />
      <ul class="entries">
        {(read.value?.hooks ?? []).map((hook) => (
          <Hook key={hook.id} hook={hook} words={words} when={when} version={version} />
        ))}
      </ul>
      {isOpen ? (
        <HookForm definitions={version.definitions} words={words} onClose={() => setOpen(false)} />
      ) : null}
    </Panel>
  );
}

function Hook({ hook, words, when, version }: { readonly hook: HookView } & ConnectionsProps) {
  const { words: common, language } = useSession();
  const closing = useDeed(closeHook);
  const [isShown, setShown] = useState(false);
  const [isSure, setSure] = useState(false);
  const deliveries = useQuery(isShown ? deliveriesTo(hook.id) : null);
  const { incoming: said } = words;
  const isOpen = hook.revokedAt === null;
  return (
    <li>
      <div class="grow">
        <b>{hook.label}</b>{' '}
        <span class="tag">{isOpen ? sendersWords(language).kinds[hook.kind] : said.closed}</span>
        <details onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
          <summary>{said.deliveries}</summary>
          {deliveries.value?.deliveries.length === 0 ? <p class="minor">{said.none}</p> : null}
          <ul>
            {(deliveries.value?.deliveries ?? []).map((one) => (
              <li key={one.id}>
                {whenShort(one.receivedAt, when)} <span class="tag">{said.states[one.state]}</span>{' '}
                {one.errors.map((error) => faultSaid(language, error)).join('; ')}
              </li>
            ))}
          </ul>
        </details>
        {isOpen ? <HookTry hook={hook} words={words} definitions={version.definitions} /> : null}
        {closing.failure ? <Failed failure={closing.failure} words={common} /> : null}
      </div>
      {isOpen ? (
        <div class="buttons">
          <button
            type="button"
            disabled={closing.busy}
            aria-label={said.closeOf(hook.label)}
            onClick={() => setSure(true)}
          >
            {said.close}
          </button>
        </div>
      ) : null}
      {isSure ? (
        <Sure
          title={said.sure(hook.label)}
          text={said.sureText}
          act={said.closeForGood}
          onYes={() => {
            setSure(false);
            void closing.run(hook.id);
          }}
          onClose={() => setSure(false)}
        />
      ) : null}
    </li>
  );
}
