/** Connected systems: connect one, agree what means what, see how it is going and what it did not take. */
import { useState } from 'preact/hooks';
import { OUTCOMES, systemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { VendorView } from '../../../shared/protocol/connections.ts';
import { useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { SystemEntry } from './SystemEntry.tsx';
import { SystemForm } from './SystemForm.tsx';
import { systems } from './systems.ts';

export function Systems({ words, when, version, of }: ConnectionsProps) {
  const { language } = useSession();
  const said = systemsWords(language);
  const read = useQuery(systems);
  const [chosen, choose] = useState<VendorView | null>(null);
  const vendors = read.value?.vendors ?? [];
  const missing = vendors.filter(({ ready }) => !ready).map(({ label }) => label);
  const found = OUTCOMES.find((one) => one === of);
  // Said until it was done: agreeing what means what.
  const isNext = read.value?.connections.some(({ state }) => state === 'mapping') ?? false;
  const outcome = found === 'connected' && !isNext ? undefined : found;
  return (
    <Panel
      title={words.parts.systems}
      about={said.about}
      actions={vendors
        .filter(({ ready }) => ready)
        .map((vendor) => (
          <button key={vendor.vendor} type="button" class="strong" onClick={() => choose(vendor)}>
            {said.connect(vendor.label)}
          </button>
        ))}
    >
      {outcome ? <p role="status">{said.outcomes[outcome]}</p> : null}
      <Awaited read={read} lines={4} empty={read.value?.connections.length === 0 ? said.none : null} />
      <ul class="entries">
        {(read.value?.connections ?? []).map((system) => (
          <SystemEntry
            key={system.id}
            system={system}
            vendor={vendors.find(({ vendor }) => vendor === system.vendor)?.label ?? system.vendor}
            definitions={version.definitions}
            words={words}
            when={when}
          />
        ))}
      </ul>
      {missing.length > 0 ? <p class="minor">{said.notReady(missing.join(', '))}</p> : null}
      {chosen ? <SystemForm vendor={chosen} onClose={() => choose(null)} /> : null}
    </Panel>
  );
}
